package dev.slipway.explain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.slipway.model.LinearFunction;
import dev.slipway.model.LinearModel;
import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The passengers of the Titanic as g06_importance.py sees them, and what it found. */
public final class Titanic {
    public static final List<String> FEATURES = List.of("Pclass", "male", "Age", "SibSp", "Parch", "Fare");

    private static final Path DATA = Path.of(System.getProperty("slipway.root", "."), "../shared/data");

    private Titanic() {}

    public static JsonNode golden() {
        var file = DATA.resolve("golden/importance.json");
        assumeTrue(Files.exists(file), () -> "skipped: no golden importances at " + file);
        return JsonMapper.shared().readTree(file.toFile());
    }

    public static byte[] trees() throws IOException {
        return Files.readAllBytes(DATA.resolve("golden/xgb_titanic_30trees.json"));
    }

    /** All 891, numbers only; a missing age is missing. */
    public static Table passengers() {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve("sets/titanic/titanic.csv"))) {
            var all = reader.stream().toList();
            return Table.of(FEATURES.stream()
                    .map(feature -> NumberColumn.of(
                            feature,
                            all.stream()
                                    .map(row -> row.getField(feature.equals("male") ? "Sex" : feature))
                                    .mapToDouble(Titanic::number)
                                    .toArray()))
                    .toArray(Column[]::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double number(String cell) {
        return switch (cell) {
            case "" -> Double.NaN;
            case "male" -> 1;
            case "female" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    /** 1 who survived. */
    public static int[] survived() {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve("sets/titanic/titanic.csv"))) {
            return reader.stream()
                    .mapToInt(row -> Integer.parseInt(row.getField("Survived")))
                    .toArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every fourth passenger judges. */
    public static int[] judging() {
        return IntStream.range(0, 891).filter(row -> row % 4 == 3).toArray();
    }

    public static int[] teaching() {
        return IntStream.range(0, 891).filter(row -> row % 4 != 3).toArray();
    }

    /** The passengers as the golden logistic regression sees them: missing ages filled, everything standardised. */
    public static Table standardised(JsonNode golden) {
        var setup = golden.path("setup");
        var passengers = passengers();
        return Table.of(IntStream.range(0, FEATURES.size())
                .mapToObj(place -> {
                    var column = passengers.column(FEATURES.get(place));
                    double mean = setup.path("mean").path(place).doubleValue();
                    double deviation = setup.path("std_ddof0").path(place).doubleValue();
                    double median = setup.path("age_impute_train_median").doubleValue();
                    return NumberColumn.of(
                            column.name(),
                            IntStream.range(0, column.size())
                                    .mapToDouble(column::number)
                                    .map(value -> ((Double.isNaN(value) ? median : value) - mean) / deviation)
                                    .toArray());
                })
                .toArray(Column[]::new));
    }

    /** The golden logistic regression. */
    public static LinearModel logistic(JsonNode golden) {
        var found = golden.path("rotation_importance_logistic");
        double[] weights = IntStream.range(0, FEATURES.size())
                .mapToDouble(place -> found.path("coef").path(place).doubleValue())
                .toArray();
        var function = new LinearFunction(found.path("intercept").doubleValue(), weights);
        return new LinearModel(FEATURES, Collections.nCopies(FEATURES.size(), 0.0), function);
    }
}
