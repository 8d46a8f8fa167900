package dev.slipway.workflow;

import dev.slipway.engine.Engine;
import dev.slipway.portrait.Portrait;
import dev.slipway.portrait.Portraits;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Source;
import java.util.Optional;

/** Looks at data as a whole and says what is in them. */
public final class ProfileData {
    /**
     * What to look at, and what for.
     *
     * @param target the column to be predicted, if that is known
     * @param most how many frequent values of a column are listed
     */
    public record Question(Optional<String> target, int most) {}

    private final Engine engine;

    public ProfileData(Engine engine) {
        this.engine = engine;
    }

    /** The portrait of a source that has rows. */
    public Portrait portrait(Source source, String file, Question question) {
        var profile = profile(source);
        question.target().ifPresent(target -> require(profile, target, "--target"));
        return Portraits.of(source.name(), file, profile, question.target(), question.most());
    }

    private Profile profile(Source source) {
        var profile = engine.fold(source, new Profiling());
        if (profile.rows() == 0) {
            throw SlipwayException.refused(
                    "SOURCE-NO-ROWS",
                    profile.unreadable() == 0
                            ? "there is a header and no row"
                            : "none of %d records can be read".formatted(profile.unreadable()),
                    source.name(),
                    "check what wrote the file: there is nothing to look at");
        }
        return profile;
    }

    private static void require(Profile profile, String column, String option) {
        if (profile.find(column).isEmpty()) {
            var names = profile.columns().stream().map(seen -> seen.name()).toList();
            throw SlipwayException.usage(
                    "PROFILE-NO-COLUMN",
                    "there is no column '%s'%s".formatted(column, Nearest.hint(column, names)),
                    option,
                    "use one of: " + String.join(", ", names.subList(0, Math.min(50, names.size()))));
        }
    }
}
