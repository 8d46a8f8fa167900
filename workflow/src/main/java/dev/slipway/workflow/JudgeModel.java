package dev.slipway.workflow;

import dev.slipway.evidence.Fact;
import dev.slipway.gate.Gate;
import dev.slipway.registry.ModelVersion;
import java.util.List;
import java.util.Map;

/** Asks the gates about a model, and keeps their verdicts as evidence. Changes nothing else. */
public final class JudgeModel {
    public static final Operation<Question, Answer> OPERATION =
            new Operation<>("gate", Question.class, Answer.class, JudgeModel::judge);

    public record Question(Nominee nominee, Gates gates, String who) {}

    /** What one gate said: passed, failed or no_evidence. */
    public record Judged(String gate, String verdict, String reason) {}

    /**
     * @param allowed whether every gate was passed, and there was one
     * @param evidence the sequence of the record
     */
    public record Answer(String model, int version, boolean allowed, List<Judged> verdicts, long evidence) {}

    private JudgeModel() {}

    private static Answer judge(Workspace workspace, Question question) {
        return judge(workspace, question, question.nominee().find(workspace));
    }

    static Answer judge(Workspace workspace, Question question, ModelVersion nominee) {
        var gates = question.gates();
        var candidacy = question.nominee().candidacy(workspace, nominee, gates.metric());
        var verdicts = gates.conditions().stream()
                .map(Gate::parse)
                .map(gate -> {
                    var verdict = gate.judge(candidacy);
                    return new Judged(gate.text(), verdict.word(), verdict.reason());
                })
                .toList();
        var judged = verdicts.isEmpty()
                ? List.of(new Judged("(none)", "no_evidence", "no gate is declared: add 'gates' to slipway.yaml"))
                : verdicts;
        boolean allowed = judged.stream().allMatch(each -> each.verdict().equals("passed"));
        var evidence = workspace
                .store()
                .evidence()
                .append(Fact.of(
                        "gate",
                        "model:%s:%d".formatted(nominee.model(), nominee.version()),
                        allowed ? "passed" : "failed",
                        Map.of("deployment", question.nominee().deployment(), "verdicts", judged),
                        question.who()));
        return new Answer(nominee.model(), nominee.version(), allowed, judged, evidence.sequence());
    }
}
