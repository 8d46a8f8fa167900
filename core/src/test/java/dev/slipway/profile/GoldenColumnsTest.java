package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.slipway.document.Document;
import dev.slipway.document.Mapping;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every figure of every column against pandas, NumPy and SciPy. */
class GoldenColumnsTest {
    private static final Path DATA = Path.of(System.getProperty("slipway.root"), "..", "shared", "data");
    private static final double TOLERANCE = 1e-9;

    @Test
    void columns_of_titanic() throws IOException {
        compare("column_stats_titanic.json", titanic());
    }

    @Test
    void columns_of_adult() throws IOException {
        compare("column_stats_adult_train.json", adult("adult.data.gz"));
        compare("column_stats_adult_all.json", adult("adult.data.gz", "adult.test.gz"));
    }

    private static void compare(String file, Table table) throws IOException {
        var profile = Profile.of(table);
        Document.json(DATA.resolve("golden").resolve(file)).read(root -> {
            assertThat(profile.rows()).isEqualTo(root.whole("rows"));
            for (var entry : root.mapping("column").entries()) {
                var seen = profile.find(entry.name()).orElseThrow();
                var golden = entry.value().mapping();
                common(seen, golden);
                if (golden.text("kind").equals("numeric")) {
                    numeric(seen, golden);
                } else {
                    text(seen, golden);
                }
            }
            root.mapping("null_rows_first_10_zero_based")
                    .entries()
                    .forEach(entry -> assertThat(
                                    profile.find(entry.name()).orElseThrow().firstMissing())
                            .as(entry.name())
                            .isEqualTo(entry.value().list().stream()
                                    .map(row -> row.whole() + 1)
                                    .toList()));
            return profile;
        });
    }

    private static void common(ColumnProfile seen, Mapping golden) {
        assertThat(seen.rows()).as(seen.name()).isEqualTo(golden.whole("rows"));
        assertThat(seen.missing()).as(seen.name()).isEqualTo(golden.whole("nulls"));
        assertThat(seen.present()).as(seen.name()).isEqualTo(golden.whole("count"));
        assertThat(seen.distinct().exact()).as(seen.name()).isTrue();
        assertThat(seen.distinct().value()).as(seen.name()).isEqualTo(golden.number("distinct"));
    }

    private static void numeric(ColumnProfile seen, Mapping golden) {
        String name = seen.name();
        var moments = seen.moments();
        var numbers = seen.numbers();
        assertThat(seen.kind()).as(name).isIn(ColumnType.INTEGER, ColumnType.NUMBER);
        close(name, moments.sum().value(), golden, "sum");
        close(name, moments.mean(), golden, "mean");
        close(name, moments.deviation(), golden, "std_ddof1");
        close(name, moments.populationDeviation(), golden, "std_ddof0");
        close(name, moments.variance(), golden, "var_ddof1");
        close(name, seen.extremes().min(), golden, "min");
        close(name, seen.extremes().max(), golden, "max");
        assertThat(numbers.zeros()).as(name).isEqualTo(golden.whole("zeros"));
        assertThat(numbers.negatives()).as(name).isEqualTo(golden.whole("negatives"));
        for (var quantile : golden.mapping("quantiles_linear_type7").entries()) {
            var figure = seen.quantile(Double.parseDouble(quantile.name()));
            assertThat(figure.exact()).isTrue();
            assertThat(figure.value())
                    .as(name)
                    .isCloseTo(quantile.value().number(), near(quantile.value().number()));
        }
        close(name, numbers.medianDeviation().value(), golden, "mad_median");
        close(name, numbers.skewness().value(), golden, "skewness_biased_g1");
        close(name, numbers.kurtosis().value(), golden, "kurtosis_excess_biased");
        double low = seen.quantile(0.25).value();
        double high = seen.quantile(0.75).value();
        close(name, high - low, golden, "iqr");
        assertThat(numbers.outside(low - 1.5 * (high - low), high + 1.5 * (high - low)))
                .as(name)
                .isEqualTo(golden.whole("outliers_1.5iqr"));
        var histogram = seen.histogram(10);
        var expected = golden.mapping("histogram10");
        assertThat(histogram.exact()).isTrue();
        assertThat(histogram.counts())
                .as(name)
                .isEqualTo(expected.list("counts").stream()
                        .map(node -> node.whole())
                        .toList());
        var edges = expected.list("edges");
        for (int i = 0; i < edges.size(); i++) {
            assertThat(histogram.edges().get(i))
                    .as(name)
                    .isCloseTo(edges.get(i).number(), near(edges.get(i).number()));
        }
    }

