package dev.slipway.workflow;

import dev.slipway.registry.Release;
import java.util.List;
import java.util.Optional;

/** Who served a deployment, when, who wanted it, and why. */
public final class ListReleases {
    public static final Operation<Question, Answer> OPERATION =
            new Operation<>("releases", Question.class, Answer.class, ListReleases::list);

    /** @param deployment all of them where it is not said */
    public record Question(Optional<String> deployment) {}

    /** Newest first, deployment by deployment. */
    public record Answer(List<Release> releases) {}

    private ListReleases() {}

    private static Answer list(Workspace workspace, Question question) {
        var releases = workspace.store().releases();
        var deployments = question.deployment().map(List::of).orElseGet(releases::deployments);
        return new Answer(deployments.stream()
                .flatMap(name -> releases.history(name).stream())
                .toList());
    }
}
