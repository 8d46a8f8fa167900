package dev.slipway.workflow;

import dev.slipway.artifact.Scratch;
import dev.slipway.contract.Contract;
import dev.slipway.document.Sha256;
import dev.slipway.engine.Engine;
import dev.slipway.metric.Metric;
import dev.slipway.model.Card;
import dev.slipway.model.FittedPipeline;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.Predictions;
import dev.slipway.model.ServedModel;
import dev.slipway.model.Target;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Reference;
import dev.slipway.registry.ModelVersion;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import dev.slipway.tracking.Run;
import dev.slipway.tracking.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a version of a model that was trained elsewhere: from the file its library wrote, a contract for its inputs, and rows
 * with known answers on which it is measured here. What is registered is gated, released and served like any other.
 */
public final class RegisterModel {
    private static final int LARGEST = 256 << 20;

    /**
     * @param name the model's
     * @param contract whose features, in order, are the model's, and whose target is what it answers
     * @param data rows with answers that keep the contract
     */
    public record Request(String name, Path file, Path contract, Source data, String who) {}

    /** @param run what was measured */
    public record Report(ModelVersion version, Run run) {}

    private final Place place;
    private final Engine engine;
    private final InstantSource clock;

    public RegisterModel(Place place, Engine engine, InstantSource clock) {
        this.place = place;
        this.engine = engine;
        this.clock = clock;
    }

    /** @throws SlipwayException where file, contract and data do not fit each other; then nothing is kept */
    public Report run(Request request) {
        byte[] file = read(request.file());
        var contract = CheckContract.read(request.contract());
        var signature = Signature.of(file, request.file().toString(), contract, request.contract());
        var rows = rows(request, contract);
        var started = Run.running(Run.freshId(), request.name(), "register", clock.instant())
                .withTags(tags(file, request));
        var pipeline = new FittedPipeline(List.of(), signature.model(), signature.target());
        var metrics = metrics(pipeline.predict(rows), signature.target(), rows);
        var run = Run.running(Run.freshId(), request.name(), "imported", clock.instant())
                .under(started)
                .withParams(signature.parameters());
        var card = new Card(request.name(), run.id(), "imported", signature.parameters(), metrics, started.tags());
        var served = new ServedModel(contract.forServing(pipeline.inputs()), pipeline, card);
        try (var folder = Scratch.make()) {
            var written = folder.path().resolve("model");
            ModelFolder.write(written, served, Reference.of(Profile.of(rows)));
            metrics.putAll(Measured.of(written, place.steps(), rows));
            return keep(request, started, run.withMetrics(metrics).withModel(place.put(written)), signature.target());
        }
    }

    private Report keep(Request request, Run started, Run measured, Target target) {
        var tags = new TreeMap<String, String>();
        tags.put(Train.CANDIDATE, "imported");
        Metric.forClasses(target.labels().size()).stream()
                .findFirst()
                .ifPresent(metric -> tags.put(Train.METRIC, metric.id()));
        var run = measured.withTags(tags).ended(RunStatus.FINISHED, clock.instant());
        place.ask(StartRun.OPERATION, started);
        var ended = started.withMetrics(run.metrics()).ended(RunStatus.FINISHED, clock.instant());
        var version = place.ask(
                RecordTraining.OPERATION,
                new RecordTraining.Question(request.name(), ended, List.of(run), run.id(), request.who()));
        return new Report(version, run);
    }

    private static byte[] read(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw SlipwayException.refused(
                        "MODEL-TOO-LARGE",
                        "it has more than %,d bytes".formatted(LARGEST),
                        file.toString(),
                        "register a smaller model: fewer trees, or shallower ones");
            }
            return bytes;
        } catch (NoSuchFileException absent) {
            throw SlipwayException.missing(
                    "MODEL-MISSING", "there is no such file", file.toString(), "check the path of the model");
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem("MODEL-READ", "cannot read: " + failure, file.toString(), "name a file, and check it"),
                    failure);
        }
    }

    private Table rows(Request request, Contract contract) {
        var checked = new CheckContract(engine).rows(request.data(), contract);
        if (!checked.report().passed() || checked.typed().rows() == 0) {
            var problem = checked.report().findings().stream()
                    .filter(finding -> finding.fails())
                    .map(finding -> finding.problem().what())
                    .findFirst()
                    .orElse("there is no row");
            throw SlipwayException.refused(
                    "REGISTER-DATA",
                    "the rows to measure the model on do not keep its contract: " + problem,
                    request.data().name(),
                    "see all: slipway contract check; then correct the rows, or the contract");
        }
        return checked.typed();
    }

    private static SortedMap<String, String> tags(byte[] file, Request request) {
        var tags = new TreeMap<String, String>();
        tags.put("import.file", request.file().getFileName().toString());
        tags.put("import.sha256", Sha256.of(file));
        tags.put("import.data", request.data().name());
        return tags;
    }

    private static SortedMap<String, Double> metrics(Predictions answered, Target target, Table rows) {
        var answers = Signature.answers(target, answered, rows);
        var metrics = new TreeMap<String, Double>();
        Metric.forClasses(answers.classes())
                .forEach(metric -> metric.of(answers).ifPresent(value -> metrics.put(metric.id(), value)));
        metrics.put("rows", (double) rows.rows());
        return metrics;
    }
}
