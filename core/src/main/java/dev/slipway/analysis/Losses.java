package dev.slipway.analysis;

import dev.slipway.drift.Tails;
import dev.slipway.metric.Answers;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What each row loses: of classes the squared distance of the probabilities from what happened, which is bounded; of numbers
 * the distance.
 */
final class Losses {
    private final double[] losses;
    private final Summary all;

    private Losses(double... losses) {
        this.losses = losses;
        all = by(1, row -> 0).get(0);
    }

    static Losses of(Answers answers) {
        return new Losses(IntStream.range(0, answers.rows())
                .mapToDouble(row -> of(answers, row))
                .toArray());
    }

    private static double of(Answers answers, int row) {
        if (answers.classes() == 1) {
            return Math.abs(answers.answer(row) - answers.truth(row));
        }
        double sum = 0;
        for (int label = 0; label < answers.classes(); label++) {
            double off = answers.probability(row, label) - (label == answers.label(row) ? 1 : 0);
            sum += off * off;
        }
        return sum;
    }

    /** Some rows: how many, the sum of their losses and of the squares. */
    record Summary(int rows, double sum, double squares) {
        double mean() {
            return rows == 0 ? 0 : sum / rows;
        }

        double variance() {
            return rows < 2 ? 0 : Math.max(0, (squares - sum * sum / rows) / (rows - 1));
        }

        double deviation() {
            return Math.sqrt(variance());
        }
    }

    int rows() {
        return losses.length;
    }

    Summary all() {
        return all;
    }

    /** The summaries of parts of the rows. */
    List<Summary> by(int parts, IntUnaryOperator partOfRow) {
        var rows = new int[parts];
        var sums = new double[parts];
        var squares = new double[parts];
        for (int row = 0; row < losses.length; row++) {
            int part = partOfRow.applyAsInt(row);
            if (part >= 0) {
                rows[part]++;
                sums[part] += losses[row];
                squares[part] += losses[row] * losses[row];
            }
        }
        return IntStream.range(0, parts)
                .mapToObj(part -> new Summary(rows[part], sums[part], squares[part]))
                .toList();
    }

    Summary of(int... rows) {
        double sum = 0;
        double squares = 0;
        for (int row : rows) {
            sum += losses[row];
            squares += losses[row] * losses[row];
        }
        return new Summary(rows.length, sum, squares);
    }

    Summary without(Summary part) {
        return new Summary(all.rows - part.rows, all.sum - part.sum, all.squares - part.squares);
    }

    /** What the rows of a part lose more than all others. */
    double excess(Summary part) {
        return part.mean() - without(part).mean();
    }

    /** How probable it is that chance alone makes a part lose so much more: Welch's test, the normal its limit. */
    double chance(Summary part) {
        var others = without(part);
        if (part.rows < 2 || others.rows < 2) {
            return 1;
        }
        double error = Math.sqrt(part.variance() / part.rows + others.variance() / others.rows);
        return error > 0 ? Tails.normal(excess(part) / error) : excess(part) > 0 ? 0 : 1;
    }
}
