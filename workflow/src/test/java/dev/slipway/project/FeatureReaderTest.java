package dev.slipway.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import dev.slipway.transform.Bins;
import dev.slipway.transform.Cyclic;
import dev.slipway.transform.Derive;
import dev.slipway.transform.Drop;
import dev.slipway.transform.Impute;
import dev.slipway.transform.Pca;
import dev.slipway.transform.Polynomial;
import dev.slipway.transform.Quantile;
import dev.slipway.transform.Rename;
import dev.slipway.transform.Scale;
import dev.slipway.transform.Select;
import dev.slipway.transform.TimePart;
import dev.slipway.transform.TimeParts;
import dev.slipway.transform.Transformer;
import dev.slipway.transform.YeoJohnson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FeatureReaderTest {
    @TempDir
    private Path folder;

    private Transformer<?> step(String written) throws IOException {
        Files.writeString(
                folder.resolve("slipway.yaml"),
                "data: {train: a.csv, target: y}\nfeatures:\n  - %s\n".formatted(written));
        return Project.read(folder).features().get(0);
    }

    @Test
    void the_example_of_the_documents_ends_in_numbers() throws IOException {
        var documents = Path.of(System.getProperty("slipway.root", "."), "docs/features.md");
        var example = Files.readString(documents).split("```yaml\\R|```\\R", 3)[1];
        Files.writeString(folder.resolve("slipway.yaml"), "data: {train: a.csv, target: y}\n" + example);
        var table = Table.of(
                TimestampColumn.of("departs", 0, 1L << 50, 1L << 51),
                NumberColumn.of("age", Missing.where(3, row -> row == 1), 20, 0, 60),
                NumberColumn.of("price", 100, 250, 80),
                IntegerColumn.of("party", 1, 2, 4),
                TextColumn.of("cabin", "inside", "outside", "inside"),
                TextColumn.of("left out", "a", "b", "c"));

        for (var step : Project.read(folder).features()) {
            table = step.fit(table).apply(table);
        }

        assertThat(table.columns())
                .allSatisfy(column -> assertThat(column.type().numeric()).isTrue());
        assertThat(table.names())
                .contains(
                        "departs_is_weekend",
                        "departs_days_since_2024-01-01",
                        "departs_hour_sin",
                        "age_missing",
                        "age=1",
                        "price*party",
                        "cabin=inside");
    }

    static Stream<Arguments> steps() {
        var ab = List.of("a", "b");
        var none = List.<String>of();
        return Stream.of(
                Arguments.of("derive: {c: a + b}", new Derive(List.of(new Derive.Derivation("c", "a + b")))),
                Arguments.of("drop: [a, b]", new Drop(ab)),
                Arguments.of("select: [a, b]", new Select(ab)),
                Arguments.of(
                        "rename: {a: b, b: a}",
                        new Rename(List.of(new Rename.Renaming("a", "b"), new Rename.Renaming("b", "a")))),
                Arguments.of("impute: {}", new Impute(none, new Impute.Fill.Median(), false)),
                Arguments.of(
                        "impute: {columns: [a, b], with: constant, value: -1, indicate: true}",
                        new Impute(ab, new Impute.Fill.Constant("-1"), true)),
                Arguments.of("scale: {}", new Scale(none)),
                Arguments.of("scale: {columns: [a, b], by: robust}", new Scale(ab, new Scale.By.Robust())),
                Arguments.of("scale: {by: max_abs}", new Scale(none, new Scale.By.MaxAbs())),
                Arguments.of("scale: {by: min_max}", new Scale(none, new Scale.By.MinMax(0, 1, false))),
                Arguments.of(
                        "scale: {by: min_max, range: [-1, 2.5], clip: true}",
                        new Scale(none, new Scale.By.MinMax(-1, 2.5, true))),
                Arguments.of("yeo_johnson: {columns: [a, b]}", new YeoJohnson(ab)),
                Arguments.of("quantile: {}", new Quantile(none, 1_000)),
                Arguments.of("quantile: {quantiles: 10}", new Quantile(none, 10)),
                Arguments.of("bins: {}", new Bins(none, 5, Bins.By.QUANTILE, false)),
                Arguments.of("bins: {count: 3, by: width, as: onehot}", new Bins(none, 3, Bins.By.WIDTH, true)),
                Arguments.of("polynomial: {}", new Polynomial(none, 2, false, false)),
                Arguments.of(
                        "polynomial: {degree: 3, interactions_only: true, bias: true}",
                        new Polynomial(none, 3, true, true)),
                Arguments.of("pca: {}", new Pca(none, new Pca.Keep.Share(0.95), "pc")),
                Arguments.of("pca: {components: 2, prefix: axis}", new Pca(none, new Pca.Keep.Components(2), "axis")),
                Arguments.of(
                        "time: {}",
                        new TimeParts(
                                none,
                                List.of(TimePart.YEAR, TimePart.MONTH, TimePart.DAY, TimePart.WEEKDAY, TimePart.HOUR),
                                List.of(),
                                false)),
                Arguments.of(
                        "time: {columns: [a, b], parts: [is_weekend], since: 2024-01-31, unit: hours, keep: true}",
                        new TimeParts(
                                ab,
                                List.of(TimePart.IS_WEEKEND),
                                List.of(since("2024-01-31T00:00:00Z", TimeParts.Unit.HOURS)),
                                true)),
                Arguments.of(
                        "time: {since: [2024-01-31, '2024-02-01T12:00:00Z']}",
                        new TimeParts(
                                none,
                                List.of(),
                                List.of(
                                        since("2024-01-31T00:00:00Z", TimeParts.Unit.DAYS),
                                        since("2024-02-01T12:00:00Z", TimeParts.Unit.DAYS)),
                                false)),
                Arguments.of(
                        "cyclic: {columns: [a, b], period: 360}", new Cyclic(ab, new Cyclic.Of.Period(360), false)),
                Arguments.of(
                        "cyclic: {parts: [hour, weekday], keep: true}",
                        new Cyclic(none, new Cyclic.Of.Parts(List.of(TimePart.HOUR, TimePart.WEEKDAY)), true)));
    }

    private static TimeParts.Since since(String instant, TimeParts.Unit unit) {
        return new TimeParts.Since(Instant.parse(instant), unit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void a_step_is_read_as_it_is_meant(String written, Transformer<?> meant) throws IOException {
        assertThat(step(written)).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            skale: {}                           | there is no step 'skale'; did you mean 'scale'?
            scale: {by: min_maks}               | did you mean 'min_max'?
            scale: {by: robust, range: [0, 1]}  | 'range' means nothing with by: robust
            scale: {by: min_max, range: [1]}    | expected two numbers
            scale: {by: min_max, range: [1, 0]} | a range from 1.0 to 0.0 has no width
            impute: {with: mean, value: 3}      | 'value' means nothing with with: mean
            bins: {count: 1}                    | cannot cut into 1 intervals
            bins: {count: 99999999999}          | cannot cut into 2147483647 intervals
            bins: {as: text}                    | unknown word 'text'
            quantile: {quantiles: 0}            | cannot keep 0 quantiles
            polynomial: {degree: 9}             | products of degree 9 are not made
            pca: {share: 0}                     | cannot keep the share 0.0 of the variance
            pca: {share: 1, components: 2}      | 'share' and 'components' both say how many to keep
            time: {parts: [our]}                | a time has no part 'our'; did you mean 'hour'?
            time: {since: yesterday}            | expected a day or an instant in UTC
            time: {unit: weeks}                 | unknown word 'weeks'
            cyclic: {columns: [a]}              | 'cyclic' goes round by the 'period' of numbers or by 'parts' of times
            cyclic: {columns: [a], period: 0}   | nothing begins again after 0.0
            cyclic: {period: 24}                | it is not said which numbers begin again
            cyclic: {parts: [year]}             | a year never begins again
            rename: {a: c, b: c}                | 'b' to 'c' comes after another renaming
            """)
    void what_cannot_be_meant_is_a_problem_with_its_line(String written, String problem) {
        assertThatThrownBy(() -> step(written))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("line 3");
    }
}
