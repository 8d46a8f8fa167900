package dev.slipway.document;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The one way this project reads and writes JSON: strictly. Reading takes RFC 8259 in UTF-8 and nothing more: no key twice,
 * nothing after the end, no NaN, no number a double cannot hold, no unpaired surrogate, at most 100 deep; whatever else
 * comes is a {@link SlipwayException} with line and column. Writing keeps doubles exact in the fewest digits. Thread-safe.
 */
public final class Json {
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxNumberLength(1_000)
            .maxStringLength(2_000_000)
            .maxNameLength(10_000)
            .build();

    private static final JsonMapper STRICT = mapper(false);
    private static final JsonMapper PRETTY =
            STRICT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper NAMING = mapper(true);
    private static final JsonMapper PRETTY_NAMING =
            NAMING.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Pattern MISSING = Pattern.compile("^Missing required creator property '(.*)' \\(index");

    private Json() {}

    private static JsonMapper mapper(boolean naming) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(LIMITS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .addDecorator(new FiniteNumbers(naming))
                .build();
        return JsonMapper.builder(factory)
                .annotationIntrospector(new WholeRecords())
                .addModule(naming ? new SimpleModule() : WholeRecords.plainDoubles())
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // read() looks for itself, to name the place
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    for (var shape :
                            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                        text.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .build();
    }

    /** The document as a record (or another type) whose every component must be there unless it is an Optional. */
    public static <T> T read(String name, byte[] utf8, Class<T> type) {
        return type.cast(read(STRICT, name, utf8, STRICT.constructType(type)));
    }

    /** As {@link #read}, and numbers may be what {@link #writeNaming} makes of NaN and the infinities. */
    public static <T> T readNaming(String name, byte[] utf8, Class<T> type) {
        return type.cast(read(NAMING, name, utf8, NAMING.constructType(type)));
    }

    /** The same from text. */
    public static <T> T read(String name, String text, Class<T> type) {
        return read(name, text.getBytes(StandardCharsets.UTF_8), type);
    }

    /** The document as a list of records. */
    public static <T> List<T> readList(String name, byte[] utf8, Class<T> item) {
        JavaType type = STRICT.getTypeFactory().constructCollectionType(List.class, item);
        return ((List<?>) read(STRICT, name, utf8, type))
                .stream().<T>map(item::cast).toList();
    }

    private static Object read(JsonMapper mapper, String name, byte[] utf8, JavaType type) {
        try (JsonParser parser = parser(name, utf8)) {
            return read(mapper, name, parser, type);
        }
    }

    private static Object read(JsonMapper mapper, String name, JsonParser parser, JavaType type) {
        try {
            first(name, parser);
            Object value = mapper.readValue(parser, type);
            if (value == null) {
                throw SlipwayException.usage("JSON-SHAPE", "null stands for the whole document", name, "send a value");
            }
            last(name, parser);
            return value;
        } catch (JacksonException e) {
            throw refusal(name, parser, e);
        }
    }

    /** Moves to the first token, which must be there. */
    static void first(String name, JsonParser parser) {
        if (parser.nextToken() == null) {
            throw malformed(name, parser.currentLocation(), "there is no value");
        }
    }

    /** Moves behind the last token, where nothing may follow. */
    static void last(String name, JsonParser parser) {
        if (parser.nextToken() != null) {
            throw malformed(name, parser.currentTokenLocation(), "there is more after the end of the document");
        }
    }

    /**
     * A token stream for readers in a hurry. Its {@link JacksonException}s become problems by
     * {@link #refusal}.
     */
    public static JsonParser parser(String name, byte[] utf8) {
        JsonBytes.check(name, utf8);
        return new FiniteParser(STRICT.createParser(utf8));
    }

    /** Compact, in the order of the record's components; a number that is not finite is a bug of the caller. */
    public static String write(Object value) {
        return STRICT.writeValueAsString(value);
    }

    /** As {@link #write}, in UTF-8. */
    public static byte[] bytes(Object value) {
        return STRICT.writeValueAsBytes(value);
    }

    /** Compact, with NaN and the infinities as the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
    public static String writeNaming(Object value) {
        return NAMING.writeValueAsString(value);
    }

    /** As {@link #writeNaming}, in UTF-8. */
    public static byte[] namingBytes(Object value) {
        return NAMING.writeValueAsBytes(value);
    }

    /** For people: indented, one key a line, ending in a line feed. */
    public static String pretty(Object value) {
        return PRETTY.writeValueAsString(value).replace("\r\n", "\n") + "\n";
    }

    /** As {@link #pretty}, with NaN and the infinities as {@link #writeNaming} has them. */
    public static String prettyNaming(Object value) {
        return PRETTY_NAMING.writeValueAsString(value).replace("\r\n", "\n") + "\n";
    }

    /** One text for one content, for hashing: compact, keys sorted at every level. */
    public static String canonical(Object value) {
        return STRICT.writeValueAsString(sorted(STRICT.convertValue(value, Object.class)));
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), sorted(item)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Json::sorted).collect(Collectors.toList()) : value;
    }

    /** The shortest decimal that reads back as the same double. */
    public static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    /** A generator that writes to memory as {@link #write} does, for writers in a hurry. */
    public static JsonGenerator generator(OutputStream out) {
        return STRICT.createGenerator(out);
    }

    /** What a person reads when Jackson refuses what this parser read. */
    public static SlipwayException refusal(String name, JsonParser parser, JacksonException e) {
        if (e.getCause() instanceof SlipwayException inner) {
            return inner;
        }
        // A limit that is passed has no place of its own; then it is where the parser stands.
        TokenStreamLocation thrown = e.getLocation();
        TokenStreamLocation location = thrown == null || thrown.getLineNr() < 1 ? parser.currentLocation() : thrown;
        String where = "%s, line %d, column %d".formatted(name, location.getLineNr(), location.getColumnNr());
        return new SlipwayException(SlipwayException.Kind.USAGE, problem(where, e), e);
    }

    private static Problem problem(String where, JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            String key = unknown.getPropertyName();
            return new Problem(
                    "JSON-UNKNOWN-KEY",
                    "unknown key '%s'%s".formatted(key, Nearest.hint(key, known)),
                    where,
                    "remove it, or use one of " + String.join(", ", known));
        }
        Matcher missing = MISSING.matcher(firstLine(e));
        if (missing.find()) {
            String key = missing.group(1);
            return new Problem(
                    "JSON-MISSING-KEY", "key '%s' is missing".formatted(key), where, "add \"%s\"".formatted(key));
        }
        boolean malformed = !(e instanceof DatabindException);
        String path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + (step.getIndex() + 1) + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return malformed
                ? new Problem(
                        "JSON-MALFORMED", "not JSON: " + firstLine(e), where, "send strict JSON (RFC 8259) in UTF-8")
                : new Problem(
                        "JSON-SHAPE",
                        firstLine(e),
                        path.isEmpty() ? where : "%s, '%s'".formatted(where, path),
                        "correct the value");
    }

    private static SlipwayException malformed(String name, TokenStreamLocation location, String what) {
        return SlipwayException.usage(
                "JSON-MALFORMED",
                what,
                "%s, line %d, column %d".formatted(name, location.getLineNr(), location.getColumnNr()),
                "send one JSON value and nothing after it");
    }

    private static String firstLine(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.isBlank() ? "unreadable" : line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
