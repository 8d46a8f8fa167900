package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;

/** What holds of every fitted step that was fitted, and is asked again when one is read from a file. */
final class Sound {
    private Sound() {}

    /** @throws SlipwayException saying what is wrong with which step, if something is */
    static void check(boolean sound, String step, String wrong) {
        if (!sound) {
            throw SlipwayException.refused(
                    "MODEL-DAMAGED",
                    wrong,
                    "pipeline.json, step '" + step + "'",
                    "restore the model folder from its source, or train again");
        }
    }

    /** Checks that the numbers of a column go up, or at least never down. */
    static void ascending(Doubles numbers, String step, String column) {
        for (int place = 1; place < numbers.size(); place++) {
            if (numbers.at(place) < numbers.at(place - 1)) {
                check(
                        false,
                        step,
                        "of column '%s' %s comes behind %s"
                                .formatted(column, numbers.at(place), numbers.at(place - 1)));
            }
        }
    }
}
