package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.evaluation.Split;
import dev.slipway.evaluation.Split.By;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code data.split}. */
final class SplitReader {
    private static final int FOLDS = 5;
    private static final long SEED = 42;
    private static final List<String> KINDS =
            Arrays.stream(By.values()).map(By::label).toList();

    private SplitReader() {}

    static Split read(Optional<Mapping> split, Path folder) {
        if (split.isEmpty()) {
            return Split.unsaid(FOLDS, SEED);
        }
        var keys = split.get();
        keys.allowOnly("by", "column", "file", "folds", "seed");
        var by = keys.optionalOneOf("by", KINDS)
                .filter(KINDS::contains)
                .map(word -> By.valueOf(word.toUpperCase(Locale.ROOT)));
        var column = keys.optionalWritten("column");
        var file = keys.optionalWritten("file").map(folder::resolve);
        refuseIdle(keys, by);
        long folds = keys.whole("folds", FOLDS);
        int least = by.equals(Optional.of(By.TIME)) ? 1 : 2;
        if (folds < least || folds > 100) {
            keys.find("folds")
                    .ifPresent(node -> node.problem(
                            "PROJECT-FOLDS",
                            "%d folds make no sense".formatted(folds),
                            "set 'folds' between %d and 100; 5 is usual".formatted(least)));
        }
        return new Split(by, column, file, (int) folds, keys.whole("seed", SEED));
    }

    /** A key that would be passed over is a mistake somebody should hear of; so is one that is needed and not there. */
    private static void refuseIdle(Mapping keys, Optional<By> by) {
        boolean grouped = by.equals(Optional.of(By.GROUP));
        boolean filed = by.equals(Optional.of(By.FILE));
        idle(keys, "column", grouped || by.equals(Optional.of(By.TIME)), "group or time");
        idle(keys, "file", filed, "file");
        if (grouped && keys.find("column").isEmpty()) {
            keys.problem(
                    "PROJECT-SPLIT", "no column says to which group a row belongs", "add 'column' under data.split");
        }
        if (filed && keys.find("file").isEmpty()) {
            keys.problem("PROJECT-SPLIT", "no file says in which fold a row judges", "add 'file' under data.split");
        }
    }

    private static void idle(Mapping keys, String key, boolean used, String kinds) {
        if (!used) {
            keys.find(key)
                    .ifPresent(node -> node.problem(
                            "PROJECT-SPLIT",
                            "'%s' says nothing here".formatted(key),
                            "set 'by' to %s, or take '%s' out".formatted(kinds, key)));
        }
    }
}
