package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The street of docs/architecture.md, held: every dependency of every class, libraries included. */
class StreetTest {
    private static final String SLIPWAY = "dev.slipway.";
    private static final Set<String> FREE = Set.of("java", "javax", "org.jspecify");
    private static final List<String> EMPTY_WORDS = List.of("Util", "Utils", "Helper", "Manager", "Impl");

    private static final Checkout CHECKOUT = Checkout.here();
    private static final StreetMap MAP =
            StreetMap.read(Checkout.read(CHECKOUT.root().resolve("docs/architecture.md")));
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(StreetTest::isOurs).importPackages("dev.slipway");

    @Test
    void every_source_file_was_seen_so_that_no_rule_passes_on_nothing() {
        // No dependency of the program, so their classes are not here; their poms keep them where they stand.
        var apart = Set.of("bench", "spark");
        var written = CHECKOUT.modules().stream()
                .filter(module -> !apart.contains(module))
                .flatMap(module -> CHECKOUT.java(module, "main").stream())
                .map(StreetTest::className)
                .filter(name -> !name.endsWith("-info"))
                .toList();

        assertThat(written).hasSizeGreaterThan(5);
        assertThat(CLASSES.stream().map(JavaClass::getName)).containsAll(written);
    }

    @Test
    void the_map_has_the_modules_of_the_build_in_its_order() {
        assertThat(MAP.modules().keySet()).containsExactlyInAnyOrderElementsOf(CHECKOUT.modules());
        assertThat(MAP.order().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        MAP.home("problem").orElseThrow().packages());
    }

    @Test
    void every_package_stands_in_the_module_the_map_gives_it() {
        var lost = CHECKOUT.modules().stream()
                .flatMap(module -> CHECKOUT.java(module, "main").stream()
                        .map(StreetTest::className)
                        .filter(name -> MAP.home(firstPackage(name))
                                .filter(home -> home.name().equals(module))
                                .isEmpty())
                        .map(name -> name + " in " + module))
                .toList();

        assertThat(lost).as("packages to draw on the map, or to move").isEmpty();
    }

    @Test
    void every_class_sees_only_its_line_of_the_street() {
        var wrong = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !allowed(dependency))
                .map(Dependency::getDescription)
                .sorted()
                .toList();

        assertThat(wrong)
                .as("dependencies the street of docs/architecture.md does not have")
                .isEmpty();
    }

    @Test
    void packages_make_no_circle() {
        SlicesRuleDefinition.slices()
                .matching("dev.slipway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void only_the_command_line_speaks_to_the_terminal_or_ends_the_program() {
        var loud = CLASSES.stream()
                .filter(type -> !firstPackage(type.getName()).equals("cli"))
                // The main class of the training process: a program of its own, with streams and an end of its own.
                .filter(type -> !type.getName().startsWith("dev.slipway.algorithm.TrainingChild"))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(StreetTest::isLoud)
                .map(JavaAccess::getDescription)
                .toList();

        assertThat(loud).isEmpty();
    }

    @Test
    void a_public_class_is_closed_or_made_to_be_extended() {
        var open = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isInterface() && !type.isEnum() && !type.isRecord())
                .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !type.reflect().isSealed())
                .map(StreetTest::place)
                .toList();

        assertThat(open)
                .as("public classes that are neither final, sealed, abstract, a record, an enum nor an interface")
                .isEmpty();
    }

    @Test
    void a_name_says_what_a_thing_is() {
        Predicate<String> empty = name -> EMPTY_WORDS.stream().anyMatch(name::endsWith);

        assertThat(CLASSES.stream()
                        .filter(type -> empty.test(type.getSimpleName()))
                        .map(StreetTest::place))
                .isEmpty();
    }

    private static boolean allowed(Dependency dependency) {
        var target = dependency.getTargetClass().getBaseComponentType();
        String seen = target.getPackageName();
        if (target.isPrimitive() || under(FREE, seen)) {
            return true;
        }
        String from = firstPackage(dependency.getOriginClass().getName());
        if (seen.startsWith(SLIPWAY)) {
            return MAP.home(from).isPresent() && MAP.maySee(from, firstPackage(target.getName()));
        }
        return MAP.home(from).filter(home -> home.mayUse(seen)).isPresent();
    }

    private static boolean under(Set<String> prefixes, String packageName) {
        return prefixes.stream().anyMatch(prefix -> packageName.equals(prefix) || packageName.startsWith(prefix + "."));
    }

    private static boolean isLoud(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return (owner.equals("java.lang.System") && Set.of("out", "err", "exit").contains(name))
                || (owner.equals("java.lang.Runtime") && Set.of("exit", "halt").contains(name))
                || access.getTarget().getFullName().endsWith(".printStackTrace()");
    }

    /** The classes of a module's main sources, from its folder or its jar; never tests, never libraries. */
    private static boolean isOurs(Location location) {
        return location.matches(Pattern.compile(".*/target/((quick-)?classes|(lib/)?slipway[^/]*\\.jar!?)/.*"));
    }

    private static String className(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.substring(
                        path.indexOf("/src/main/java/") + "/src/main/java/".length(), path.length() - ".java".length())
                .replace('/', '.');
    }

    private static String firstPackage(String className) {
        String rest = className.substring(SLIPWAY.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? "" : rest.substring(0, dot);
    }

    private static String place(JavaClass type) {
        return type.getName() + " " + type.getSourceCodeLocation();
    }
}
