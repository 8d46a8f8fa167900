package dev.slipway.workflow;

import dev.slipway.gate.Candidacy;
import dev.slipway.metric.BinaryMetric;
import dev.slipway.metric.Metric;
import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.ModelVersion;
import dev.slipway.tracking.Run;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The model a gate is asked about.
 *
 * @param version the number; the newest where it is not said
 * @param run the run whose model is meant; becomes a version of its own if it is none
 */
public record Nominee(String deployment, String model, Optional<Integer> version, Optional<String> run) {
    /** The version that is meant. */
    ModelVersion find(Workspace workspace) {
        var store = workspace.store();
        if (run.isPresent()) {
            var found = store.runs().require(run.get());
            var files = found.model()
                    .orElseThrow(() -> SlipwayException.usage(
                            "RUN-NO-MODEL",
                            "the run has no model of its own",
                            "run " + found.id(),
                            "name the run of one candidate; 'slipway compare %s' lists them".formatted(found.id())));
            return store.models().register(model, found.id(), files);
        }
        return version.map(number -> store.models().require(model, number))
                .orElseGet(() -> store.models().list(model).stream()
                        .findFirst()
                        .orElseThrow(() -> SlipwayException.missing(
                                "MODEL-NONE",
                                "no model called '%s' was ever trained here".formatted(model),
                                workspace.folder().path().toString(),
                                "train one first: slipway train")));
    }

    /** What is recorded of that version and of those it is compared with. */
    Candidacy candidacy(Workspace workspace, ModelVersion nominee, Optional<String> said) {
        var store = workspace.store();
        var own = store.runs().require(nominee.run());
        var metric = Metric.named(
                said.orElseGet(() -> own.tags().getOrDefault(Train.METRIC, BinaryMetric.ROC_AUC.id())), "train.metric");
        var rivals = new TreeMap<String, SortedMap<String, Double>>();
        own.parent()
                .ifPresent(training -> store.runs().list(own.experiment(), 10_000).stream()
                        .filter(run -> run.parent().filter(training::equals).isPresent())
                        .forEach(run -> rivals.put(run.name(), run.metrics())));
        var champion = store.releases().current(deployment);
        champion.map(release -> store.models()
                        .require(release.plan().model(), release.plan().champion()))
                .map(version -> store.runs().require(version.run()))
                .map(Run::metrics)
                .ifPresent(metrics -> rivals.put(Candidacy.CHAMPION, metrics));
        return new Candidacy(
                metric.id(),
                metric.higherIsBetter(),
                own.metrics(),
                rivals,
                champion.map(release -> "version " + release.plan().champion()));
    }
}
