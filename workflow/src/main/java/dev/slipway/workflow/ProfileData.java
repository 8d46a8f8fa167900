package dev.slipway.workflow;

import dev.slipway.drift.Drift;
import dev.slipway.engine.Engine;
import dev.slipway.portrait.Contrast;
import dev.slipway.portrait.Looking;
import dev.slipway.portrait.Portrait;
import dev.slipway.portrait.Portraits;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Source;

/** Looks at data as a whole and says what is in them. */
public final class ProfileData {
    private final Engine engine;

    public ProfileData(Engine engine) {
        this.engine = engine;
    }

    /**
     * The portrait of a source that has rows.
     *
     * @param file how the source is named in a command
     */
    public Portrait portrait(Source source, String file, Portraits.Wish wish) {
        var seen = look(source);
        wish.target().ifPresent(target -> require(seen.profile(), target, "--target"));
        wish.by().ifPresent(column -> require(seen.profile(), column, "--by"));
        return Portraits.of(source.name(), file, seen, wish);
    }

    /** Keeps the profile of a source that has rows in a file that can be read back and grow. */
    public void store(Source source, NewFile file, boolean force) {
        file.write(profile(source).json(), force);
    }

    /** How a source differs from another one, which came before. */
    public Contrast contrast(Source source, Source before) {
        return new Contrast(source.name(), before.name(), Drift.between(profile(before), profile(source)));
    }

    private Profile profile(Source source) {
        return NoRows.refused(engine, source, engine.fold(source, new Profiling()));
    }

    private Looking.Seen look(Source source) {
        var seen = engine.fold(source, new Looking());
        NoRows.refused(engine, source, seen.profile());
        return seen;
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
