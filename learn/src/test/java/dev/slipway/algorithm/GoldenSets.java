package dev.slipway.algorithm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.slipway.evaluation.Folds;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference data of the repository's neighbour folder as tables, and the folds their scores were measured on. */
public final class GoldenSets {
    private static final Path DATA = Path.of(System.getProperty("slipway.root", "."), "../shared/data");
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?");

    private GoldenSets() {}

    /** A set with a header, its numbers as numbers and the rest as words; an empty cell is missing. */
    public static Table table(String file, char separator) throws IOException {
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(reader("sets/" + file))) {
            var records = reader.stream().toList();
            var columns = new ArrayList<Column>();
            for (var name : records.get(0).getHeader()) {
                columns.add(column(name, records));
            }
            return Table.of(columns.toArray(Column[]::new));
        }
    }

    private static Column column(String name, List<NamedCsvRecord> records) {
        var cells =
                records.stream().map(record -> record.getField(name).strip()).toList();
        var missing = Missing.where(cells.size(), row -> cells.get(row).isEmpty());
        boolean numbers = cells.stream()
                .allMatch(cell -> cell.isEmpty() || NUMBER.matcher(cell).matches());
        return numbers
                ? NumberColumn.of(
                        name,
                        missing,
                        cells.stream()
                                .mapToDouble(cell -> cell.isEmpty() ? 0 : Double.parseDouble(cell))
                                .toArray())
                : CategoryColumn.from(TextColumn.of(name, missing, cells.toArray(String[]::new)));
    }

    /** The lines of a set without a header. */
    public static List<String> lines(String file) throws IOException {
        try (var reader = new BufferedReader(reader("sets/" + file))) {
            return reader.lines().toList();
        }
    }

    public static Folds folds(String name) throws IOException {
        try (var reader = new BufferedReader(reader("golden/folds/" + name + ".txt.gz"))) {
            return Folds.of(reader.lines().mapToInt(Integer::parseInt).toArray());
        }
    }

    /** A file of reference numbers. */
    public static JsonNode golden(String file) throws IOException {
        try (var reader = reader("golden/" + file)) {
            return JsonMapper.shared().readTree(reader);
        }
    }

    private static Reader reader(String file) throws IOException {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        InputStream bytes = Files.newInputStream(path);
        return new InputStreamReader(file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }
}
