package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.document.Scalar;
import dev.slipway.evaluation.Cut;
import dev.slipway.evaluation.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code train.cuts}: how much of the data to learn from, as more parameters of the search. */
final class CutsReader {
    private static final String ALL = "all";
    private static final int MOST = 100;
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,5})([hdw])");

    private CutsReader() {}

    /** Every combination, the one with the most data first. */
    static List<Cut> read(Optional<Mapping> written) {
        if (written.isEmpty()) {
            return List.of(Cut.NONE);
        }
        var keys = written.get();
        keys.allowOnly("rows", "time", "window", "features");
        var rows = rows(keys.optionalList("rows"));
        var windows = windows(keys);
        var features = features(keys.optionalList("features"));
        var cuts = new ArrayList<Cut>();
        rows.forEach(most ->
                windows.forEach(window -> features.forEach(names -> cuts.add(new Cut(most, window, names)))));
        if (cuts.size() > MOST) {
            keys.problem(
                    "PROJECT-CUTS",
                    "%d combinations of rows, windows and features are more than %d".formatted(cuts.size(), MOST),
                    "name fewer of them under train.cuts");
            return List.of(Cut.NONE);
        }
        return cuts;
    }

    private static boolean isAll(Node node) {
        return node instanceof Scalar && node.written().equals(ALL);
    }

    private static List<Optional<Integer>> rows(List<Node> nodes) {
        var rows = new ArrayList<Optional<Integer>>();
        for (var node : nodes) {
            long most = isAll(node) ? Integer.MAX_VALUE : node.whole();
            if (most < 2 || most > Integer.MAX_VALUE) {
                node.problem(
                        "PROJECT-CUTS",
                        "nothing learns from %s rows".formatted(node.shown()),
                        "write 2 or more, or all");
            }
            rows.add(Optional.of((int) Math.min(Math.max(most, 2), Integer.MAX_VALUE))
                    .filter(count -> count < Integer.MAX_VALUE));
        }
        rows.sort(Comparator.comparing(most -> -most.orElse(Integer.MAX_VALUE)));
        return rows.isEmpty() ? List.of(Optional.empty()) : rows;
    }

    private static List<Optional<Window>> windows(Mapping keys) {
        var nodes = keys.optionalList("window");
        if (nodes.isEmpty()) {
            return List.of(Optional.empty());
        }
        var column = keys.text("time");
        var windows = new ArrayList<Optional<Window>>();
        for (var node : nodes) {
            windows.add(isAll(node) ? Optional.empty() : Optional.of(new Window(column, length(node))));
        }
        windows.sort(Comparator.comparing(window -> window.map(Window::length)
                .orElse(Duration.ofSeconds(Long.MAX_VALUE))
                .negated()));
        return windows;
    }

    private static Duration length(Node node) {
        var matcher = LENGTH.matcher(node.written());
        if (!matcher.matches()) {
            node.problem(
                    "PROJECT-CUTS",
                    "%s is no length of a window".formatted(node.shown()),
                    "write one such as 12h, 90d or 26w, or all");
            return Duration.ofDays(1);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    private static List<List<String>> features(List<Node> nodes) {
        var features = new ArrayList<List<String>>();
        for (var node : nodes) {
            features.add(
                    isAll(node)
                            ? List.of()
                            : node.list().stream().map(Node::text).toList());
        }
        features.sort(Comparator.comparing(names -> names.isEmpty() ? 0 : 1_000_000 - names.size()));
        return features.isEmpty() ? List.of(List.of()) : features;
    }
}
