package dev.slipway.evaluation;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.problem.SlipwayException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which rows teach and which judge, fold by fold. The same seed deals the same folds. Where rows are dealt, every row
 * judges once and teaches in all the other folds; where time decides, the first rows never judge.
 */
public final class Folds {
    private final int rows;
    private final List<Fold> folds;

    private Folds(int rows, List<Fold> folds) {
        this.rows = rows;
        this.folds = List.copyOf(folds);
    }

    /** Folds that somebody else dealt: in which one each row judges. */
    public static Folds of(int[] foldOfRow) {
        int count = IntStream.of(foldOfRow).max().orElse(-1) + 1;
        long used = IntStream.of(foldOfRow).filter(fold -> fold >= 0).distinct().count();
        if (count < 2 || used != count || IntStream.of(foldOfRow).anyMatch(fold -> fold < 0)) {
            throw new IllegalArgumentException("folds must be numbered 0, 1, … and none of them empty");
        }
        return dealt(count, foldOfRow);
    }

    /** Folds in which some rows may never judge. */
    static Folds of(int rows, List<Fold> folds) {
        return new Folds(rows, folds);
    }

    private static Folds dealt(int count, int... foldOfRow) {
        return new Folds(
                foldOfRow.length,
                IntStream.range(0, count)
                        .mapToObj(fold -> new Fold(
                                rows(foldOfRow.length, row -> foldOfRow[row] != fold),
                                rows(foldOfRow.length, row -> foldOfRow[row] == fold)))
                        .toList());
    }

    private static int[] rows(int all, IntPredicate wanted) {
        int count = (int) IntStream.range(0, all).filter(wanted).count();
        int[] rows = new int[count];
        for (int row = 0, place = 0; row < all; row++) {
            if (wanted.test(row)) {
                rows[place++] = row;
            }
        }
        return rows;
    }

    /** Shuffled rows dealt into folds whose sizes differ by at most one. */
    public static Folds plain(int rows, int count, long seed) {
        refuseFewerThanTwo(count);
        if (count > rows) {
            throw SlipwayException.refused(
                    "EVALUATION-ROWS-FEW",
                    "%d folds need at least %d rows, there are %d".formatted(count, count, rows),
                    "the training data",
                    "bring more rows, or set 'folds' under data.split to at most " + Math.max(rows, 2));
        }
        return dealt(count, dealt(new int[rows], 1, count, seed));
    }

    /**
     * Shuffled rows dealt class by class: the sizes of two folds, and their members of any one class, differ by at most one.
     *
     * @param classOfRow an index into {@code classes}, a row
     * @param classes the names people know the classes by
     * @param where the file and column the classes stand in
     */
    public static Folds stratified(int[] classOfRow, List<String> classes, int count, long seed, String where) {
        refuseFewerThanTwo(count);
        refuseSmallClasses(classOfRow, classes, count, where);
        return dealt(count, dealt(classOfRow, classes.size(), count, seed));
    }

    private static void refuseFewerThanTwo(int count) {
        if (count < 2) {
            throw SlipwayException.usage(
                    "EVALUATION-FOLDS",
                    "folds is %d, but some rows must teach and others judge".formatted(count),
                    "data.split.folds",
                    "set folds to 2 or more; 5 is the default");
        }
    }

    private static void refuseSmallClasses(int[] classOfRow, List<String> classes, int count, String where) {
        var members = new int[classes.size()];
        for (int label : classOfRow) {
            members[label]++;
        }
        var problems = IntStream.range(0, members.length)
                .filter(label -> members[label] < count)
                .mapToObj(label -> small(classes.get(label), members[label], count, where))
                .toList();
        if (!problems.isEmpty()) {
            throw new SlipwayException(Kind.REFUSED, problems);
        }
    }

    private static Problem small(String name, int members, int count, String where) {
        String size = members == 1 ? "one member" : members == 0 ? "no members" : members + " members";
        String fewer = members < 2 ? "" : ", or set 'folds' under data.split to " + members;
        return new Problem(
                "EVALUATION-CLASS-SMALL",
                "class '%s' has %s, %d folds need at least %d".formatted(name, size, count, count),
                where,
                "bring more rows of '%s', or drop or merge that class%s".formatted(name, fewer));
    }

    private static int[] dealt(int[] classOfRow, int classes, int count, long seed) {
        var random = new SplittableRandom(seed);
        var foldOfRow = new int[classOfRow.length];
        // The deal goes on where the class before stopped; so sizes stay level as well as shares.
        int next = 0;
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            int[] members = IntStream.range(0, classOfRow.length)
                    .filter(row -> classOfRow[row] == wanted)
                    .toArray();
            shuffle(members, random);
            for (int row : members) {
                foldOfRow[row] = next;
                next = (next + 1) % count;
            }
        }
        return foldOfRow;
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int last = rows.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = rows[last];
            rows[last] = rows[other];
            rows[other] = kept;
        }
    }

    /** How many folds there are. */
    public int count() {
        return folds.size();
    }

    /** How many rows there are, those that never judge included. */
    public int rows() {
        return rows;
    }

    /** The fold, from 0, in which a row judges; -1 where it never does. */
    public int foldOf(int row) {
        return foldOfRow()[row];
    }

    /** The fold of each row, from 0; -1 where it never judges. */
    public int[] foldOfRow() {
        var foldOfRow = new int[rows];
        Arrays.fill(foldOfRow, -1);
        for (int fold = 0; fold < folds.size(); fold++) {
            for (int row : folds.get(fold).judging()) {
                foldOfRow[row] = fold;
            }
        }
        return foldOfRow;
    }

    /** The rows that teach while this fold judges, ascending. */
    public int[] teaching(int fold) {
        return folds.get(fold).teaching();
    }

    /** The rows that judge in this fold, ascending. */
    public int[] judging(int fold) {
        return folds.get(fold).judging();
    }
}
