package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What travels to a cluster is plain data through and through, or travels as a description that is. */
class TravelTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("dev.slipway");

    @Test
    void what_can_travel_holds_only_what_can_travel() {
        var travellers = CLASSES.stream().filter(TravelTest::travels).toList();
        var stuck = travellers.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.TRANSIENT))
                .filter(field -> !canTravel(field.getType()))
                .map(JavaField::getFullName)
                .sorted()
                .toList();

        assertThat(travellers).hasSizeGreaterThan(50);
        assertThat(stuck)
                .as("fields that Java cannot serialise: plain data, or a writeReplace() with a description")
                .isEmpty();
    }

    private static boolean travels(JavaClass type) {
        return type.isAssignableTo(Serializable.class)
                && !type.isInterface()
                && !type.isEnum()
                && type.tryGetMethod("writeReplace").isEmpty();
    }

    private static boolean canTravel(JavaType type) {
        if (type instanceof JavaParameterizedType several && isCollection(several.toErasure())) {
            return several.getActualTypeArguments().stream().allMatch(TravelTest::canTravel);
        }
        if (type instanceof JavaGenericArrayType array) {
            return canTravel(array.getComponentType());
        }
        var erased = type.toErasure();
        if (erased.isArray()) {
            return canTravel(erased.getBaseComponentType());
        }
        // What a type variable stands for is seen where it is bound.
        boolean open = !(type instanceof JavaClass) && !(type instanceof JavaParameterizedType);
        return open || erased.isPrimitive() || erased.isAssignableTo(Serializable.class);
    }

    /** Interfaces; whatever the JDK puts behind them is Serializable if what it holds is. */
    private static boolean isCollection(JavaClass type) {
        return List.of(Collection.class, Map.class).stream().anyMatch(type::isAssignableTo)
                && type.getPackageName().equals("java.util");
    }
}
