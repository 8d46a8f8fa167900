package dev.slipway.evaluation;

import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import java.util.List;
import java.util.stream.IntStream;

/** Folds in which one class alone teaches, so that nothing can be learned, or judges, so that little can be measured. */
final class OneClass {
    private OneClass() {}

    /** The folds, if none of them is so. */
    static Folds refused(Folds folds, Training training) {
        if (training.target() instanceof Target.Classes classes) {
            int[] labels = training.labels();
            for (int fold = 0; fold < folds.count(); fold++) {
                refuse(fold, "teach", folds.teaching(fold), labels, classes.labels());
                refuse(fold, "judge", folds.judging(fold), labels, classes.labels());
            }
        }
        return folds;
    }

    private static void refuse(int fold, String side, int[] rows, int[] labels, List<String> names) {
        int[] present = IntStream.of(rows).map(row -> labels[row]).distinct().toArray();
        if (present.length == 1) {
            throw SlipwayException.refused(
                    "EVALUATION-FOLD-ONE-CLASS",
                    "the %d rows that %s in fold %d are all '%s'"
                            .formatted(rows.length, side, fold + 1, names.get(present[0])),
                    "data.split",
                    "set 'folds' under data.split lower, or 'by' to stratified, so that each side sees two outcomes");
        }
    }
}
