package dev.slipway.portrait;

import dev.slipway.contract.ContractColumn;
import dev.slipway.portrait.ColumnPortrait.Bin;
import dev.slipway.portrait.ColumnPortrait.Extreme;
import dev.slipway.portrait.ColumnPortrait.Lengths;
import dev.slipway.portrait.ColumnPortrait.Quantile;
import dev.slipway.portrait.ColumnPortrait.Spread;
import dev.slipway.portrait.ColumnPortrait.Top;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.profile.Extremes;
import dev.slipway.profile.NumberText;
import dev.slipway.profile.TimestampText;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the portrait of one column out of its profile and of what a contract would make of it. */
final class ColumnPainter {
    private static final List<Double> QUANTILES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    private final ColumnProfile seen;
    private final ColumnType kind;
    private final int most;
    private final TreeMap<Double, Long> numbers = new TreeMap<>();

    private ColumnPainter(ColumnProfile seen, ColumnType kind, int most) {
        this.seen = seen;
        this.kind = kind;
        this.most = most;
        seen.values().values().forEach((text, value) -> {
            double number = kind == ColumnType.TIMESTAMP ? time(text) : NumberText.number(text);
            if (!Double.isNaN(number)) {
                numbers.merge(number, value.count(), Long::sum);
            }
        });
    }

    private static double time(String text) {
        long micros = TimestampText.micros(text);
        return micros == TimestampText.NONE ? Double.NaN : (double) micros;
    }

    /** @param most how many of the frequent values are listed */
    static ColumnPortrait of(ColumnProfile seen, ContractColumn proposed, int most) {
        return new ColumnPainter(seen, proposed.type(), most).portrait(proposed);
    }

    private ColumnPortrait portrait(ContractColumn proposed) {
        var portrait = new ColumnPortrait(
                seen.name(),
                kind,
                seen.rows(),
                seen.missing(),
                distinct(),
                spread(),
                bins(),
                top(),
                measured() ? ends(seen.extremes().smallest()) : List.of(),
                measured() ? ends(seen.extremes().largest()) : List.of(),
                kind.textual() && seen.lengths().count() > 0 ? Optional.of(lengths()) : Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
        return ColumnRemarks.added(portrait, seen, proposed);
    }

    /** Whether the values have places on a scale. */
    private boolean measured() {
        return kind.quantity() || kind == ColumnType.TIMESTAMP;
    }

    private Measure distinct() {
        return seen.values().exact()
                ? Measure.exact(seen.values().values().size() * 1.0)
                : Measure.estimate((double) seen.present(), 1);
    }

    private Optional<Spread> spread() {
        if (!measured() || Double.isNaN(seen.extremes().min())) {
            return Optional.empty();
        }
        var quantiles = QUANTILES.stream()
                .filter(of -> !numbers.isEmpty())
                .map(of -> new Quantile(of, Measure.exact(quantile(of))))
                .toList();
        return Optional.of(new Spread(
                seen.extremes().min(),
                seen.extremes().max(),
                seen.moments().mean(),
                seen.moments().deviation(),
                quantiles));
    }

    private double quantile(double of) {
        long all = numbers.values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (var number : numbers.entrySet()) {
            before += number.getValue();
            if (before >= of * all) {
                return number.getKey();
            }
        }
        return Double.NaN;
    }

    private List<Bin> bins() {
        if (!measured() || numbers.isEmpty()) {
            return List.of();
        }
        double low = numbers.firstKey();
        double high = numbers.lastKey();
        int bars = low == high ? 1 : Math.min(24, Math.max(2, numbers.size()));
        var bins = new ArrayList<Bin>();
        double width = (high - low) / bars;
        for (int i = 0; i < bars; i++) {
            double from = low + i * width;
            double to = i == bars - 1 ? high : low + (i + 1) * width;
            long count = numbers.subMap(from, true, to, i == bars - 1).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            bins.add(new Bin(from, to, Measure.exact((double) count)));
        }
        return bins;
    }

    private List<Top> top() {
        return seen.values().values().entrySet().stream()
                .sorted(Map.Entry.comparingByValue((left, right) -> Long.compare(right.count(), left.count())))
                .limit(most)
                .map(value -> new Top(
                        value.getKey(),
                        Measure.exact((double) value.getValue().count()),
                        (double) value.getValue().count() / seen.present()))
                .toList();
    }

    private static List<Extreme> ends(List<Extremes.Extreme> ends) {
        return ends.stream()
                .limit(5)
                .map(end ->
                        new Extreme(end.value(), end.seen().count(), end.seen().record()))
                .toList();
    }

    private Lengths lengths() {
        var lengths = seen.lengths();
        return new Lengths(lengths.min(), (double) lengths.total() / lengths.count(), lengths.max());
    }
}
