package dev.slipway.evaluation;

import dev.slipway.metric.Answers;
import java.util.Arrays;

/** The rows one fold judged by, and what the model that had not seen them answered. Immutable. */
public final class Judged {
    private final int[] rows;
    private final Answers answers;

    /**
     * @param rows places in the training data, ascending; taken over
     * @param answers one for each of the rows, in their order
     */
    public Judged(int[] rows, Answers answers) {
        this.rows = rows;
        this.answers = answers;
    }

    /** Places in the training data, from 0; a copy. */
    public int[] rows() {
        return rows.clone();
    }

    public Answers answers() {
        return answers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Judged that && Arrays.equals(rows, that.rows) && answers.equals(that.answers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }
}
