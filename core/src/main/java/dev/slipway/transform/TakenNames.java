package dev.slipway.transform;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.Collection;

/** Names that a step would give to new columns, and that other columns have. */
final class TakenNames {
    private TakenNames() {}

    /** @throws SlipwayException naming them all, if there are any */
    static void refuse(String step, Collection<String> taken) {
        if (!taken.isEmpty()) {
            throw new SlipwayException(
                    SlipwayException.Kind.USAGE,
                    taken.stream()
                            .map(name -> new Problem(
                                    "TRANSFORM-NAME-TAKEN",
                                    "%s makes a column '%s', and there is another one of that name"
                                            .formatted(step, name),
                                    "column '" + name + "'",
                                    "rename the column in the source, or leave it out"))
                            .toList());
        }
    }
}
