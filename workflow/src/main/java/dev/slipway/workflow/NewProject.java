package dev.slipway.workflow;

import dev.slipway.artifact.Scratch;
import dev.slipway.document.YamlWriter;
import dev.slipway.engine.Engine;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.profile.Profile;
import dev.slipway.profile.ValueCounts;
import dev.slipway.project.Project;
import dev.slipway.project.Purpose;
import dev.slipway.source.Dialect;
import dev.slipway.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a small project out of a data file: four files, each for a person to read and change. */
public final class NewProject {
    /**
     * @param folder new, or empty
     * @param format how the data is written, as far as it was said
     * @param target to predict; without one, rows are grouped
     * @param reward the column that says what a row brought: known only after the answer, so no model may read it
     * @param purpose as far as it was said
     */
    public record Request(
            Path folder, Path data, Dialect format, Optional<String> target, Optional<String> reward, Purpose purpose) {
        public Request(Path folder, Path data, String target, Purpose purpose) {
            this(folder, data, Dialect.DETECTED, Optional.of(target), Optional.empty(), purpose);
        }
    }

    private final Engine engine;

    public NewProject(Engine engine) {
        this.engine = engine;
    }

    /** The files that were written. Where anything fails, none is. */
    public List<Path> make(Request request) {
        refuseFull(request.folder());
        var name = name(request.folder());
        var source = Source.of(request.data(), request.format());
        var proposal = InferContract.run(engine, source, name, request.target(), request.reward());
        request.target().ifPresent(target -> refuseUnlearnable(request, target, proposal.profile()));
        var files = new LinkedHashMap<String, String>();
        files.put(Project.FILE, project(request, name, proposal));
        files.put(Project.CONTRACT, proposal.inferred().yaml());
        files.put("README.md", readme(request, name));
        files.put(".gitignore", ".slipway/\n");
        return write(request.folder(), files);
    }

    /**
     * The names of the columns of a data file, for whoever has to choose a target.
     *
     * @param folder where the project is to be: refused now, before anybody is asked anything
     */
    public List<String> columns(Path folder, Path data, Dialect format) {
        refuseFull(folder);
        return InferContract.run(engine, Source.of(data, format), "data", Optional.empty(), Optional.empty())
                .inferred()
                .contract()
                .names();
    }

