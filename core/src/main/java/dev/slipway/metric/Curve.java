package dev.slipway.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How two shares of the rows move together while the threshold falls: a point for each score that occurs, from "nobody is
 * answered yes" to "everybody is".
 *
 * @param points by falling threshold; the first, of nobody, has the highest score plus one
 */
public record Curve(List<Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    /** What holds where rows are answered yes at a threshold and above. */
    public record Point(double x, double y, double threshold) {}

    /** What a point shows, of the place in a ranking; -1 is the place of nobody. */
    private interface Axes {
        Point at(int place, double threshold);
    }

    /** The false positive rate and the true positive rate; absent with one class. */
    public static Optional<Curve> roc(Answers answers) {
        var ranking = Ranking.of(answers);
        return ranking.positives() > 0 && ranking.negatives() > 0
                ? Optional.of(of(
                        ranking,
                        (place, threshold) -> new Point(
                                ranking.negatives(place) / ranking.negatives(),
                                ranking.positives(place) / ranking.positives(),
                                threshold)))
                : Optional.empty();
    }

    /** Recall and precision, which is 1 for nobody; absent without positives. */
    public static Optional<Curve> precisionRecall(Answers answers) {
        var ranking = Ranking.of(answers);
        return ranking.positives() > 0
                ? Optional.of(of(ranking, (place, threshold) -> {
                    double found = ranking.positives(place);
                    double answered = found + ranking.negatives(place);
                    return new Point(found / ranking.positives(), answered > 0 ? found / answered : 1, threshold);
                }))
                : Optional.empty();
    }

    /**
     * The share of all rows answered yes and the share of the positives among them; absent without positives. The lift of a
     * point is {@code y / x}.
     */
    public static Optional<Curve> gain(Answers answers) {
        var ranking = Ranking.of(answers);
        double all = ranking.positives() + ranking.negatives();
        return ranking.positives() > 0
                ? Optional.of(of(
                        ranking,
                        (place, threshold) -> new Point(
                                (ranking.positives(place) + ranking.negatives(place)) / all,
                                ranking.positives(place) / ranking.positives(),
                                threshold)))
                : Optional.empty();
    }

    private static Curve of(Ranking ranking, Axes axes) {
        var points = new ArrayList<Point>();
        points.add(axes.at(-1, ranking.score(0) + 1));
        for (int place = 0; place < ranking.size(); place++) {
            points.add(axes.at(place, ranking.score(place)));
        }
        return new Curve(points);
    }

    /** At most this many points, evenly along the list, both ends among them: enough for a picture. */
    public Curve thinned(int most) {
        if (points.size() <= most) {
            return this;
        }
        var kept = new ArrayList<Point>();
        for (int at = 0; at < most; at++) {
            kept.add(points.get((int) ((long) at * (points.size() - 1) / (most - 1))));
        }
        return new Curve(kept);
    }
}
