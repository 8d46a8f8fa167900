package dev.slipway.workflow;

import dev.slipway.tracking.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The newest runs of an experiment, or the runs of certain ids with everything that ran under them. */
public final class ListRuns {
    public static final Operation<Question, Answer> OPERATION =
            new Operation<>("runs", Question.class, Answer.class, ListRuns::list);

    /** @param ids ids or beginnings of ids; where there are any, only these runs and those under them are meant */
    public record Question(Optional<String> experiment, List<String> ids, int limit) {}

    /** Newest first. */
    public record Answer(List<Run> runs) {}

    private ListRuns() {}

    private static Answer list(Workspace workspace, Question question) {
        var runs = workspace.store().runs();
        int limit = Math.min(Math.max(question.limit(), 1), 10_000);
        if (question.ids().isEmpty()) {
            return new Answer(question.experiment()
                    .map(experiment -> runs.list(experiment, limit))
                    .orElseGet(() -> runs.list(limit)));
        }
        var found = new ArrayList<Run>();
        for (var id : question.ids()) {
            var run = runs.require(id);
            var under = runs.list(run.experiment(), 10_000).stream()
                    .filter(each -> each.parent().filter(run.id()::equals).isPresent())
                    .sorted(Comparator.comparing(Run::name))
                    .toList();
            found.addAll(under.isEmpty() ? List.of(run) : under);
        }
        return new Answer(found);
    }
}