    private static void text(ColumnProfile seen, Mapping golden) {
        String name = seen.name();
        assertThat(seen.lengths().min()).as(name).isEqualTo((int) golden.whole("len_min"));
        assertThat(seen.lengths().max()).as(name).isEqualTo((int) golden.whole("len_max"));
        close(name, seen.lengths().mean(), golden, "len_mean");
        assertThat(seen.lengths().edged()).as(name).isEqualTo(golden.whole("leading_or_trailing_blank"));
        assertThat(seen.lengths().foreign()).as(name).isEqualTo(golden.whole("non_ascii"));
        close(name, seen.entropy(), golden, "entropy_bits");
        assertThat(seen.top(10).stream()
                        .map(top -> top.value() + " " + top.count())
                        .toList())
                .as(name)
                .isEqualTo(golden.list("top10_count_desc_then_value").stream()
                        .map(pair -> pair.list().get(0).text() + " "
                                + pair.list().get(1).whole())
                        .toList());
        assertThat(seen.values().values().firstKey()).as(name).isEqualTo(golden.text("min_codepoint_order"));
        assertThat(seen.values().values().lastKey()).as(name).isEqualTo(golden.text("max_codepoint_order"));
        assertThat(seen.values().values().values().stream()
                        .filter(value -> value.count() == 1)
                        .count())
                .as(name)
                .isEqualTo(golden.whole("unique_once"));
    }

    private static void close(String name, double value, Mapping golden, String key) {
        assertThat(value).as(name + " " + key).isCloseTo(golden.number(key), near(golden.number(key)));
    }

    private static Offset<Double> near(double expected) {
        return within(Math.max(1e-12, Math.abs(expected) * TOLERANCE));
    }

    private static Table titanic() throws IOException {
        var records = records("titanic/titanic.csv");
        return table(records.get(0), records.subList(1, records.size()));
    }

    /** As the golden script reads it: no header, blanks behind commas dropped, a question mark is no value. */
    private static Table adult(String... files) throws IOException {
        var names = List.of(
                "age",
                "workclass",
                "fnlwgt",
                "education",
                "education-num",
                "marital-status",
                "occupation",
                "relationship",
                "race",
                "sex",
                "capital-gain",
                "capital-loss",
                "hours-per-week",
                "native-country",
                "income");
        var rows = new ArrayList<List<String>>();
        for (String file : files) {
            for (var record : records("adult/" + file)) {
                if (record.size() == names.size()) {
                    rows.add(record.stream()
                            .map(String::strip)
                            .map(value -> value.equals("?") ? "" : value.replaceAll("\\.$", ""))
                            .toList());
                }
            }
        }
        return table(names, rows);
    }

    private static Table table(List<String> names, List<List<String>> rows) {
        return Table.of(IntStream.range(0, names.size())
                .mapToObj(column -> TextColumn.of(
                        names.get(column),
                        rows.stream().map(row -> row.get(column)).toArray(String[]::new)))
                .toArray(TextColumn[]::new));
    }

    private static List<List<String>> records(String file) throws IOException {
        var path = DATA.resolve("sets").resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "the shared data are not beside this clone: " + path);
        try (var bytes = Files.newInputStream(path);
                var text = new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
                var reader = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
