package dev.slipway.tree;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * A forest that we grew: each tree answers by the leaf a row ends at, the forest by the mean of its trees, in double precision.
 * Leaves hold a number, the share of yes, or a share a class.
 *
 * <p>Build it from {@link TreeBuilder}s: {@code new TreeBuilder(0, outputs)}, with branches of {@link Rule#AT_MOST} (a value
 * goes left when it is the threshold or less, and where the branch says when missing) and one output for numbers and yes or
 * no, one a class for more.
 *
 * <pre>{@code
 * Forest forest = Forest.of(columns.size(), Answer.PROBABILITY, trees);
 * Model model = new TreeModel(columns, forest);
 * }</pre>
 */
public final class Forest implements Trees {
    /* Written only when it is asked for: of the forests of a search one in a hundred is kept. */
    private final ForestFile written;
    private final int groups;
    private final int size;
    private final DoubleTrees trees;

    private Forest(ForestFile written) {
        this.written = written;
        groups = written.groups();
        size = written.trees().size();
        trees = new DoubleTrees(written.features(), groups, 0, written.trees());
    }

    /**
     * A forest of these trees.
     *
     * @param features numbers a row
     * @throws IllegalArgumentException where there is no tree, or where they do not fit each other or the answer
     */
    public static Forest of(int features, Answer answer, List<Tree> trees) {
        return new Forest(new ForestFile(features, answer, trees));
    }

    /** Reads the JSON file of a forest; a broken one is refused with what is wrong. */
    public static Forest read(byte[] file) {
        return new Forest(ForestFile.read(file));
    }

    /** What travels: the file, which is checked and laid out again where it arrives. */
    private static final class Written implements Serializable {
        private final byte[] file;

        Written(byte[] file) {
            this.file = file;
        }

        private Object readResolve() {
            return read(file);
        }
    }

    private Object writeReplace() {
        return new Written(file());
    }

    @Override
    public int features() {
        return written.features();
    }

    @Override
    public int groups() {
        return groups;
    }

    @Override
    public Answer answer() {
        return written.answer();
    }

    @Override
    public int size() {
        return size;
    }

    /** Each tree adds its part of the mean. */
    @Override
    public TreeView view() {
        return TreeView.of(Collections.nCopies(groups, 0.0), written.trees(), 1.0 / size);
    }

    /** The mean over the trees; what a forest answers is its margin. */
    @Override
    public void margins(double[] matrix, int rows, double[] out) {
        trees.sums(matrix, rows, out);
        for (int place = 0; place < rows * groups; place++) {
            out[place] /= size;
        }
    }

    @Override
    public void answers(double[] matrix, int rows, double[] out) {
        margins(matrix, rows, out);
    }

    @Override
    public byte[] file() {
        return written.json();
    }
}
