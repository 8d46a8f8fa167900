package dev.slipway.search;

import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Score;
import dev.slipway.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The metric against the number of rows that taught, judged by the same rows at each size.
 *
 * @param points from few rows to all
 * @param perDoubling by how much the metric gets better when the rows double: positive is better
 * @param error one standard error of that; {@code NaN} where there is one fold
 * @param sentence whether more data would pay
 */
public record LearningCurve(String metric, List<Point> points, double perDoubling, double error, String sentence) {
    private static final List<Double> SHARES = List.of(0.1, 0.2, 0.4, 0.7);

    /** The slope at the end of the curve is told from so many points. */
    private static final int AT_THE_END = 3;

    /** Beyond so many standard errors it is no chance. */
    private static final double CERTAIN = 2;

    /**
     * One size.
     *
     * @param rows that taught in the fold in which most did
     */
    public record Point(int rows, Score score) {}

    public LearningCurve {
        points = List.copyOf(points);
    }

    /** Fits what won on less and less of its rows; however long that takes. */
    public static LearningCurve of(Result winner, Metric metric, Workbench bench) {
        var cut = winner.best().taught();
        int all = bench.validation().teachingRows(cut);
        var points = new ArrayList<Point>();
        for (double share : SHARES) {
            int rows = (int) Math.ceil(share * all);
            points.add(point(winner, cut.atMost(rows), rows, metric, bench));
        }
        points.add(new Point(all, winner.evaluation().find(metric.id()).orElseThrow()));
        return of(metric, points);
    }

    private static Point point(Result winner, Cut cut, int rows, Metric metric, Workbench bench) {
        var judged = bench.judge(winner.pipeline(), cut, bench.validation().folds());
        return new Point(rows, judged.evaluation().find(metric.id()).orElseThrow());
    }

    /*
     * The slope of the metric over the logarithm of the rows, by least squares through the last points, fold by fold: the
     * folds share their rows, so the standard error of its mean is corrected as in a Margin.
     */
    static LearningCurve of(Metric metric, List<Point> points) {
        var end = points.subList(Math.max(0, points.size() - AT_THE_END), points.size());
        int folds = end.get(0).score().folds().size();
        double sign = metric.higherIsBetter() ? 1 : -1;
        double[] slopes = IntStream.range(0, folds)
                .mapToDouble(fold -> sign * slope(end, fold))
                .toArray();
        var margin = Margin.of(slopes);
        return new LearningCurve(metric.id(), points, margin.mean(), margin.error(), sentence(metric, points, margin));
    }

    private static double slope(List<Point> points, int fold) {
        double x =
                points.stream().mapToDouble(LearningCurve::doublings).average().orElse(0);
        double y = points.stream()
                .mapToDouble(point -> point.score().folds().get(fold))
                .average()
                .orElse(0);
        double both = 0;
        double square = 0;
        for (var point : points) {
            double off = doublings(point) - x;
            both += off * (point.score().folds().get(fold) - y);
            square += off * off;
        }
        return both / square;
    }

    private static double doublings(Point point) {
        return StrictMath.log(point.rows()) / StrictMath.log(2);
    }

    private static String sentence(Metric metric, List<Point> points, Margin margin) {
        boolean pays = margin.beyond(CERTAIN);
        var change = String.format(Locale.ROOT, "%+.2g ± %.2g", margin.mean(), CERTAIN * margin.error());
        return "%s: from %,d rows on, each doubling makes %s better by %s%s"
                .formatted(
                        pays ? "more rows would pay" : "more rows would hardly pay",
                        points.get(Math.max(0, points.size() - AT_THE_END)).rows(),
                        metric.id(),
                        change,
                        pays ? "" : ", which may be chance");
    }
}
