package dev.slipway.algorithm;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.problem.SlipwayException.Kind;
import dev.slipway.tree.LightgbmTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How LightGBM grows trees: leaf by leaf, the one that helps most first. The same values and rows give the same trees
 * whatever the threads.
 *
 * @param trees rounds of boosting (one tree each, or one a class)
 * @param leaves the most of one tree
 * @param rate share of each tree's correction that is kept
 * @param rowShare share of the rows drawn anew for each tree
 * @param columnShare share of the columns drawn anew for each tree
 * @param lambda L2 penalty on leaf values
 * @param minRows the fewest of a leaf
 * @param seed of the draws of rows and columns
 * @param threads of the training, never visible in the trees
 */
public record LightgbmParams(
        int trees,
        int leaves,
        double rate,
        double rowShare,
        double columnShare,
        double lambda,
        int minRows,
        long seed,
        int threads)
        implements TreeParams {
    public LightgbmParams {
        var problems = new ArrayList<Problem>();
        check(problems, "trees", trees, 1, 10_000);
        check(problems, "leaves", leaves, 2, 4096);
        check(problems, "rate", rate, 0.0001, 1);
        check(problems, "rows", rowShare, 0.01, 1);
        check(problems, "columns", columnShare, 0.01, 1);
        check(problems, "lambda", lambda, 0, 1e6);
        check(problems, "min_rows", minRows, 1, 1_000_000);
        check(problems, "seed", (double) seed, 0, Integer.MAX_VALUE);
        check(problems, "threads", threads, 1, 1024);
        if (!problems.isEmpty()) {
            throw new SlipwayException(Kind.USAGE, problems);
        }
    }

    /** Values that do well without a search on small and on middle-sized tables. */
    public static LightgbmParams defaults(long seed, int threads) {
        return new LightgbmParams(300, 31, 0.05, 0.8, 0.5, 1, 20, seed, threads);
    }

    private static void check(List<Problem> problems, String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            problems.add(new Problem(
                    "TRAIN-PARAMETER",
                    "%s is %s, outside [%s, %s]".formatted(name, value, min, max),
                    "candidate lightgbm, parameter '" + name + "'",
                    "set %s to a value from %s to %s".formatted(name, min, max)));
        }
    }

    @Override
    public NativeLibrary library() {
        return NativeLibrary.LIGHTGBM;
    }

    @Override
    public int size() {
        return leaves;
    }

    @Override
    public String sizeName() {
        return "leaves";
    }

    @Override
    public LightgbmParams sized(int newTrees, int newSize, double newRate, double newRowShare, double newColumnShare) {
        return new LightgbmParams(
                newTrees, newSize, newRate, newRowShare, newColumnShare, lambda, minRows, seed, threads);
    }

    @Override
    public SortedMap<String, String> settings(Objective objective) {
        var settings = new TreeMap<String, String>();
        task(settings, objective);
        settings.put("num_leaves", Integer.toString(leaves));
        settings.put("learning_rate", Double.toString(rate));
        settings.put("bagging_fraction", Double.toString(rowShare));
        settings.put("bagging_freq", rowShare < 1 ? "1" : "0");
        settings.put("feature_fraction", Double.toString(columnShare));
        settings.put("lambda_l2", Double.toString(lambda));
        settings.put("min_data_in_leaf", Integer.toString(minRows));
        settings.put("seed", Long.toString(seed));
        settings.put("num_threads", Integer.toString(threads));
        // Without these two the sums depend on the threads, and with them the bits.
        settings.put("deterministic", "true");
        settings.put("force_row_wise", "true");
        settings.put("verbosity", "-1");
        return settings;
    }

    private static void task(SortedMap<String, String> settings, Objective objective) {
        if (objective.classes() > 0) {
            settings.put("objective", "multiclass");
            settings.put("num_class", Integer.toString(objective.classes()));
            settings.put("metric", "multi_logloss");
        } else {
            boolean two = objective.equals(Objective.BINARY);
            settings.put("objective", two ? "binary" : "regression");
            settings.put("metric", two ? "binary_logloss" : "l2");
        }
    }

    @Override
    public String monotone(List<Integer> directions) {
        return directions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public LightgbmTrees read(byte[] model) {
        return LightgbmTrees.read(model);
    }
}
