package dev.slipway.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.document.Mapping;
import dev.slipway.table.Table;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against pandas and SciPy (see golden/g01_column_stats.py): 1e-9 relative. */
class GoldenCorrelationsTest {
    private static void agree(Mapping golden, Table table, int numbers) {
        var seen = Associations.of(Sets.sample(table), Sets.reading(table));
        assertThat(seen.exact()).isTrue();
        int compared = 0;
        for (var kind : Map.of(
                        "pearson_pairwise_complete", Measure.PEARSON, "spearman_pairwise_complete", Measure.SPEARMAN)
                .entrySet()) {
            var matrix = golden.mapping(kind.getKey());
            for (var left : matrix.names()) {
                for (var right : matrix.mapping(left).names()) {
                    if (!left.equals(right)) {
                        double expected = matrix.mapping(left).number(right);
                        assertClose(seen, left, right, kind.getValue(), expected);
                        compared++;
                    }
                }
            }
        }
        var cramers = golden.mapping("cramers_v_no_bias_correction");
        for (var pair : cramers.names()) {
            int bar = pair.indexOf('|');
            assertClose(seen, pair.substring(0, bar), pair.substring(bar + 1), Measure.CRAMERS_V, cramers.number(pair));
            compared++;
        }
        assertThat(compared)
                .isEqualTo(2 * numbers * (numbers - 1) + cramers.names().size());
        for (var outliers : seen.outliers()) {
            assertThat(outliers.outside()).as(outliers.column()).isEqualTo((long)
                    golden.mapping("column").mapping(outliers.column()).number("outliers_1.5iqr"));
        }
        long repeated = seen.repeated().stream()
                .filter(some -> some.but().isEmpty())
                .mapToLong(Repeated::rows)
                .sum();
        assertThat(repeated).isEqualTo((long) golden.number("duplicate_rows_all_columns"));
        long incomplete = seen.missing().stream()
                .filter(pattern -> !pattern.columns().isEmpty())
                .mapToLong(MissingPattern::rows)
                .sum();
        assertThat(incomplete).isEqualTo((long) golden.number("rows_with_any_null"));
    }

    private static void assertClose(Associations seen, String left, String right, Measure measure, double expected) {
        assertThat(seen.correlations().find(left, right, measure).orElseThrow().value())
                .as("%s of %s and %s", measure.label(), left, right)
                .isCloseTo(expected, within(Math.abs(expected) * 1e-9));
    }

    @Test
    void titanic() {
        agree(Sets.golden("column_stats_titanic.json"), Sets.titanic(), 7);
    }

    @Test
    void adult_train() {
        agree(Sets.golden("column_stats_adult_train.json"), Sets.adult("adult/adult.data.gz"), 6);
    }

    @Test
    void all_of_adult() {
        agree(Sets.golden("column_stats_adult_all.json"), Sets.adult("adult/adult.data.gz", "adult/adult.test.gz"), 6);
    }
}
