package dev.slipway.http;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of everything a server answers; what does not stand in it does not exist. Immutable. */
final class Routes {
    private final List<Entry> entries;

    Routes(List<Route> routes) {
        entries = routes.stream().map(Entry::of).toList();
        var shapes = new HashSet<String>();
        for (var route : routes) {
            if (!shapes.add(route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))) {
                throw new IllegalArgumentException("two routes answer " + route.method() + " " + route.path());
            }
        }
    }

    /** A route with its path cut up. */
    private record Entry(Route route, List<String> segments) {
        static Entry of(Route route) {
            return new Entry(route, List.of(route.path().substring(1).split("/", -1)));
        }

        boolean fits(List<String> path) {
            if (path.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                var segment = segments.get(i);
                boolean same = isParameter(segment) ? !path.get(i).isEmpty() : segment.equals(path.get(i));
                if (!same) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isParameter(String segment) {
            return segment.startsWith("{");
        }
    }

    /** A route and the path that fits it. */
    record Match(Entry entry, List<String> path) {
        Route route() {
            return entry.route();
        }

        String parameter(String name) {
            int place = entry.segments().indexOf("{" + name + "}");
            if (place < 0) {
                throw new IllegalArgumentException("route %s has no {%s}".formatted(route().path(), name));
            }
            return path.get(place);
        }
    }

    /** The route for this method and path; refuses with 404 or 405. */
    Match find(String method, String rawPath) {
        var path = PathText.segments(rawPath);
        var others = new TreeSet<String>();
        for (var entry : entries) {
            if (entry.fits(path)) {
                if (entry.route().answers(method)) {
                    return new Match(entry, path);
                }
                others.add(entry.route().method());
            }
        }
        throw new Refused(others.isEmpty() ? unknown(String.join("/", path)) : wrongMethod(method, others));
    }

    private Response unknown(String path) {
        var known =
                entries.stream().map(entry -> entry.route().path()).distinct().toList();
        var problem = new Problem(
                "HTTP-UNKNOWN",
                "there is nothing here" + Nearest.hint("/" + path, known),
                "/" + path,
                "check the address");
        return Response.refusal(404, SlipwayException.Kind.MISSING, List.of(problem));
    }

    private static Response wrongMethod(String method, Set<String> others) {
        var allowed = new ArrayList<>(others);
        if (others.contains("GET")) {
            allowed.add("HEAD");
        }
        var text = String.join(", ", allowed);
        return Response.refusal(405, "HTTP-METHOD", "no %s here".formatted(method), "the method", "use " + text)
                .with("Allow", text);
    }
}
