package dev.slipway.transform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.Impute.Fill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The 891 passengers as the reference numbers of models have them. */
final class Titanic {
    private static final List<String> NUMBERS = List.of("Pclass", "Age", "SibSp", "Parch", "Fare");

    private Titanic() {}

    /** Of all passengers what a whole pipeline reads. */
    static Table mixed() {
        var passengers = passengers();
        var numbers = ScikitLearn.NUMBERS.stream().map(name -> numbers(passengers, name));
        var words = Stream.of("Sex", "Embarked", "Pclass").map(name -> words(passengers, name));
        return Table.of(Stream.concat(numbers, words).toArray(Column[]::new));
    }

    /** Five numbers imputed and scaled, and who is male. */
    static Table scaled() {
        var passengers = passengers();
        var numbers = NUMBERS.stream().map(name -> numbers(passengers, name));
        var raw = Table.of(Stream.concat(numbers, Stream.of(male(passengers))).toArray(Column[]::new));
        var filled = new Impute(NUMBERS, new Fill.Median(), false).fit(raw).apply(raw);
        return new Scale(NUMBERS).fit(filled).apply(filled);
    }

    private static List<NamedCsvRecord> passengers() {
        var file = Path.of(System.getProperty("slipway.root", "."), "../shared/data/sets/titanic/titanic.csv");
        assumeTrue(Files.exists(file), () -> "skipped: no Titanic at " + file);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column numbers(List<NamedCsvRecord> passengers, String name) {
        var texts =
                passengers.stream().map(passenger -> passenger.getField(name)).toList();
        return NumberColumn.of(
                name,
                Missing.where(texts.size(), row -> texts.get(row).isEmpty()),
                texts.stream()
                        .mapToDouble(text -> text.isEmpty() ? 0 : Double.parseDouble(text))
                        .toArray());
    }

    private static Column words(List<NamedCsvRecord> passengers, String name) {
        var texts =
                passengers.stream().map(passenger -> passenger.getField(name)).toArray(String[]::new);
        return TextColumn.of(name, Missing.where(texts.length, row -> texts[row].isEmpty()), texts);
    }

    private static Column male(List<NamedCsvRecord> passengers) {
        return NumberColumn.of(
                "male",
                passengers.stream()
                        .mapToDouble(passenger -> passenger.getField("Sex").equals("male") ? 1 : 0)
                        .toArray());
    }
}
