package dev.slipway.forest;

import dev.slipway.algorithm.BudgetOver;
import dev.slipway.algorithm.Deadline;
import dev.slipway.tree.Rule;
import dev.slipway.tree.Tree;
import dev.slipway.tree.TreeBuilder;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Grows one tree on rows drawn with putting back. Everything depends on the seed alone. For one thread. */
final class Grower {
    /** Rows of a node from which the clock is asked before it is divided. */
    private static final int LONG = 4096;

    private final BinnedRows table;
    private final Lesson lesson;
    private final ForestParams params;
    private final Deadline deadline;
    private final SplittableRandom random;
    private final Splitter splitter;
    private final TreeBuilder tree;
    private final int looked;
    private final int least;
    private final int[] rows;
    private final int[] spare;
    private final int[] features;

    Grower(BinnedRows table, Lesson lesson, ForestParams params, long seed, Deadline deadline) {
        this.table = table;
        this.lesson = lesson;
        this.params = params;
        this.deadline = deadline;
        this.random = new SplittableRandom(seed);
        this.least = params.least(lesson.rows(), lesson.isQuantity());
        double[] drawn = drawn();
        this.splitter = new Splitter(table, lesson, drawn, least);
        this.tree = new TreeBuilder(0, lesson.outputs());
        this.looked = params.looked(table.features(), lesson.isQuantity());
        this.rows =
                IntStream.range(0, drawn.length).filter(row -> drawn[row] > 0).toArray();
        this.spare = new int[rows.length];
        this.features = IntStream.range(0, table.features()).toArray();
    }

    /** The weight of each row times how often it was drawn. */
    private double[] drawn() {
        int all = lesson.rows();
        var times = new double[all];
        for (int draw = (int) Math.max(1, Math.rint(params.rows() * all)); draw > 0; draw--) {
            times[random.nextInt(all)]++;
        }
        boolean any = false;
        for (int row = 0; row < all; row++) {
            times[row] *= lesson.weight(row);
            any |= times[row] > 0;
        }
        // Where only rows without weight were drawn, every row counts once.
        return any ? times : IntStream.range(0, all).mapToDouble(lesson::weight).toArray();
    }

    Tree grow() {
        grow(0, rows.length, 0, features.length);
        return tree.build();
    }

    /** @param varied how many features, the first of all, are not yet known to be the same in all of these rows */
    private int grow(int from, int to, int depth, int varied) {
        var whole = splitter.sums(rows, from, to);
        boolean last = depth == params.depth() || to - from < 2 * least || splitter.isPure(rows, from, to);
        if (last) {
            return leaf(whole);
        }
        if (to - from >= LONG && deadline.over()) {
            throw new BudgetOver("a forest was told to stop while it grew");
        }
        var best = Split.NONE;
        int some = varied;
        int looks = 0;
        for (int unseen = varied; unseen > 0 && looks < looked; ) {
            int place = random.nextInt(unseen);
            swap(place, --unseen);
            int used = splitter.count(features[unseen], rows, from, to);
            if (used > 1) {
                best = splitter.better(best, features[unseen], used, whole);
                looks++;
            } else {
                // One bin for all of these rows is one bin in every node below, which need not look.
                swap(unseen, --some);
            }
            splitter.clear(used);
        }
        return best.isFound() ? branch(best, from, to, depth, some, whole) : leaf(whole);
    }

    private void swap(int one, int other) {
        int kept = features[one];
        features[one] = features[other];
        features[other] = kept;
    }

    private int branch(Split split, int from, int to, int depth, int varied, Sums whole) {
        var bins = table.feature(split.feature());
        // Where the missing alone go right, every number goes left.
        double threshold = split.next() == bins.missing() ? Double.MAX_VALUE : bins.between(split.bin(), split.next());
        int node = tree.branch(Rule.AT_MOST, split.feature(), threshold, split.missingLeft(), whole.weight());
        tree.gain(node, split.score() - whole.score());
        int middle = divide(split, bins, from, to);
        int left = grow(from, middle, depth + 1, varied);
        int right = grow(middle, to, depth + 1, varied);
        tree.children(node, left, right);
        return node;
    }

    /** Puts the rows that go left before the others, both in the order they had; the place of the first that goes right. */
    private int divide(Split split, BinnedFeature bins, int from, int to) {
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            if (split.goesLeft(bins.code(rows[i]), bins.missing())) {
                rows[left++] = rows[i];
            } else {
                spare[right++] = rows[i];
            }
        }
        System.arraycopy(spare, 0, rows, left, right);
        return left;
    }

    private int leaf(Sums sums) {
        double[] means = sums.means();
        for (int output = 0; output < means.length; output++) {
            means[output] += lesson.centre();
        }
        return tree.leaf(sums.weight(), means);
    }
}
