package dev.slipway.tracking;

import dev.slipway.artifact.Manifest;
import dev.slipway.problem.SlipwayException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A tracked training: what was tried, when, with what, and what came out.
 *
 * @param id 32 lower-case hexadecimal digits
 * @param parent the run that started this one
 * @param metrics any double, also NaN and the infinities
 * @param model the files of the model it made
 */
public record Run(
        String id,
        Optional<String> parent,
        String experiment,
        String name,
        RunStatus status,
        Instant started,
        Optional<Instant> ended,
        SortedMap<String, String> params,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> tags,
        Optional<Manifest> model) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    public Run {
        if (!ID.matcher(id).matches()) {
            throw SlipwayException.usage(
                    "RUN-ID",
                    "'%s' is no id of a run".formatted(id),
                    "the run's id",
                    "give 32 hexadecimal digits, lower case");
        }
        if (experiment.isBlank()) {
            throw SlipwayException.usage(
                    "RUN-EXPERIMENT", "the experiment is blank", "run " + id, "name the experiment");
        }
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** An id nobody else has. */
    public static String freshId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** A run that begins now and has nothing to show yet. */
    public static Run running(String id, String experiment, String name, Instant started) {
        return new Run(
                id,
                Optional.empty(),
                experiment,
                name,
                RunStatus.RUNNING,
                started,
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty());
    }

    public Run under(Run parent) {
        return new Run(
                id, Optional.of(parent.id()), experiment, name, status, started, ended, params, metrics, tags, model);
    }

    public Run withParams(SortedMap<String, String> params) {
        return new Run(id, parent, experiment, name, status, started, ended, params, metrics, tags, model);
    }

    public Run withMetrics(SortedMap<String, Double> metrics) {
        return new Run(id, parent, experiment, name, status, started, ended, params, metrics, tags, model);
    }

    public Run withTags(SortedMap<String, String> tags) {
        return new Run(id, parent, experiment, name, status, started, ended, params, metrics, tags, model);
    }

    public Run withModel(Manifest files) {
        return new Run(id, parent, experiment, name, status, started, ended, params, metrics, tags, Optional.of(files));
    }

    /** This run, over: {@code FINISHED} or {@code FAILED}. */
    public Run ended(RunStatus how, Instant when) {
        return new Run(id, parent, experiment, name, how, started, Optional.of(when), params, metrics, tags, model);
    }
}
