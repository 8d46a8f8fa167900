package dev.slipway.tracking;

import dev.slipway.artifact.Manifest;
import dev.slipway.document.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Runs as rows: one of their own, one each param, metric and tag. */
final class RunRows {
    private static final RowMapper<Run> RUN = (row, context) -> new Run(
            row.getString("id"),
            Optional.ofNullable(row.getString("parent")),
            row.getString("experiment"),
            row.getString("name"),
            RunStatus.valueOf(row.getString("status")),
            Instant.parse(row.getString("started")),
            Optional.ofNullable(row.getString("ended")).map(Instant::parse),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Optional.ofNullable(row.getString("model")).map(json -> Json.read("run.model", json, Manifest.class)));

    private RunRows() {}

    static Optional<Run> find(Handle handle, String id) {
        return whole(
                        handle,
                        handle.createQuery("select * from run where id = :id")
                                .bind("id", id)
                                .map(RUN)
                                .list())
                .stream()
                .findFirst();
    }

    static List<Run> beginning(Handle handle, String prefix, int limit) {
        // 'g' follows the last hexadecimal digit: the index serves both ends.
        return whole(
                handle,
                handle.createQuery("select * from run where id >= :prefix and id < :end order by id limit :limit")
                        .bind("prefix", prefix)
                        .bind("end", prefix + "g")
                        .bind("limit", limit)
                        .map(RUN)
                        .list());
    }

    static List<Run> newest(Handle handle, Optional<String> experiment, int limit) {
        String where = experiment.isPresent() ? " where experiment = :experiment" : "";
        var query = handle.createQuery("select * from run" + where + " order by sequence desc limit :limit")
                .bind("limit", limit);
        experiment.ifPresent(name -> query.bind("experiment", name));
        return whole(handle, query.map(RUN).list());
    }

    static void insertValues(Handle handle, Run run) {
        insert(handle, "run_param", run.id(), run.params());
        insert(handle, "run_metric", run.id(), run.metrics());
        insert(handle, "run_tag", run.id(), run.tags());
    }

    static void deleteValues(Handle handle, String run) {
        for (String table : List.of("run_param", "run_metric", "run_tag")) {
            handle.execute("delete from " + table + " where run = ?", run);
        }
    }

    private static void insert(Handle handle, String table, String run, Map<String, ?> values) {
        if (values.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("insert into " + table + " (run, key, value) values (:run, :key, :value)");
        values.forEach((key, value) ->
                batch.bind("run", run).bind("key", key).bind("value", value).add());
        batch.execute();
    }

    private static List<Run> whole(Handle handle, List<Run> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        List<String> ids = bare.stream().map(Run::id).toList();
        Map<String, SortedMap<String, String>> params = values(handle, "run_param", ids, row -> row.getString("value"));
        Map<String, SortedMap<String, Double>> metrics = values(handle, "run_metric", ids, RunRows::metric);
        Map<String, SortedMap<String, String>> tags = values(handle, "run_tag", ids, row -> row.getString("value"));
        return bare.stream()
                .map(run -> run.withParams(params.getOrDefault(run.id(), new TreeMap<>()))
                        .withMetrics(metrics.getOrDefault(run.id(), new TreeMap<>()))
                        .withTags(tags.getOrDefault(run.id(), new TreeMap<>())))
                .toList();
    }

    private static double metric(ResultSet row) throws SQLException {
        double value = row.getDouble("value");
        return row.wasNull() ? Double.NaN : value;
    }

    @FunctionalInterface
    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<String, SortedMap<String, T>> values(
            Handle handle, String table, List<String> runs, Column<T> column) {
        var values = new HashMap<String, SortedMap<String, T>>();
        handle.createQuery("select run, key, value from " + table + " where run in (<runs>)")
                .bindList("runs", runs)
                .map((row, context) -> values.computeIfAbsent(row.getString("run"), run -> new TreeMap<>())
                        .put(row.getString("key"), column.of(row)))
                .list();
        return values;
    }
}
