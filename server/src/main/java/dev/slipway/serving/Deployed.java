package dev.slipway.serving;

import dev.slipway.http.Request;
import dev.slipway.http.Response;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.rollout.Deployments;
import dev.slipway.rollout.Live;
import java.util.List;
import java.util.TreeSet;

/** What is deployed here, as people and programs ask about it. */
record Deployed(Deployments deployments) {
    /** A deployment in a list. */
    record Line(String deployment, int release, String model, int version) {
        static Line of(Live live) {
            var release = live.release();
            return new Line(
                    release.deployment(),
                    release.number(),
                    release.plan().model(),
                    release.plan().champion());
        }
    }

    /** All that serve, and those that should and cannot. */
    record Listing(List<Line> deployments, List<String> broken) {}

    /** Whether every released deployment serves, and which does not. */
    record Readiness(boolean ready, List<String> broken) {}

    /** Whether the program runs. */
    record Liveness(boolean live) {}

    /** What answers for the deployment now; refuses a name that is not known, and one whose model could not be loaded. */
    Live require(String name) {
        var live = deployments.find(name);
        return live.isPresent() ? live.get() : refuse(name);
    }

    private Live refuse(String name) {
        var broken = deployments.broken().get(name);
        if (broken != null) {
            throw new SlipwayException(SlipwayException.Kind.BUSY, broken.problems());
        }
        var known = new TreeSet<>(deployments.all().keySet());
        throw SlipwayException.missing(
                "DEPLOYMENT-UNKNOWN",
                "there is no deployment '%s'%s".formatted(name, Nearest.hint(name, known)),
                "the URL",
                known.isEmpty() ? "release a model first: slipway release" : "use one of: " + String.join(", ", known));
    }

    Response list(Request request) {
        var lines = deployments.all().values().stream().map(Line::of).toList();
        return Response.of(200, new Listing(lines, broken()));
    }

    Response describe(Request request) {
        return Response.of(200, Description.of(require(request.parameter("name"))));
    }

    Response ready(Request request) {
        var broken = broken();
        return Response.of(broken.isEmpty() ? 200 : 503, new Readiness(broken.isEmpty(), broken));
    }

    Response live(Request request) {
        return Response.of(200, new Liveness(true));
    }

    private List<String> broken() {
        return deployments.broken().keySet().stream().sorted().toList();
    }
}
