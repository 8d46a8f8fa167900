package dev.slipway.document;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** Makes every component of a record required unless it is optional; Jackson alone would fill in 0 and false. */
final class WholeRecords extends JacksonAnnotationIntrospector {
    private static final Set<Class<?>> MAY_BE_ABSENT =
            Set.of(Optional.class, OptionalDouble.class, OptionalInt.class, OptionalLong.class);

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member instanceof AnnotatedParameter && !MAY_BE_ABSENT.contains(member.getRawType());
    }

    /** Takes numbers for doubles, and no text such as "NaN", which Jackson takes by default. */
    static SimpleModule plainDoubles() {
        return new SimpleModule()
                .addDeserializer(Double.class, new PlainDouble())
                .addDeserializer(double.class, new PlainDouble());
    }

    private static final class PlainDouble extends StdScalarDeserializer<Double> {
        PlainDouble() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                return context.reportInputMismatch(
                        this, "expected a number, found %s", String.valueOf(parser.currentToken()));
            }
            return parser.getDoubleValue();
        }
    }
}
