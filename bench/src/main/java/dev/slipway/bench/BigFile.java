package dev.slipway.bench;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.document.Document;
import dev.slipway.local.LocalEngine;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/**
 * One pass over a big file as a process of its own, with its time and the most memory it held: {@code profile FILE},
 * {@code check FILE CONTRACT} (check and profile in one pass), {@code infer FILE CONTRACT}, or DuckDB's {@code summarize FILE}.
 */
public final class BigFile {
    private static final double NANOS = 1e9;

    private BigFile() {}

    public static void main(String... arguments) throws IOException, SQLException {
        var file = Path.of(arguments[1]);
        long started = System.nanoTime();
        long rows = switch (arguments[0]) {
            case "profile" -> profile(file);
            case "infer" -> infer(file, Path.of(arguments[2]));
            case "check" -> check(file, Path.of(arguments[2]));
            case "summarize" -> summarize(file);
            default -> throw new IllegalArgumentException("profile, infer, check or summarize");
        };
        double seconds = (System.nanoTime() - started) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d rows in %.1f s, %,.0f rows/s, %.0f MB/s, most memory %s%n",
                arguments[0],
                rows,
                seconds,
                rows / seconds,
                Files.size(file) / seconds / 1e6,
                memory());
    }

    private static long profile(Path file) {
        try (var engine = new LocalEngine()) {
            return engine.fold(Source.of(file), new Profiling()).rows();
        }
    }

    private static long infer(Path file, Path contract) throws IOException {
        try (var engine = new LocalEngine()) {
            var profile = engine.fold(Source.of(file), new Profiling());
            Files.writeString(
                    contract, Contract.infer("big", profile).contract().yaml());
            return profile.rows();
        }
    }

    private static long check(Path file, Path contract) {
        try (var engine = new LocalEngine()) {
            var check = new ContractCheck(Contract.read(Document.yaml(contract)));
            var both = engine.fold(Source.of(file), new CheckAndProfile(check));
            System.out.printf(
                    "good %,d, columns %d%n",
                    both.report().good(), both.profile().columns().size());
            return both.profile().rows();
        }
    }

    private static long summarize(Path file) throws IOException, SQLException {
        var name = file.toRealPath().toString().replace("'", "''");
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var query = database.prepareStatement("SUMMARIZE SELECT * FROM '%s'".formatted(name));
                var answer = query.executeQuery()) {
            long rows = 0;
            while (answer.next()) {
                rows = answer.getLong("count");
            }
            return rows;
        }
    }

    private static String memory() throws IOException {
        return "%.0f MB".formatted(PeakMemory.ofThis());
    }
}
