package dev.slipway.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scikit-learn 1.2.1 made of a hundred passengers and of thirty-three others. */
final class ScikitLearn {
    static final List<String> NUMBERS = List.of("Age", "SibSp", "Parch", "Fare");
    static final List<String> WORDS = List.of("Sex", "Embarked");

    private final JsonNode golden;

    private ScikitLearn(JsonNode golden) {
        this.golden = golden;
    }

    static ScikitLearn read() {
        var file = Path.of(System.getProperty("slipway.root", "."), "../shared/data/golden/transformers.json");
        assumeTrue(Files.exists(file), () -> "skipped: no golden transformers at " + file);
        return new ScikitLearn(JsonMapper.shared().readTree(file.toFile()));
    }

    JsonNode of(String name) {
        return golden.path(name);
    }

    Table training() {
        return table(golden.path("input_fit"));
    }

    Table others() {
        return table(golden.path("input_new"));
    }

    /** The others with the class they travel in, as a word. */
    Table othersWithClass() {
        var rows = golden.path("input_new");
        return others().with(TextColumn.of(
                "Pclass",
                IntStream.range(0, rows.size())
                        .mapToObj(row -> rows.path(row).path("Pclass").toString())
                        .toArray(String[]::new)));
    }

    private static Table table(JsonNode rows) {
        var numbers = NUMBERS.stream().map(name -> numbers(rows, name));
        var words = WORDS.stream().map(name -> words(rows, name));
        return Table.of(Stream.concat(numbers, words).toArray(Column[]::new));
    }

    private static Column numbers(JsonNode rows, String name) {
        return NumberColumn.of(
                name,
                missing(rows, name),
                IntStream.range(0, rows.size())
                        .mapToDouble(row -> rows.path(row).path(name).asDouble(0))
                        .toArray());
    }

    private static Column words(JsonNode rows, String name) {
        return TextColumn.of(
                name,
                missing(rows, name),
                IntStream.range(0, rows.size())
                        .mapToObj(row -> rows.path(row).path(name).asString(""))
                        .toArray(String[]::new));
    }

    private static Missing missing(JsonNode rows, String name) {
        return Missing.where(rows.size(), row -> rows.path(row).path(name).isNull());
    }

    /** The columns of the table, in this order, are the columns of the matrix; {@code "NaN"} is missing. */
    static void assertSame(Table table, List<String> columns, JsonNode matrix) {
        assertSame(table, columns, matrix, 1e-12);
    }

    /** The same with a tolerance, relative above 1. */
    static void assertSame(Table table, List<String> columns, JsonNode matrix, double tolerance) {
        assertThat(table.rows()).isEqualTo(matrix.size());
        for (int place = 0; place < columns.size(); place++) {
            var column = table.column(columns.get(place));
            for (int row = 0; row < table.rows(); row++) {
                var expected = matrix.path(row).path(place);
                if (expected.isString()) {
                    assertThat(column.isMissing(row)).isTrue();
                } else {
                    double value = expected.asDouble();
                    assertThat(column.number(row))
                            .as("row %d of %s", row, column)
                            .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
                }
            }
        }
    }
}
