package dev.slipway.workflow;

import dev.slipway.evidence.Fact;
import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.Move;
import dev.slipway.registry.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an earlier release back in charge. Asks no gate: it served before, and it is four in the morning. */
public final class RollBack {
    public static final Operation<Question, Answer> OPERATION =
            new Operation<>("rollback", Question.class, Answer.class, RollBack::rollBack);

    /** @param to the number of the release to go back to; the last one with another model where it is not said */
    public record Question(String deployment, Optional<Integer> to, String who, String why) {}

    /** The release that was made, and the one whose plan it repeats. */
    public record Answer(Release release, Release repeats) {}

    private RollBack() {}

    private static Answer rollBack(Workspace workspace, Question question) {
        var history = workspace.store().releases().history(question.deployment());
        var target = target(history, question);
        var move = new Move(question.deployment(), Move.ROLLBACK, target.plan(), question.who(), question.why());
        var fact = Fact.of(
                "rollback",
                "deployment:" + question.deployment(),
                "released",
                Map.of(
                        "plan", target.plan(),
                        "from", history.get(0).number(),
                        "to", target.number(),
                        "why", question.why()),
                question.who());
        return new Answer(workspace.deployments().move(move, fact), target);
    }

    private static Release target(List<Release> history, Question question) {
        if (history.isEmpty()) {
            throw SlipwayException.missing(
                    "RELEASE-NONE",
                    "nothing was ever released",
                    "deployment '" + question.deployment() + "'",
                    "release a model first: slipway release");
        }
        if (question.to().isPresent()) {
            return history.stream()
                    .filter(release -> release.number() == question.to().get())
                    .findFirst()
                    .orElseThrow(() -> SlipwayException.usage(
                            "RELEASE-UNKNOWN",
                            "there is no release %d".formatted(question.to().get()),
                            "deployment '" + question.deployment() + "'",
                            "choose one that 'slipway releases' lists"));
        }
        var before = beforeTheCurrent(history);
        return history.stream()
                .filter(release -> release.number() <= before)
                .filter(release -> !release.plan().equals(history.get(0).plan()))
                .findFirst()
                .orElseThrow(() -> SlipwayException.refused(
                        "RELEASE-NOTHING-BEFORE",
                        "no other model served before release %d"
                                .formatted(history.get(0).number()),
                        "deployment '" + question.deployment() + "'",
                        "release another version: slipway release VERSION"));
    }

    /*
     * Where a roll-back is in charge, going back again goes behind the release it repeated, not to the one it undid:
     * two roll-backs in a row must not bring the bad model back.
     */
    private static int beforeTheCurrent(List<Release> history) {
        var current = history.get(0);
        if (current.action().equals(Move.RELEASE)) {
            return current.number() - 1;
        }
        return history.stream()
                        .filter(release -> release.action().equals(Move.RELEASE))
                        .filter(release -> release.plan().equals(current.plan()))
                        .mapToInt(Release::number)
                        .findFirst()
                        .orElse(current.number())
                - 1;
    }
}
