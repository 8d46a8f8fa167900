package dev.slipway.workflow;

import dev.slipway.contract.Examined;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Report;
import dev.slipway.engine.Engine;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.ManySources;
import dev.slipway.source.Source;
import dev.slipway.source.Unreadable;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the good rows of a checked source, the bad ones with their reasons, and the records that are no rows. */
record Quarantine(Engine engine, Source source, Report report) {
    private static final List<String> FILES = List.of("good.csv", "bad.csv", "unreadable.csv");

    void write(Path folder, boolean replace) {
        make(folder);
        refuseExisting(folder, replace);
        boolean many = source instanceof ManySources;
        var found = report;
        // All three are begun before the first gets its name: what stands in the way of one is in the way of all.
        try (var goodRows = sink(folder, FILES.get(0));
                var badRows = sink(folder, FILES.get(1));
                var unreadable = sink(folder, FILES.get(2))) {
            long good = engine.map(
                    source,
                    batch -> batch.table().rows(found.examine(batch.table()).goodRows()),
                    goodRows);
            long bad = engine.map(source, batch -> bad(found.examine(batch.table()), batch.table(), many), badRows);
            long lost = engine.map(source, batch -> unreadable(batch, many), unreadable);
            requireUnchanged(good, bad, lost);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem(
                            "QUARANTINE-FOLDER",
                            "cannot make the folder: " + failure,
                            folder.toString(),
                            "name a folder that can be written"),
                    failure);
        }
    }

    private void refuseExisting(Path folder, boolean replace) {
        for (var name : FILES) {
            var file = folder.resolve(name);
            if (same(file, Path.of(source.name()))) {
                throw SlipwayException.usage(
                        "QUARANTINE-OVER-DATA",
                        "the file that is checked would be overwritten",
                        file.toString(),
                        "name another folder with --quarantine");
            }
        }
        for (var name : FILES) {
            var file = folder.resolve(name);
            if (!replace && Files.isRegularFile(file)) {
                throw SlipwayException.usage(
                        "QUARANTINE-EXISTS",
                        "there is a file of an earlier check",
                        file.toString(),
                        "name another folder with --quarantine, or replace its files with --force");
            }
        }
    }

    private static boolean same(Path left, Path right) {
        return left.toAbsolutePath().normalize().equals(right.toAbsolutePath().normalize());
    }

    private static CsvSink sink(Path folder, String name) {
        return new CsvSink(folder.resolve(name), CsvFormat.COMMA);
    }

    private static Table bad(Examined examined, Table raw, boolean many) {
        int[] rows = IntStream.range(0, raw.rows())
                .filter(row -> !examined.isGood(row))
                .toArray();
        var failing = examined.findings().stream().filter(Finding::fails).toList();
        Map<Finding.Row, String> reasons = failing.stream()
                .filter(finding -> finding.record() > 0)
                .collect(Collectors.groupingBy(
                        Finding::at, Collectors.mapping(Finding::what, Collectors.joining("; "))));
        // A column that is not there, or one too many, is wrong in every row.
        String ofAll = failing.stream()
                .filter(finding -> finding.record() == 0)
                .map(Finding::what)
                .collect(Collectors.joining("; "));
        var origins = raw.origins();
        IntFunction<String> reason = row -> {
            var at = new Finding.Row(origins.source(row), origins.record(row), origins.line(row));
            return Stream.of(ofAll, reasons.getOrDefault(at, ""))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
        };
        var bad = raw.rows(rows);
        if (many) {
            bad = bad.with(texts("slipway_file", rows, origins::source));
        }
        return bad.with(IntegerColumn.of(
                        "slipway_line",
                        IntStream.of(rows).mapToLong(origins::line).toArray()))
                .with(texts("slipway_reason", rows, reason));
    }

    private static TextColumn texts(String name, int[] rows, IntFunction<String> text) {
        return TextColumn.of(name, IntStream.of(rows).mapToObj(text).toArray(String[]::new));
    }

    private static Table unreadable(Batch batch, boolean many) {
        var records = batch.unreadable();
        var table = Table.of(
                List.of(
                        IntegerColumn.of(
                                "record",
                                records.stream().mapToLong(Unreadable::record).toArray()),
                        IntegerColumn.of(
                                "line",
                                records.stream().mapToLong(Unreadable::line).toArray()),
                        TextColumn.of(
                                "reason",
                                records.stream().map(Unreadable::reason).toArray(String[]::new))),
                Origins.from("unreadable", 1, records.size()));
        return many
                ? table.with(TextColumn.of(
                        "file", records.stream().map(Unreadable::source).toArray(String[]::new)))
                : table;
    }

    private void requireUnchanged(long good, long bad, long lost) {
        if (good != report.good() || bad != report.bad() || lost != report.unreadable()) {
            throw SlipwayException.failed(
                    "SOURCE-CHANGED",
                    "%d good, %d bad and %d unreadable records at the check, %d, %d and %d when they were written"
                            .formatted(report.good(), report.bad(), report.unreadable(), good, bad, lost),
                    source.name(),
                    "check the file again when nobody writes to it");
        }
    }
}
