package dev.slipway.portrait;

import dev.slipway.contract.ContractColumn;
import dev.slipway.portrait.ColumnPortrait.Bin;
import dev.slipway.portrait.ColumnPortrait.Extreme;
import dev.slipway.portrait.ColumnPortrait.Lengths;
import dev.slipway.portrait.ColumnPortrait.Quantile;
import dev.slipway.portrait.ColumnPortrait.Shape;
import dev.slipway.portrait.ColumnPortrait.Spread;
import dev.slipway.portrait.ColumnPortrait.Timeline;
import dev.slipway.portrait.ColumnPortrait.Top;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.profile.Extremes;
import dev.slipway.statistic.Figure;
import dev.slipway.statistic.Histogram;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the portrait of one column out of its profile and of what a contract would make of it. */
final class ColumnPainter {
    private static final List<Double> QUANTILES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);
    private static final int BARS = 20;
    private static final int ENDS = 5;
    private static final int SHAPES = 10;

    private final ColumnProfile seen;
    private final ColumnType kind;
    private final int most;

    private ColumnPainter(ColumnProfile seen, int most) {
        this.seen = seen;
        this.kind = seen.kind();
        this.most = most;
    }

    /** @param most how many of the frequent values are listed */
    static ColumnPortrait of(ColumnProfile seen, ContractColumn proposed, int most) {
        return ColumnRemarks.added(new ColumnPainter(seen, most).portrait(), seen, proposed);
    }

    private ColumnPortrait portrait() {
        return new ColumnPortrait(
                seen.name(),
                kind,
                seen.rows(),
                seen.missing(),
                seen.distinct(),
                spread(),
                bins(),
                top(),
                kind.quantity() ? ends(seen.extremes().smallest()) : List.of(),
                kind.quantity() ? ends(seen.extremes().largest()) : List.of(),
                kind.textual() && seen.lengths().count() > 0 ? Optional.of(lengths()) : Optional.empty(),
                kind.textual() ? shapes() : List.of(),
                timeline(),
                List.of());
    }

    private boolean timed() {
        return kind == ColumnType.TIMESTAMP && seen.timeline().count() > 0;
    }

    private Optional<Spread> spread() {
        boolean numbers = kind.quantity() && seen.numbers().count() > 0;
        if (!numbers && !timed()) {
            return Optional.empty();
        }
        var quantiles = QUANTILES.stream()
                .map(of -> new Quantile(of, seen.quantile(of)))
                .toList();
        return Optional.of(
                timed()
                        ? new Spread(
                                (double) seen.timeline().first(),
                                (double) seen.timeline().last(),
                                Double.NaN,
                                Double.NaN,
                                quantiles)
                        : new Spread(
                                seen.extremes().min(),
                                seen.extremes().max(),
                                seen.moments().mean(),
                                seen.moments().deviation(),
                                quantiles));
    }

    // ---- bars

    private List<Bin> bins() {
        if (timed()) {
            return bins(seen.timeline().histogram(BARS));
        }
        if (!kind.quantity() || seen.numbers().count() == 0) {
            return List.of();
        }
        double min = seen.extremes().min();
        double span = seen.extremes().max() - min;
        if (kind != ColumnType.INTEGER || span < 1 || span > 1e12) {
            return bins(seen.histogram(BARS));
        }
        // Bars of whole numbers hold equally many of them, or some would stand out for no other reason.
        double width = Math.ceil((span + 1) / BARS);
        int bars = (int) Math.ceil((span + 1) / width);
        return width == 1 ? single(min, bars) : bins(seen.numbers().histogram(bars, min, min + bars * width));
    }

    /** One bar for each whole number. */
    private List<Bin> single(double min, int bars) {
        var counts = seen.numbers().histogram(bars, min, min + bars).counts();
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < bars; i++) {
            bins.add(new Bin(
                    min + i, min + i, figure(counts.get(i), seen.numbers().isExact())));
        }
        return bins;
    }

    private static List<Bin> bins(Histogram histogram) {
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < histogram.counts().size(); i++) {
            var count = figure(histogram.counts().get(i), histogram.exact());
            bins.add(new Bin(histogram.edges().get(i), histogram.edges().get(i + 1), count));
        }
        return bins;
    }

    /** A count that is no further off than the values at the edges of its bar: nothing better is known. */
    private static Figure figure(long count, boolean exact) {
        return exact ? Figure.exact((double) count) : Figure.within((double) count, Double.NaN);
    }

    // ---- values

    private List<Top> top() {
        return seen.top(most).stream()
                .map(top -> new Top(top.value(), Figure.exact((double) top.count()), top.share()))
                .toList();
    }

    private static List<Extreme> ends(List<Extremes.Extreme> ends) {
        return ends.stream()
                .limit(ENDS)
                .map(end ->
                        new Extreme(end.value(), end.seen().count(), end.seen().record()))
                .toList();
    }

    private Lengths lengths() {
        var lengths = seen.lengths();
        return new Lengths(lengths.min(), lengths.mean(), lengths.max());
    }

    private List<Shape> shapes() {
        return seen.patterns().shapes().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHAPES)
                .map(shape ->
                        new Shape(shape.getKey(), Figure.exact(shape.getValue().doubleValue())))
                .toList();
    }

    private Optional<Timeline> timeline() {
        if (!timed()) {
            return Optional.empty();
        }
        var times = seen.timeline();
        return Optional.of(times.gaps(1).stream()
                .findFirst()
                .map(gap -> new Timeline(times.first(), times.last(), gap.from(), gap.to()))
                .orElseGet(() -> new Timeline(times.first(), times.last(), times.last(), times.last())));
    }
}
