package dev.slipway.dossier;

import dev.slipway.analysis.Bootstrap;
import dev.slipway.analysis.Interval;
import dev.slipway.evaluation.Decision;
import dev.slipway.metric.Answers;
import dev.slipway.metric.Calibration;
import dev.slipway.metric.Confusion;
import dev.slipway.metric.Curve;
import dev.slipway.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How good answers are, by everything that can be asked of them.
 *
 * @param rows that were answered
 * @param figures every metric over all rows, with the interval of the one that decided
 * @param roc with two classes only, as the next three
 * @param confusion rows are the true classes, columns the answered ones; empty for numbers
 * @param decision from which probability on to act; where a value is declared
 * @param offs for numbers, how far answers lie from the truth
 */
public record Quality(
        int rows,
        List<Figure> figures,
        Optional<Curve> roc,
        Optional<Curve> precisionRecall,
        Optional<Curve> gain,
        Optional<Calibration> calibration,
        List<List<Double>> confusion,
        Optional<Decision> decision,
        List<Off> offs) {
    private static final int POINTS = 200;
    private static final int BINS = 10;
    private static final int MOST_CLASSES = 30;

    public Quality {
        figures = List.copyOf(figures);
        confusion = confusion.stream().map(List::copyOf).toList();
        offs = List.copyOf(offs);
    }

    /** A metric over all rows; absent where it has no meaning. */
    public record Figure(String metric, Optional<Double> value, Optional<Interval> interval) {}

    /** Rows whose answers lie side by side: their mean answer, their mean truth, and how many there are. */
    public record Off(double answered, double truth, int rows) {}

    /** @param decided the metric that gets an interval */
    public static Quality of(Answers answers, Metric decided, Optional<Decision> decision) {
        boolean two = answers.classes() == 2 && answers.rows() > 0;
        return new Quality(
                answers.rows(),
                figures(answers, decided),
                two ? Curve.roc(answers).map(curve -> curve.thinned(POINTS)) : Optional.empty(),
                two ? Curve.precisionRecall(answers).map(curve -> curve.thinned(POINTS)) : Optional.empty(),
                two ? Curve.gain(answers).map(curve -> curve.thinned(POINTS)) : Optional.empty(),
                two ? Optional.of(Calibration.quantile(answers, BINS)) : Optional.empty(),
                answers.rows() > 0 && answers.classes() > 1 && answers.classes() <= MOST_CLASSES
                        ? confusion(answers)
                        : List.of(),
                decision,
                answers.classes() == 1 ? offs(answers) : List.of());
    }

    private static List<Figure> figures(Answers answers, Metric decided) {
        return Metric.forClasses(answers.classes()).stream()
                .map(metric -> {
                    var value = metric.of(answers);
                    return new Figure(
                            metric.id(),
                            value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty(),
                            metric.id().equals(decided.id())
                                    ? Bootstrap.STANDARD.of(metric, answers)
                                    : Optional.empty());
                })
                .toList();
    }

    private static List<List<Double>> confusion(Answers answers) {
        var counted = Confusion.of(answers);
        return IntStream.range(0, answers.classes())
                .mapToObj(truth -> IntStream.range(0, answers.classes())
                        .mapToObj(answered -> counted.count(truth, answered))
                        .toList())
                .toList();
    }

    /** Twenty groups of rows by rising answer. */
    private static List<Off> offs(Answers answers) {
        int[] rising = IntStream.range(0, answers.rows())
                .boxed()
                .sorted((one, other) -> Double.compare(answers.answer(one), answers.answer(other)))
                .mapToInt(row -> row)
                .toArray();
        int groups = Math.min(2 * BINS, rising.length);
        var offs = new ArrayList<Off>();
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) rising.length * group / groups);
            int to = (int) ((long) rising.length * (group + 1) / groups);
            int[] rows = IntStream.range(from, to).map(at -> rising[at]).toArray();
            offs.add(new Off(
                    IntStream.of(rows).mapToDouble(answers::answer).average().orElse(Double.NaN),
                    IntStream.of(rows).mapToDouble(answers::truth).average().orElse(Double.NaN),
                    rows.length));
        }
        return offs;
    }

    /** The value of a metric over all rows. */
    public Optional<Double> value(String metric) {
        return figures.stream()
                .filter(figure -> figure.metric().equals(metric))
                .findFirst()
                .flatMap(Figure::value);
    }
}
