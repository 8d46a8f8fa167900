package dev.slipway.analysis;

import dev.slipway.metric.Answers;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How many rows of each label count as each class, and what that says of all rows (Northcutt, Jiang and Chuang 2021). */
final class ConfidentJoint {
    private static final int NONE = -1;

    private final int[] classOfRow;
    /** The estimated number of rows of a label that are of a class: made to sum to the rows of each label. */
    private final double[][] rows;

    private ConfidentJoint(int[] classOfRow, double[][] rows) {
        this.classOfRow = classOfRow;
        this.rows = rows;
    }

    static ConfidentJoint of(Answers answers) {
        double[] usual = usual(answers);
        var counted = new double[usual.length][usual.length];
        var labelled = new double[usual.length];
        var classOfRow = new int[answers.rows()];
        for (int row = 0; row < classOfRow.length; row++) {
            classOfRow[row] = surest(answers, row, usual);
            labelled[answers.label(row)]++;
            if (classOfRow[row] != NONE) {
                counted[answers.label(row)][classOfRow[row]]++;
            }
        }
        for (int label = 0; label < usual.length; label++) {
            double whole = Arrays.stream(counted[label]).sum();
            for (int other = 0; other < usual.length; other++) {
                counted[label][other] = whole > 0 ? counted[label][other] / whole * labelled[label] : 0;
            }
        }
        return new ConfidentJoint(classOfRow, counted);
    }

    /** The mean probability that rows of each label are given for it; above 1 where no row has it. */
    private static double[] usual(Answers answers) {
        var sums = new double[answers.classes()];
        var rows = new double[answers.classes()];
        for (int row = 0; row < answers.rows(); row++) {
            int label = answers.label(row);
            sums[label] += answers.probability(row, label);
            rows[label]++;
        }
        return IntStream.range(0, sums.length)
                .mapToDouble(label -> rows[label] > 0 ? sums[label] / rows[label] : 2)
                .toArray();
    }

    /** The likeliest of the classes that reach what is usual for them. */
    private static int surest(Answers answers, int row, double... usual) {
        int best = NONE;
        for (int label = 0; label < usual.length; label++) {
            double probability = answers.probability(row, label);
            if (probability >= usual[label] && (best == NONE || isSurer(answers, row, label, best))) {
                best = label;
            }
        }
        return best;
    }

    /** Of equals the label itself: who is not sure does not contradict. */
    private static boolean isSurer(Answers answers, int row, int label, int than) {
        double probability = answers.probability(row, label);
        double best = answers.probability(row, than);
        return probability > best || (probability == best && label == answers.label(row));
    }

    /** The class a row counts as; below 0 where the models are not sure enough of any. */
    int countedAs(int row) {
        return classOfRow[row];
    }

    /** How many rows of this label are probably of that class. */
    double wrong(int given, int likely) {
        return rows[given][likely];
    }

    /** The share of all rows that are probably labelled wrongly. */
    double noise() {
        double wrong = 0;
        for (int given = 0; given < rows.length; given++) {
            for (int likely = 0; likely < rows.length; likely++) {
                wrong += given == likely ? 0 : rows[given][likely];
            }
        }
        return classOfRow.length == 0 ? 0 : wrong / classOfRow.length;
    }
}
