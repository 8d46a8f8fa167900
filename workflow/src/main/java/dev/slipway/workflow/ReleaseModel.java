package dev.slipway.workflow;

import dev.slipway.evidence.Fact;
import dev.slipway.registry.Move;
import dev.slipway.registry.Plan;
import dev.slipway.registry.Release;
import java.util.Map;
import java.util.Optional;

/** Puts a model version in charge of a deployment, if every gate lets it. */
public final class ReleaseModel {
    public static final Operation<Question, Answer> OPERATION =
            new Operation<>("release", Question.class, Answer.class, ReleaseModel::release);

    public record Question(Nominee nominee, Gates gates, String who, String why) {}

    /**
     * @param judged what the gates said
     * @param release the release that was made; empty where a gate said no
     */
    public record Answer(JudgeModel.Answer judged, Optional<Release> release) {}

    private ReleaseModel() {}

    private static Answer release(Workspace workspace, Question question) {
        var nominee = question.nominee();
        var version = nominee.find(workspace);
        var judged = JudgeModel.judge(
                workspace, new JudgeModel.Question(nominee, question.gates(), question.who()), version);
        if (!judged.allowed()) {
            return new Answer(judged, Optional.empty());
        }
        var plan = new Plan(version.model(), version.version());
        var move = new Move(nominee.deployment(), Move.RELEASE, plan, question.who(), question.why());
        var fact = Fact.of(
                "release",
                "deployment:" + nominee.deployment(),
                "released",
                Map.of("plan", plan, "gate", judged.evidence(), "why", question.why()),
                question.who());
        return new Answer(judged, Optional.of(workspace.deployments().move(move, fact)));
    }
}
