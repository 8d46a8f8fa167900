package dev.slipway.evaluation;

import dev.slipway.metric.Answers;
import dev.slipway.model.Target;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Table;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the answers are worth in the unit the project exists to move: whoever's probability reaches the threshold is acted on.
 *
 * @param threshold the least probability that is acted on; where nobody says, the one that brings most is chosen
 * @param unit such as EUR
 */
public record Value(Worth worth, Optional<Double> threshold, String unit) {
    /** What it is called among the metrics. */
    public static final String METRIC = "value";

    private static final int THOUSAND = 1_000;

    /** @throws SlipwayException where the rows have no numbers to gain, or the target no positive class */
    void require(Table rows, Target target) {
        if (target.labels().size() != 2) {
            throw SlipwayException.usage(
                    "VALUE-NOT-BINARY",
                    "a value is gained by acting on one of two classes, and the target has %s"
                            .formatted(
                                    target.labels().isEmpty()
                                            ? "none"
                                            : target.labels().size()),
                    "value",
                    "take 'value' out of the project, or predict a column of two classes");
        }
        if (worth instanceof Worth.Reward reward) {
            reward.requireNumbers(rows);
        }
    }

    /**
     * Gained per 1,000 rows, acted on or not. Without a threshold of its own each half of the rows is acted on by the
     * threshold that would have brought most on the other half, so that none is judged by what it was chosen from.
     */
    double perThousand(Table rows, Answers answers) {
        if (threshold.isPresent()) {
            return at(rows, answers, threshold.get());
        }
        int[] even = half(answers.rows(), 0);
        int[] odd = half(answers.rows(), 1);
        double gained = cross(rows, answers, odd, even) + cross(rows, answers, even, odd);
        return gained * THOUSAND / answers.rows();
    }

    private static int[] half(int rows, int rest) {
        return IntStream.range(0, rows).filter(row -> row % 2 == rest).toArray();
    }

    private double cross(Table rows, Answers answers, int[] chosenOn, int[] applied) {
        double best = best(rows.rows(chosenOn), answers.rows(chosenOn));
        return total(rows.rows(applied), answers.rows(applied), best);
    }

    /** Gained per 1,000 rows where whoever reaches this threshold is acted on. */
    double at(Table rows, Answers answers, double least) {
        return total(rows, answers, least) * THOUSAND / answers.rows();
    }

    private double total(Table rows, Answers answers, double least) {
        double gained = 0;
        for (int row = 0; row < answers.rows(); row++) {
            gained += worth.of(rows, row, answers.answer(row) >= least, answers.label(row) == 1);
        }
        return gained;
    }

    /** The threshold that brings most on these rows. */
    double best(Table rows, Answers answers) {
        return Threshold.best(
                answers,
                row -> worth.of(rows, row, true, answers.label(row) == 1)
                        - worth.of(rows, row, false, answers.label(row) == 1));
    }

    /**
     * The threshold to act by, with what it is held against.
     *
     * @param rows the outcomes of the rows that judged, in their order
     * @param answers of models that had not seen them
     * @param perThousand what was measured on rows the threshold was not chosen from
     */
    public Decision decide(Table rows, Answers answers, double perThousand) {
        return new Decision(
                threshold.orElseGet(() -> best(rows, answers)),
                threshold.isEmpty(),
                unit,
                perThousand,
                at(rows, answers, Threshold.HALF),
                at(rows, answers, 0),
                at(rows, answers, Threshold.NOBODY));
    }
}
