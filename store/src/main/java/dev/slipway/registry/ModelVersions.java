package dev.slipway.registry;

import dev.slipway.artifact.Artifacts;
import dev.slipway.artifact.Manifest;
import dev.slipway.database.Database;
import dev.slipway.database.Step;
import dev.slipway.document.Json;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The versions of every model. Numbers have no gaps; a version never changes. */
public final class ModelVersions {
    private static final RowMapper<ModelVersion> VERSION = (row, context) -> new ModelVersion(
            row.getString("model"),
            row.getInt("version"),
            row.getString("run"),
            Json.read("model_version.files", row.getString("files"), Manifest.class),
            Instant.parse(row.getString("created")));

    private final Database database;
    private final Artifacts artifacts;
    private final InstantSource clock;

    public ModelVersions(Database database, Artifacts artifacts, InstantSource clock) {
        this.database = database;
        this.artifacts = artifacts;
        this.clock = clock;
    }

    /** Gives the files of a run the next number of a model; the same run and files again get the number they have. */
    public ModelVersion register(String model, String run, Manifest files) {
        RegistryName.require("model", model);
        requireStored(files);
        return database.inTransaction(Step.VERSION_COMMIT, Step.VERSION_COMMITTED, handle -> {
            requireRun(handle, run);
            Optional<ModelVersion> same = ofRun(handle, model, run);
            same.filter(version -> !version.files().equals(files)).ifPresent(version -> {
                throw SlipwayException.refused(
                        "MODEL-RUN-REGISTERED",
                        "the run is version %d of '%s' with other files".formatted(version.version(), model),
                        "run " + run,
                        "train again: a run has one model, and a version never changes");
            });
            return same.orElseGet(() -> insert(handle, model, run, files));
        });
    }

    public Optional<ModelVersion> find(String model, int version) {
        return database.read(
                handle -> handle.createQuery("select * from model_version where model = :model and version = :version")
                        .bind("model", model)
                        .bind("version", version)
                        .map(VERSION)
                        .findOne());
    }

    /** {@link #find}, where no such version is a problem that says what there is. */
    public ModelVersion require(String model, int version) {
        return find(model, version).orElseThrow(() -> unknown(model, version));
    }

    /** The versions of a model, newest first. */
    public List<ModelVersion> list(String model) {
        return database.read(
                handle -> handle.createQuery("select * from model_version where model = :model order by version desc")
                        .bind("model", model)
                        .map(VERSION)
                        .list());
    }

    /** Names of all models, in order. */
    public List<String> models() {
        return database.read(handle -> handle.createQuery("select distinct model from model_version order by model")
                .mapTo(String.class)
                .list());
    }

    private ModelVersion insert(Handle handle, String model, String run, Manifest files) {
        int newest = handle.createQuery("select coalesce(max(version), 0) from model_version where model = :model")
                .bind("model", model)
                .mapTo(Integer.class)
                .one();
        var version = new ModelVersion(model, newest + 1, run, files, clock.instant());
        handle.createUpdate("insert into model_version (model, version, run, files, created)"
                        + " values (:model, :version, :run, :files, :created)")
                .bind("model", version.model())
                .bind("version", version.version())
                .bind("run", version.run())
                .bind("files", Json.write(version.files()))
                .bind("created", version.created().toString())
                .execute();
        return version;
    }

    private static Optional<ModelVersion> ofRun(Handle handle, String model, String run) {
        return handle.createQuery("select * from model_version where model = :model and run = :run")
                .bind("model", model)
                .bind("run", run)
                .map(VERSION)
                .findOne();
    }

    private void requireStored(Manifest files) {
        List<Problem> absent = files.files().stream()
                .filter(file -> !artifacts.contains(file.sha256()))
                .map(file -> new Problem(
                        "ARTIFACT-MISSING",
                        "there is no artifact " + file.sha256(),
                        file.path(),
                        "store the file before the model that is made of it"))
                .toList();
        if (!absent.isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.MISSING, absent);
        }
    }

    private static void requireRun(Handle handle, String run) {
        int found = handle.createQuery("select count(*) from run where id = :run")
                .bind("run", run)
                .mapTo(Integer.class)
                .one();
        if (found == 0) {
            throw SlipwayException.missing(
                    "RUN-MISSING",
                    "there is no run " + run,
                    "the runs of this project",
                    "choose one that 'slipway runs' lists");
        }
    }

    private SlipwayException unknown(String model, int version) {
        List<Integer> numbers = list(model).stream().map(ModelVersion::version).toList();
        boolean none = numbers.isEmpty();
        return SlipwayException.missing(
                "MODEL-MISSING",
                none
                        ? "there is no model '%s'%s".formatted(model, Nearest.hint(model, models()))
                        : "'%s' has no version %d".formatted(model, version),
                "the model versions of this project",
                none ? "train one first: slipway train" : "choose a version from 1 to " + numbers.get(0));
    }
}
