package dev.slipway.tracking;

import dev.slipway.database.Database;
import dev.slipway.database.Step;
import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The runs kept in the database, newest first by the order in which they were started, whatever their clocks said. */
public final class Runs {
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{4,32}");
    private static final int SHOWN = 5;

    private final Database database;

    public Runs(Database database) {
        this.database = database;
    }

    /** Keeps a new run. */
    public void start(Run run) {
        database.inTransaction(Step.RUN_STARTED, handle -> {
            if (RunRows.find(handle, run.id()).isPresent()) {
                throw SlipwayException.refused(
                        "RUN-EXISTS", "this run was started already", "run " + run.id(), "start it under a fresh id");
            }
            run.parent()
                    .filter(parent -> RunRows.find(handle, parent).isEmpty())
                    .ifPresent(parent -> {
                        throw unknown(parent);
                    });
            insert(handle, run);
            return run;
        });
    }

    /**
     * Keeps how a run ended, all of it or nothing: status, end, params, metrics, tags and model; the rest stays as it was
     * started. Saying the same twice is harmless; saying something else about a run that is over is refused.
     */
    public void finish(Run run) {
        if (run.status().isOpen() || run.ended().isEmpty()) {
            throw new IllegalArgumentException("a run that is over has an end and is FINISHED or FAILED: " + run.id());
        }
        database.inTransaction(Step.RUN_COMMIT, Step.RUN_COMMITTED, handle -> {
            Run kept = RunRows.find(handle, run.id()).orElseThrow(() -> unknown(run.id()));
            if (kept.status().isOpen()) {
                update(handle, run);
            } else if (!kept.equals(run)) {
                throw SlipwayException.refused(
                        "RUN-OVER",
                        "the run is over (%s) and cannot be changed".formatted(kept.status()),
                        "run " + run.id(),
                        "start a new run");
            }
            return run;
        });
    }

    /** The run of this id, or of the only id that begins so; a beginning has at least 4 digits. */
    public Optional<Run> find(String idOrPrefix) {
        String prefix = idOrPrefix.toLowerCase(Locale.ROOT);
        if (!PREFIX.matcher(prefix).matches()) {
            throw SlipwayException.usage(
                    "RUN-ID",
                    "'%s' is no id of a run".formatted(idOrPrefix),
                    "the run's id",
                    "give the id, or at least its first 4 digits (0-9, a-f); 'slipway runs' lists them");
        }
        return database.read(handle -> {
            List<Run> found = RunRows.beginning(handle, prefix, SHOWN);
            if (found.size() > 1) {
                throw SlipwayException.usage(
                        "RUN-AMBIGUOUS",
                        "'%s' begins %s"
                                .formatted(
                                        idOrPrefix,
                                        String.join(
                                                ", ",
                                                found.stream().map(Run::id).toList())),
                        "the run's id",
                        "give more digits of the one you mean");
            }
            return found.stream().findFirst();
        });
    }

    /** {@link #find}, where no run is a problem that says so. */
    public Run require(String idOrPrefix) {
        return find(idOrPrefix).orElseThrow(() -> unknown(idOrPrefix));
    }

    /** The newest runs of an experiment. */
    public List<Run> list(String experiment, int limit) {
        return database.read(handle -> RunRows.newest(handle, Optional.of(experiment), limit));
    }

    /** The newest runs of all experiments. */
    public List<Run> list(int limit) {
        return database.read(handle -> RunRows.newest(handle, Optional.empty(), limit));
    }

    /** Names of all experiments, in order. */
    public List<String> experiments() {
        return database.read(handle -> handle.createQuery("select distinct experiment from run order by experiment")
                .mapTo(String.class)
                .list());
    }

    /** Says of every running run that it was interrupted, and how many there were; for whoever opens the store. */
    public int markInterrupted() {
        boolean none = database.read(handle -> handle.createQuery("select count(*) from run where status = 'RUNNING'")
                .mapTo(Integer.class)
                .one()
                .equals(0));
        return none
                ? 0
                : database.inTransaction(
                        handle -> handle.execute("update run set status = 'INTERRUPTED' where status = 'RUNNING'"));
    }

    private static void insert(Handle handle, Run run) {
        handle.createUpdate("insert into run (id, parent, experiment, name, status, started, ended, model)"
                        + " values (:id, :parent, :experiment, :name, :status, :started, :ended, :model)")
                .bind("id", run.id())
                .bind("parent", run.parent())
                .bind("experiment", run.experiment())
                .bind("name", run.name())
                .bind("status", run.status().name())
                .bind("started", run.started().toString())
                .bind("ended", run.ended().map(Object::toString))
                .bind("model", run.model().map(Json::write))
                .execute();
        RunRows.insertValues(handle, run);
    }

    private static void update(Handle handle, Run run) {
        handle.createUpdate("update run set status = :status, ended = :ended, model = :model where id = :id")
                .bind("id", run.id())
                .bind("status", run.status().name())
                .bind("ended", run.ended().map(Object::toString))
                .bind("model", run.model().map(Json::write))
                .execute();
        RunRows.deleteValues(handle, run.id());
        RunRows.insertValues(handle, run);
    }

    private static SlipwayException unknown(String id) {
        return SlipwayException.missing(
                "RUN-MISSING",
                "there is no run " + id,
                "the runs of this project",
                "choose one that 'slipway runs' lists");
    }
}