    private static void refuseFull(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw SlipwayException.usage(
                    "PROJECT-EXISTS",
                    "this is a file, not a folder",
                    folder.toString(),
                    "name a folder that does not exist yet");
        }
        try {
            if (Files.exists(folder)) {
                try (var inside = Files.list(folder)) {
                    if (inside.findAny().isPresent()) {
                        throw SlipwayException.usage(
                                "PROJECT-EXISTS",
                                "the folder is not empty",
                                folder.toString(),
                                "name a folder that does not exist yet: nothing is ever overwritten");
                    }
                }
            }
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    /** Said now, with the columns that would do, and not after a person has reviewed four files. */
    private static void refuseUnlearnable(Request request, String name, Profile profile) {
        var target = profile.find(name).orElseThrow();
        if (learnable(target)) {
            return;
        }
        var values = target.values();
        int classes = values.values().size();
        var others = profile.columns().stream()
                .filter(NewProject::learnable)
                .map(ColumnProfile::name)
                .toList();
        throw SlipwayException.refused(
                "PROJECT-TARGET",
                target.missing() > 0
                        ? "the target is missing in %d of %d rows".formatted(target.missing(), target.rows())
                        : classes == 1
                                ? "every answer is '%s'"
                                        .formatted(values.values().firstKey())
                                : "the target has more than %d different words: too many classes"
                                        .formatted(ValueCounts.MOST),
                "%s, column '%s'".formatted(request.data(), name),
                others.isEmpty()
                        ? "bring a file with a column of two values or more that is never empty"
                        : "name another column with --target: " + String.join(", ", others));
    }

    /** Never empty, and numbers or a limited set of words: two different ones at least. */
    private static boolean learnable(ColumnProfile column) {
        var values = column.values();
        boolean several = !values.exact() || values.values().size() > 1;
        return column.missing() == 0
                && several
                && (values.exact() || column.kind().quantity());
    }

    /** Numbers of more than two values, as training takes them. */
    private static boolean isQuantity(InferContract.Proposal proposal, String column) {
        var values = proposal.profile().find(column).orElseThrow().values();
        var type = proposal.inferred().contract().find(column).orElseThrow().type();
        return type.quantity() && !(values.exact() && values.values().size() == 2);
    }

    private static String name(Path folder) {
        var last = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("project");
        var name = last.replaceAll("[^A-Za-z0-9_-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? "project" : name.substring(0, Math.min(64, name.length()));
    }

    private static String project(Request request, String name, InferContract.Proposal proposal) {
        return YamlWriter.document(yaml -> {
            yaml.put("name", name).blank();
            purpose(yaml, request.purpose());
            yaml.blank();
            yaml.mapping(
                    "data",
                    data -> data.put("train", dataPath(request))
                            .putIfPresent("format", format(request))
                            .putIfPresent("target", request.target())
                            .put("split", Map.of("folds", 5)));
            yaml.blank().comment("What models see, in this order; rules and baselines see the columns as they are.");
            var steps = new ProposedSteps(proposal);
            yaml.put("features", steps.list());
            yaml.blank().comment("What is tried. A rule: - rule: \"CASE WHEN column = 'x' THEN 0.7 ELSE 0.2 END\"");
            request.target()
                    .ifPresentOrElse(target -> trained(yaml, proposal, target, steps), () -> NewProject.grouped(yaml));
        });
    }

    /** What is tried and asked of a project that predicts. */
    private static void trained(YamlWriter yaml, InferContract.Proposal proposal, String target, ProposedSteps steps) {
        boolean quantity = isQuantity(proposal, target);
        yaml.put("candidates", candidates(quantity, steps));
        yaml.blank();
        var values = proposal.profile().find(target).orElseThrow().values();
        boolean two = values.exact() && values.values().size() == 2;
        var metric = quantity ? "rmse" : two ? "roc_auc" : "log_loss";
        yaml.mapping("train", train -> train.put("metric", metric).put("budget", "60s"));
        yaml.blank().comment("What a model must show before it may serve: slipway gate");
        // What a better metric is worth depends on its unit; a share of rightly ordered pairs has none.
        var margin = two ? "beats baseline by 0.02" : "beats baseline by 0";
        yaml.put("gates", List.of(margin, "latency_p99 <= 5ms", "size <= 20MB"));
    }

    /** The same of a project that groups rows. */
    private static void grouped(YamlWriter yaml) {
        yaml.put("candidates", List.of(Map.of("kmeans", Map.of()), Map.of("isolation", Map.of())));
        yaml.blank();
        yaml.mapping("train", train -> train.put("budget", "60s"));
        yaml.blank().comment("What a model must show before it may serve: slipway gate");
        yaml.put("gates", List.of("silhouette >= 0.2", "latency_p99 <= 5ms", "size <= 20MB"));
    }

    /** Trees are not tried on free text: its terms are too many columns for them. */
    private static List<Map<String, Object>> candidates(boolean quantity, ProposedSteps steps) {
        var candidates = new ArrayList<Map<String, Object>>();
        candidates.add(Map.of("baseline", "majority"));
        candidates.add(
                quantity
                        ? Map.of("ridge", Map.of())
                        : Map.of("logistic", steps.readsText() ? Map.of("c", "1..100") : Map.of()));
        if (!steps.readsText()) {
            candidates.add(Map.of("forest", Map.of()));
            candidates.add(Map.of("xgboost", Map.of()));
        }
        return candidates;
    }

    private static void purpose(YamlWriter yaml, Purpose purpose) {
        if (purpose.equals(Purpose.UNSAID)) {
            yaml.comment("Why this model exists: say it before there is one.");
            yaml.comment(
                    "purpose: {moves: the metric to move, used by: who, owner: who, latency: at most, cost: at most}");
            return;
        }
        yaml.mapping("purpose", said -> {
            said(said, "moves", purpose.moves(), "which metric is it to move?");
            said(said, "used by", purpose.usedBy(), "who uses the answers?");
            said(said, "owner", purpose.owner(), "who owns the data?");
            said(said, "latency", purpose.latency(), "how long may an answer take?");
            said(said, "cost", purpose.cost(), "what may it cost?");
        });
    }

    private static void said(YamlWriter purpose, String key, Optional<String> answer, String question) {
        answer.ifPresentOrElse(said -> purpose.put(key, said), () -> purpose.comment(key + ": " + question));
    }

    private static Optional<Map<String, Object>> format(Request request) {
        return Optional.of(request.format().written()).filter(said -> !said.isEmpty());
    }

    private static String dataPath(Request request) {
        var folder = request.folder().toAbsolutePath().normalize();
        var data = request.data().toAbsolutePath().normalize();
        var above = folder.getParent();
        return above != null && data.startsWith(above) ? folder.relativize(data).toString() : data.toString();
    }

    private static String readme(Request request, String name) {
        return """
                # %s

                %s `slipway.yaml` says what is tried and what a model must show, `contract.yaml` what the data must be:
                review both like code.

                ```sh
                slipway contract check %s
                slipway train
                slipway compare
                slipway release --why "first model"
                slipway serve
                ```
                """.formatted(
                name,
                request.target().map("Predicts `%s`."::formatted).orElse("Groups rows, and finds the strange ones."),
                dataPath(request));
    }

    private static List<Path> write(Path folder, Map<String, String> files) {
        try (var scratch = Scratch.beside(folder)) {
            for (var file : files.entrySet()) {
                Files.writeString(scratch.path().resolve(file.getKey()), file.getValue());
            }
            Files.createDirectories(folder);
            var written = new ArrayList<Path>();
            for (var file : files.keySet()) {
                written.add(Files.move(scratch.path().resolve(file), folder.resolve(file)));
            }
            return written;
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    private static SlipwayException unwritable(Path folder, IOException failure) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "PROJECT-WRITE",
                        "cannot write: " + failure,
                        folder.toString(),
                        "name a folder that can be written"),
                failure);
    }
}
