package dev.slipway.model;

import dev.slipway.table.Table;
import dev.slipway.tree.Forest;
import dev.slipway.tree.Trees.Answer;
import java.util.List;
import java.util.Set;

/**
 * How strange a row is, from 0 to 1, by how few random questions set it apart from the others (Liu, Ting and Zhou 2008):
 * 2 to the power of minus the mean number of questions, as a share of what they are among so many rows on average. About 0.5
 * for a row like all others, towards 1 for a strange one.
 */
public final class IsolationModel implements Model {
    /** The column that answers stand in, for there is none in the data. */
    public static final String COLUMN = "strangeness";

    private static final double EULER = 0.577_215_664_901_532_9;

    private final Forest trees;
    private final TreeModel questions;
    private final int sample;

    /**
     * @param trees answer with the number of questions before a row's leaf
     * @param sample rows that each tree was grown on
     */
    public IsolationModel(List<String> columns, Forest trees, int sample) {
        if (trees.answer() != Answer.NUMBER || sample < 2) {
            throw new IllegalArgumentException("trees of %s, on %d rows".formatted(trees.answer(), sample));
        }
        this.trees = trees;
        this.questions = new TreeModel(columns, trees);
        this.sample = sample;
    }

    /** How many questions it takes on average to set one of so many rows apart: those of a search in a random binary tree. */
    public static double meanDepth(int rows) {
        if (rows <= 2) {
            return rows - 1.0;
        }
        return 2 * (StrictMath.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }

    @Override
    public Predictions predict(Table table) {
        double[] depths = questions.predict(table).numbers();
        double usual = meanDepth(sample);
        for (int row = 0; row < depths.length; row++) {
            depths[row] = StrictMath.pow(2, -depths[row] / usual);
        }
        return Predictions.ofNumbers(depths);
    }

    @Override
    public Target answers(Target asked) {
        return new Target.Quantity(COLUMN);
    }

    @Override
    public Set<String> inputs() {
        return questions.inputs();
    }

    public List<String> columns() {
        return questions.columns();
    }

    /** The trees that ask the questions. */
    public Forest trees() {
        return trees;
    }

    public int sample() {
        return sample;
    }
}
