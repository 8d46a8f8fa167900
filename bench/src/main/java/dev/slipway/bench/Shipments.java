package dev.slipway.bench;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.document.Json;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Invented shipments, the same on every machine: six numbers of which two have gaps, two whole numbers, four columns of
 * fourteen words each; and whether each came late.
 */
final class Shipments {
    static final String LATE = "late";
    static final List<String> NUMBERS = List.of("distance", "weight", "price", "volume", "humidity", "temperature");
    static final List<String> WORDS = List.of("carrier", "origin", "destination", "goods");
    private static final List<String> COUNTS = List.of("stops", "priority");
    private static final List<Double> MOST = List.of(3_000.0, 900.0, 250.0, 12.0, 100.0, 40.0);
    private static final List<String> WITH_GAPS = List.of("weight", "humidity");
    private static final int DISTINCT_WORDS = 14;
    private static final long SEED = 20_260_301;

    private Shipments() {}

    /** What every table of shipments keeps; a tenth of some columns is missing. */
    static Contract contract() {
        var columns = new ArrayList<ContractColumn>();
        for (int i = 0; i < NUMBERS.size(); i++) {
            columns.add(ContractColumn.of(NUMBERS.get(i), ColumnType.NUMBER)
                    .withRange(0, MOST.get(i))
                    .withMissing(WITH_GAPS.contains(NUMBERS.get(i)) ? 0.2 : 0));
        }
        COUNTS.forEach(
                name -> columns.add(ContractColumn.of(name, ColumnType.INTEGER).withRange(0, 9)));
        WORDS.forEach(
                name -> columns.add(ContractColumn.of(name, ColumnType.CATEGORY).withSet(words(name))));
        return new Contract("shipments", Extra.REFUSE, columns);
    }

    static Table table(int rows) {
        var random = new SplittableRandom(SEED);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < NUMBERS.size(); i++) {
            boolean gaps = WITH_GAPS.contains(NUMBERS.get(i));
            var missing = Missing.where(rows, row -> gaps && random.nextInt(10) == 0);
            double step = MOST.get(i) / 1_000_000;
            var values = IntStream.range(0, rows)
                    .mapToDouble(row -> Math.rint(random.nextInt(1_000_000) * step * 1_000) / 1_000);
            columns.add(NumberColumn.of(NUMBERS.get(i), missing, values.toArray()));
        }
        for (var name : COUNTS) {
            columns.add(IntegerColumn.of(name, random.longs(rows, 0, 10).toArray()));
        }
        for (var name : WORDS) {
            columns.add(CategoryColumn.of(
                    name, words(name), random.ints(rows, 0, DISTINCT_WORDS).toArray()));
        }
        return Table.of(columns.toArray(Column[]::new));
    }

    private static List<String> words(String column) {
        return IntStream.range(0, DISTINCT_WORDS)
                .mapToObj(word -> "%s %02d".formatted(column, word))
                .toList();
    }

    /** Which of the shipments came late: far and often handled ones, by some carriers, and some by bad luck. */
    static int[] late(Table shipments) {
        var luck = new SplittableRandom(SEED + 1);
        var distance = shipments.column("distance");
        var stops = shipments.column("stops");
        var carrier = (CategoryColumn) shipments.column("carrier");
        return IntStream.range(0, shipments.rows())
                .map(row -> distance.number(row) / 1_000
                                        + stops.number(row) / 4
                                        + carrier.code(row) % 3
                                        + luck.nextDouble(-1.5, 1.5)
                                > 3.5
                        ? 1
                        : 0)
                .toArray();
    }

    static void write(Path csv, Table table) {
        try (var sink = new CsvSink(csv, CsvFormat.COMMA)) {
            sink.write(table);
            sink.finish();
        }
    }

    /** One shipment as a request for a prediction sends it: a gap is null. */
    static byte[] request(Table shipments, int row) {
        Map<String, Optional<Object>> record = new LinkedHashMap<>();
        for (var column : shipments.columns()) {
            record.put(column.name(), column.isMissing(row) ? Optional.empty() : Optional.of(value(column, row)));
        }
        return Json.bytes(record);
    }

    private static Object value(Column column, int row) {
        return switch (column.type()) {
            case NUMBER -> column.number(row);
            case INTEGER -> (long) column.number(row);
            case CATEGORY, TEXT, BOOLEAN, TIMESTAMP, VECTOR -> column.text(row);
        };
    }
}
