package dev.slipway.document;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

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

    private static final JsonMapper STRICT = mapper(new FiniteNumbers(false));
    private static final JsonMapper PRETTY =
            STRICT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper NAMING = mapper(new FiniteNumbers(true));

    private Json() {}

    private static JsonMapper mapper(FiniteNumbers numbers) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(LIMITS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .addDecorator(numbers)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
    }

    /** The document as a record (or another type) whose every component must be there unless it is an Optional. */
    public static <T> T read(String name, byte[] utf8, Class<T> type) {
        return type.cast(read(name, utf8, STRICT.constructType(type)));
    }

    /** The document as a list of records. */
    public static <T> List<T> readList(String name, byte[] utf8, Class<T> item) {
        var list = (List<?>) read(name, utf8, STRICT.getTypeFactory().constructCollectionType(List.class, item));
        return list.stream().<T>map(item::cast).toList();
    }

    private static Object read(String name, byte[] utf8, JavaType type) {
        try (JsonParser parser = parser(name, utf8)) {
            Object value = STRICT.readValue(parser, type);
            if (value == null) {
                throw SlipwayException.usage("JSON-SHAPE", "null stands for the whole document", name, "send a value");
            }
            return value;
        } catch (JacksonException e) {
            throw refusal(name, e);
        }
    }

    /**
     * A token stream for readers in a hurry. Its {@link JacksonException}s become problems by
     * {@link #refusal(String, JacksonException)}.
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

    /** For people: indented, one key a line, ending in a line feed. */
    public static String pretty(Object value) {
        return PRETTY.writeValueAsString(value).replace("\r\n", "\n") + "\n";
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

    /** What a person reads when Jackson refuses. */
    public static SlipwayException refusal(String name, JacksonException e) {
        if (e.getCause() instanceof SlipwayException inner) {
            return inner;
        }
        TokenStreamLocation location = e.getLocation();
        String where = location == null || location.getLineNr() < 1
                ? name
                : "%s, line %d, column %d".formatted(name, location.getLineNr(), location.getColumnNr());
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
        boolean malformed = e instanceof StreamReadException;
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

    static SlipwayException refusal(String name, TokenStreamLocation location, String what) {
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
