package dev.slipway.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.slipway.source.Batch;
import dev.slipway.source.Unreadable;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Tables of text for tests, as a reader of files makes them. */
final class Raw {
    private Raw() {}

    /** The first line names the columns; the source is "people.csv". */
    static Table csv(String... lines) {
        return batch(
                        "people.csv",
                        CsvReader.builder()
                                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .ofCsvRecord(String.join("\n", lines))
                                .stream()
                                .toList())
                .table();
    }

    static Batch batch(String name, List<CsvRecord> records) {
        var header = records.get(0).getFields();
        var rows = new ArrayList<CsvRecord>();
        var numbers = new ArrayList<Long>();
        var unreadable = new ArrayList<Unreadable>();
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i).getFieldCount() == header.size()) {
                rows.add(records.get(i));
                numbers.add((long) i);
            } else {
                unreadable.add(new Unreadable(name, i, records.get(i).getStartingLineNumber(), "fields"));
            }
        }
        var origins = Origins.of(
                name,
                numbers.stream().mapToLong(Long::longValue).toArray(),
                rows.stream().mapToLong(CsvRecord::getStartingLineNumber).toArray());
        var columns = IntStream.range(0, header.size())
                .mapToObj(i -> TextColumn.of(
                        header.get(i), rows.stream().map(row -> row.getField(i)).toArray(String[]::new)))
                .toList();
        return new Batch(Table.of(columns, origins), unreadable);
    }

    static Batch file(Path file) {
        return batch(file.getFileName().toString(), records(file));
    }

    static List<CsvRecord> records(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)
                    .stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the shared test data; the test is skipped where it is absent. */
    static Path shared(String path) {
        var file = Path.of(System.getProperty("slipway.root", "."), "..", "shared", "data")
                .resolve(path);
        assumeTrue(Files.exists(file), () -> "skipped: the shared test data has no " + path + " here");
        return file;
    }
}
