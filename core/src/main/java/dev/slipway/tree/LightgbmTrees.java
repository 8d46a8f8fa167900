package dev.slipway.tree;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * Trees that LightGBM grew, from its text file or model string: boosted, or a random forest. Double precision throughout; a
 * value goes left when it is the threshold or less. What is missing each branch says for itself: {@code NaN}, {@code NaN}
 * and zero, or nothing, and then {@code NaN} counts as zero; so does what is within 1e-35 of it. Categories are whole numbers.
 */
public final class LightgbmTrees implements Trees {
    private final byte[] file;
    private final List<String> featureNames;
    private final int groups;
    private final LightgbmObjective objective;
    private final int iterations;
    private final int size;
    private final DoubleTrees trees;

    private LightgbmTrees(byte[] file) {
        var model = LightgbmModel.read(file);
        this.file = file;
        featureNames = model.featureNames();
        groups = model.groups();
        objective = model.objective();
        iterations = model.iterations();
        size = model.trees().size();
        trees = new DoubleTrees(featureNames.size(), groups, Rule.ZERO, model.trees());
    }

    /** Reads the text model that LightGBM wrote; a broken one is refused with what is wrong. */
    public static LightgbmTrees read(byte[] file) {
        return new LightgbmTrees(file.clone());
    }

    /** What travels: the file, which is checked and laid out again where it arrives. */
    private static final class Written implements Serializable {
        private final byte[] file;

        Written(byte[] file) {
            this.file = file;
        }

        private Object readResolve() {
            return new LightgbmTrees(file);
        }
    }

    private Object writeReplace() {
        return new Written(file);
    }

    /** What LightGBM calls the features, in order; {@code Column_0} and so on where nobody named them. */
    public List<String> featureNames() {
        return featureNames;
    }

    @Override
    public int features() {
        return featureNames.size();
    }

    @Override
    public int groups() {
        return groups;
    }

    @Override
    public Answer answer() {
        return objective.answer();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public TreeView view() {
        return TreeView.of(
                Collections.nCopies(groups, 0.0), LightgbmModel.read(file).trees(), 1.0 / iterations);
    }

    /** The sums over the trees; of a random forest, which LightGBM calls {@code average_output}, the means. */
    @Override
    public void margins(double[] matrix, int rows, double[] out) {
        trees.sums(matrix, rows, out);
        if (iterations > 1) {
            for (int place = 0; place < rows * groups; place++) {
                out[place] /= iterations;
            }
        }
    }

    @Override
    public void answers(double[] matrix, int rows, double[] out) {
        margins(matrix, rows, out);
        for (int row = 0; row < rows; row++) {
            objective.answer(out, row * groups, groups);
        }
    }

    @Override
    public byte[] file() {
        return file.clone();
    }
}
