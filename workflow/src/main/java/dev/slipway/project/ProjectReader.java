package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.document.Scalar;
import dev.slipway.gate.Gate;
import dev.slipway.metric.Metric;
import dev.slipway.project.Data.Task;
import dev.slipway.transform.OwnSteps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the tree of {@code slipway.yaml} into a project, collecting every problem on the way. */
final class ProjectReader {
    private static final Duration BUDGET = Duration.ofSeconds(60);
    private static final int TRIALS = 20;

    private static final List<String> TASKS = List.of("classification", "regression");

    private final Path folder;
    private final FeatureReader features;

    /** @param steps that somebody else wrote */
    ProjectReader(Path folder, OwnSteps steps) {
        this.folder = folder;
        features = new FeatureReader(steps);
    }

    Project read(Mapping root) {
        root.allowOnly(
                "name",
                "purpose",
                "data",
                "parsers",
                "features",
                "candidates",
                "train",
                "price",
                "sources",
                "value",
                "slices",
                "gates");
        return new Project(
                folder,
                name(root),
                root.optionalMapping("purpose").map(ProjectReader::purpose).orElse(Purpose.UNSAID),
                data(root.mapping("data")),
                root.optionalMapping("parsers")
                        .map(ParserReader::read)
                        .map(Parsers::of)
                        .orElse(Parsers.NONE),
                root.optionalList("features").stream()
                        .flatMap(node -> features.read(node).stream())
                        .toList(),
                CandidateReader.read(root.optionalList("candidates")),
                effort(
                        root.optionalMapping("train"),
                        root.optionalMapping("price").map(ProjectReader::price)),
                root.optionalMapping("sources").map(ProjectReader::sources).orElseGet(TreeMap::new),
                root.optionalMapping("value").map(ValueReader::read),
                root.optionalList("slices").stream().map(Node::written).toList(),
                gates(root.optionalList("gates")));
    }

    private String name(Mapping root) {
        var otherwise = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("project");
        var name = root.text("name", otherwise);
        if (!Project.canName(name)) {
            root.find("name")
                    .orElse(root)
                    .problem(
                            "PROJECT-NAME",
                            "'%s' cannot name a project: it becomes part of a URL".formatted(name),
                            "set 'name' to at most 64 letters, digits, '-' and '_', starting with a letter or digit");
        }
        return name;
    }

    private static Purpose purpose(Mapping purpose) {
        purpose.allowOnly("moves", "used by", "owner", "latency", "cost");
        return new Purpose(
                purpose.optionalWritten("moves"),
                purpose.optionalWritten("used by"),
                purpose.optionalWritten("owner"),
                purpose.optionalWritten("latency"),
                purpose.optionalWritten("cost"));
    }

    private Data data(Mapping data) {
        data.allowOnly("train", "format", "target", "task", "positive", "weight", "split");
        return new Data(
                ParserReader.files(data, folder::resolve),
                data.optionalWritten("target"),
                data.optionalOneOf("task", TASKS)
                        .filter(TASKS::contains)
                        .map(word -> Task.valueOf(word.toUpperCase(Locale.ROOT))),
                data.optionalWritten("positive"),
                data.optionalWritten("weight"),
                SplitReader.read(data.optionalMapping("split"), folder));
    }

    private static Effort effort(Optional<Mapping> train, Optional<Price> price) {
        train.ifPresent(keys -> keys.allowOnly("metric", "budget", "trials", "cuts"));
        var ids = Metric.all().map(Metric::id).distinct().toList();
        var metric = train.flatMap(keys -> keys.optionalOneOf("metric", ids)).filter(ids::contains);
        long trials = train.map(keys -> keys.whole("trials", TRIALS)).orElse((long) TRIALS);
        if (trials < 0 || trials > 10_000) {
            train.flatMap(keys -> keys.find("trials"))
                    .ifPresent(node -> node.problem(
                            "PROJECT-TRIALS",
                            "%s trials make no sense".formatted(node.shown()),
                            "set 'trials' between 0 and 10000"));
        }
        return new Effort(
                metric,
                train.flatMap(keys -> keys.find("budget"))
                        .map(ProjectReader::duration)
                        .orElse(BUDGET),
                (int) trials,
                CutsReader.read(train.flatMap(keys -> keys.optionalMapping("cuts"))),
                price);
    }

    private static Price price(Mapping price) {
        price.allowOnly("cpu_hour", "unit");
        double hour = price.number("cpu_hour");
        if (!(hour >= 0 && hour <= 1e6)) {
            price.find("cpu_hour")
                    .ifPresent(node -> node.problem(
                            "PROJECT-PRICE",
                            "%s is no price of an hour".formatted(node.shown()),
                            "set 'cpu_hour' between 0 and 1000000"));
        }
        return new Price(hour, price.text("unit", ""));
    }

    private static Duration duration(Node node) {
        var span = Span.read(node.written());
        if (span.isEmpty()) {
            node.problem(
                    "PROJECT-DURATION", "%s is not a duration".formatted(node.shown()), "write one such as 60s or 5m");
        }
        return span.orElse(BUDGET);
    }

    /** What a value of a column costs where it comes from. */
    private static SortedMap<String, Double> sources(Mapping sources) {
        var costs = new TreeMap<String, Double>();
        for (var entry : sources.entries()) {
            double cost = entry.value().number();
            if (!(cost >= 0 && cost <= 1e6)) {
                entry.value()
                        .problem(
                                "PROJECT-SOURCE-COST",
                                "%s is no cost of a value"
                                        .formatted(entry.value().shown()),
                                "set '%s' between 0 and 1000000".formatted(entry.name()));
            }
            costs.put(entry.name(), cost);
        }
        return costs;
    }

    private static List<String> gates(List<Node> nodes) {
        return nodes.stream()
                .map(node -> node instanceof Scalar ? checked(node) : node.text())
                .toList();
    }

    private static String checked(Node node) {
        var written = node.written();
        Gate.unreadable(written).ifPresent(what -> node.problem("GATE-UNREADABLE", what, Gate.FORMS));
        return written;
    }
}
