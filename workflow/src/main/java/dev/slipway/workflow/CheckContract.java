package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Report;
import dev.slipway.document.Document;
import dev.slipway.engine.Engine;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds data against a contract and names every row that breaks it. */
public final class CheckContract {
    private final Engine engine;

    public CheckContract(Engine engine) {
        this.engine = engine;
    }

    /** The contract in a file. */
    public static Contract read(Path file) {
        if (!Files.exists(file)) {
            throw SlipwayException.missing(
                    "CONTRACT-MISSING",
                    "there is no contract here yet",
                    file.toString(),
                    "infer one and review it: slipway contract infer FILE --out " + file);
        }
        return Contract.read(Document.yaml(file));
    }

    /** Everything that is wrong with the source; no row at all is wrong too. */
    public Report check(Source source, Contract contract) {
        var report = engine.fold(source, new ContractCheck(contract));
        if (report.rows() == 0) {
            throw SlipwayException.refused(
                    "SOURCE-NO-ROWS",
                    "there is a header and no row",
                    source.name(),
                    "check what wrote the file: no row is no evidence");
        }
        return report;
    }

    /**
     * Sets the bad rows aside: good.csv has the good ones as they were written, bad.csv the others with their line and
     * reason, unreadable.csv the records that are no rows. Together they are all records of the source.
     */
    public void quarantine(Source source, Report report, Path folder) {
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
        var reasons = report.findings().stream()
                .collect(Collectors.groupingBy(
                        Finding::record, Collectors.mapping(Finding::what, Collectors.joining("; "))));
        // All three are begun before the first gets its name: what stands in the way of one is in the way of all.
        try (var goodRows = sink(folder, "good.csv", source);
                var badRows = sink(folder, "bad.csv", source);
                var unreadable = sink(folder, "unreadable.csv", source)) {
            long good = engine.map(
                    source,
                    batch -> batch.table().rows(report.goodRows(batch.table().origins())),
                    goodRows);
            long bad = engine.map(
                    source,
                    batch -> bad(batch.table().rows(report.badRows(batch.table().origins())), reasons),
                    badRows);
            requireUnchanged(source, report, good, bad);
            unreadable.write(unreadable(report));
            unreadable.finish();
        }
    }

    private static void requireUnchanged(Source source, Report report, long good, long bad) {
        if (good != report.good() || bad != report.bad()) {
            throw SlipwayException.failed(
                    "SOURCE-CHANGED",
                    "%d good and %d bad rows at the check, %d and %d when they were written"
                            .formatted(report.good(), report.bad(), good, bad),
                    source.name(),
                    "check the file again when nobody writes to it");
        }
    }

    private static CsvSink sink(Path folder, String name, Source source) {
        var file = folder.resolve(name);
        if (Path.of(source.name())
                .toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize())) {
            throw SlipwayException.usage(
                    "QUARANTINE-OVER-DATA",
                    "the file that is checked would be overwritten",
                    file.toString(),
                    "name another folder with --quarantine");
        }
        return new CsvSink(file, CsvFormat.COMMA);
    }

    private static Table bad(Table rows, Map<Long, String> reasons) {
        int[] all = IntStream.range(0, rows.rows()).toArray();
        return rows.with(IntegerColumn.of(
                        "slipway_line",
                        IntStream.of(all).mapToLong(rows.origins()::line).toArray()))
                .with(TextColumn.of(
                        "slipway_reason",
                        IntStream.of(all)
                                .mapToObj(row ->
                                        reasons.getOrDefault(rows.origins().record(row), ""))
                                .toArray(String[]::new)));
    }

    private static Table unreadable(Report report) {
        var records = report.unreadable();
        return Table.of(
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
    }
}
