package dev.slipway.tree;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Boosted trees that XGBoost grew: gbtree or dart, from its JSON or UBJSON file. Features and margins are single precision:
 * a value goes left when, as a float, it is less than the threshold, and where the branch says so when missing.
 */
public final class XgboostTrees implements Trees {
    private final byte[] file;
    private final int features;
    private final List<String> featureNames;
    private final int groups;
    private final XgboostObjective objective;
    private final float[] baseMargins;
    private final FloatTrees trees;
    private final int size;

    private XgboostTrees(byte[] file) {
        XgboostModel model = XgboostModel.read(file);
        this.file = file;
        this.features = model.features();
        this.featureNames = model.featureNames();
        this.groups = model.groups();
        this.objective = model.objective();
        this.baseMargins = model.baseMargins();
        this.trees = new FloatTrees(features, baseMargins, model.trees());
        this.size = model.trees().size();
    }

    /** Reads the JSON or UBJSON model that XGBoost wrote; a broken one is refused with what is wrong. */
    public static XgboostTrees read(byte[] file) {
        return new XgboostTrees(file.clone());
    }

    /** What travels: the file, which is checked and laid out again where it arrives. */
    private static final class Written implements Serializable {
        private final byte[] file;

        Written(byte[] file) {
            this.file = file;
        }

        private Object readResolve() {
            return new XgboostTrees(file);
        }
    }

    private Object writeReplace() {
        return new Written(file);
    }

    @Override
    public byte[] file() {
        return file.clone();
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int groups() {
        return groups;
    }

    @Override
    public Answer answer() {
        return objective.answer();
    }

    /** Whether the file is UBJSON, and no text. */
    public boolean isBinary() {
        return Ubjson.isLikely(file);
    }

    /** What XGBoost calls the features, in order; empty where nobody named them. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** XGBoost's name of what was learned, such as {@code binary:logistic}. */
    public String objective() {
        return objective.text();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public TreeView view() {
        var bases = new ArrayList<Double>();
        for (float margin : baseMargins) {
            bases.add((double) margin);
        }
        return TreeView.of(bases, XgboostModel.read(file).trees(), 1);
    }

    /** Writes the margins, one a group, of the row that starts at {@code offset} to the start of {@code out}. */
    public void margins(float[] row, int offset, float[] out) {
        trees.margins(row, offset, out);
    }

    /** Writes the margins of the first {@code rows} rows of a row-major matrix, row after row; the same bits as one at a time. */
    public void batchMargins(float[] matrix, int rows, float[] out) {
        trees.batchMargins(matrix, rows, out);
    }

    /** Like {@link #margins(float[], int, float[])}, with the link applied: a probability, one a class, or a plain number. */
    public void answers(float[] row, int offset, float[] out) {
        margins(row, offset, out);
        objective.answer(out, 0, groups);
    }

    /** Like {@link #batchMargins}, with the link applied. */
    public void batchAnswers(float[] matrix, int rows, float[] out) {
        batchMargins(matrix, rows, out);
        for (int row = 0; row < rows; row++) {
            objective.answer(out, row * groups, groups);
        }
    }

    @Override
    public void margins(double[] matrix, int rows, double[] out) {
        var margins = new float[rows * groups];
        batchMargins(rounded(matrix, rows * features), rows, margins);
        widen(margins, out);
    }

    @Override
    public void answers(double[] matrix, int rows, double[] out) {
        var answers = new float[rows * groups];
        float[] rounded = rounded(matrix, rows * features);
        if (rows == 1) {
            answers(rounded, 0, answers);
        } else {
            batchAnswers(rounded, rows, answers);
        }
        widen(answers, out);
    }

    private static float[] rounded(double[] matrix, int size) {
        var rounded = new float[size];
        for (int cell = 0; cell < size; cell++) {
            rounded[cell] = (float) matrix[cell];
        }
        return rounded;
    }

    private static void widen(float[] from, double[] out) {
        IntStream.range(0, from.length).forEach(place -> out[place] = from[place]);
    }
}
