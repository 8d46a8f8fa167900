package dev.slipway.gate;

import dev.slipway.problem.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One recorded number against a bound.
 *
 * @param measure the name it is recorded under
 * @param comparison one of {@code >= <= > <}
 * @param bound in the unit it is recorded in
 */
public record Threshold(String text, String measure, String comparison, double bound) implements Gate {
    /** Recorded in milliseconds. */
    public static final String LATENCY = "latency_p99_ms";

    /** Recorded in bytes. */
    public static final String SIZE = "size_bytes";

    /** Recorded in bytes of the heap. */
    public static final String MEMORY = "resident_bytes";

    private static final Pattern WRITTEN = Pattern.compile(
            "\\s*((?:worst_slice\\(.+\\)\\s+)?[a-z][a-z0-9_]*)\\s*(>=|<=|>|<)\\s*(-?\\d+(?:\\.\\d+)?)\\s*([A-Za-zµ]*)\\s*");
    private static final Map<String, Double> MILLISECONDS = Map.of("us", 0.001, "µs", 0.001, "ms", 1.0, "s", 1000.0);
    private static final Map<String, Double> BYTES = Map.of("B", 1.0, "KB", 1e3, "MB", 1e6, "GB", 1e9);
    private static final Map<String, Double> NO_UNIT = Map.of("", 1.0);

    /** What a word of a gate is recorded as. */
    private record Word(String measure, Map<String, Double> units) {}

    private static final Map<String, Word> WORDS = Map.of(
            "latency_p99", new Word(LATENCY, MILLISECONDS),
            "size", new Word(SIZE, BYTES),
            "memory", new Word(MEMORY, BYTES));

    static Optional<Threshold> read(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var written = matcher.group(1);
        var otherwise = WorstSlice.of(written).map(WorstSlice::measure).orElse(written);
        var word = WORDS.getOrDefault(written, new Word(otherwise, NO_UNIT));
        return Optional.ofNullable(word.units().get(matcher.group(4)))
                .map(unit -> new Threshold(
                        text.strip(), word.measure(), matcher.group(2), Double.parseDouble(matcher.group(3)) * unit));
    }

    @Override
    public Verdict judge(Candidacy candidacy) {
        var found = candidacy.own(measure);
        if (found.isEmpty()) {
            return new Verdict.NoEvidence("nothing is recorded under '%s'%s"
                    .formatted(measure, Nearest.hint(measure, candidacy.own().keySet())));
        }
        var reason = "%s is %s".formatted(measure, shown(found.get()));
        return holds(found.get()) ? new Verdict.Passed(reason) : new Verdict.Failed(reason);
    }

    /** In few digits, unless those would contradict the verdict: 0.849999 is not at least 0.85. */
    private String shown(double found) {
        var few = Numbers.shown(found);
        return holds(Double.parseDouble(few)) == holds(found) ? few : Double.toString(found);
    }

    private boolean holds(double found) {
        return switch (comparison) {
            case ">=" -> found >= bound;
            case "<=" -> found <= bound;
            case ">" -> found > bound;
            default -> found < bound;
        };
    }
}
