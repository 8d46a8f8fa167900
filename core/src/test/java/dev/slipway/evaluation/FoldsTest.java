package dev.slipway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {
    private static final List<String> CLASSES = List.of("no", "yes", "maybe");
    private static final String WHERE = "ferry.csv, column 'upgraded'";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sizes_and_class_shares_differ_by_at_most_one(long seed) {
        var random = new SplittableRandom(seed);
        int[] classOfRow = IntStream.range(0, 60 + random.nextInt(200))
                .map(row -> row < 30 ? row % 3 : random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2))
                .toArray();
        int count = 2 + random.nextInt(8);

        Folds folds = Folds.stratified(classOfRow, CLASSES, count, seed, WHERE);

        assertLevel(folds, IntStream.range(0, classOfRow.length).toArray());
        for (int label = 0; label < CLASSES.size(); label++) {
            int wanted = label;
            assertLevel(
                    folds,
                    IntStream.range(0, classOfRow.length)
                            .filter(row -> classOfRow[row] == wanted)
                            .toArray());
        }
    }

    private static void assertLevel(Folds folds, int[] rows) {
        var sizes = new int[folds.count()];
        for (int row : rows) {
            sizes[folds.foldOf(row)]++;
        }
        int most = IntStream.of(sizes).max().orElseThrow();
        int least = IntStream.of(sizes).min().orElseThrow();
        assertThat(most - least).isLessThanOrEqualTo(1);
    }

    @Test
    void every_row_judges_once_and_teaches_in_the_other_folds() {
        Folds folds = Folds.plain(11, 3, 42);

        var judged = new int[11];
        for (int fold = 0; fold < 3; fold++) {
            assertThat(folds.teaching(fold)).doesNotContain(folds.judging(fold)).isSorted();
            assertThat(folds.teaching(fold).length + folds.judging(fold).length).isEqualTo(11);
            for (int row : folds.judging(fold)) {
                judged[row]++;
            }
        }
        assertThat(judged).containsOnly(1);
    }

    @Test
    void the_same_seed_deals_the_same_folds_and_another_seed_others() {
        assertThat(Folds.plain(100, 5, 1).foldOfRow())
                .isEqualTo(Folds.plain(100, 5, 1).foldOfRow())
                .isNotEqualTo(Folds.plain(100, 5, 2).foldOfRow());
    }

    @Test
    void these_folds_of_seed_42_never_change() {
        int[] classOfRow = {0, 0, 0, 1, 1, 1, 0, 0};

        assertThat(Folds.stratified(classOfRow, CLASSES.subList(0, 2), 2, 42, WHERE)
                        .foldOfRow())
                .isEqualTo(new int[] {0, 0, 1, 1, 0, 1, 0, 1});
    }

    @Test
    void every_class_with_too_few_members_is_named() {
        int[] classOfRow = {0, 0, 0, 0, 0, 1, 2, 2};

        assertThatThrownBy(() -> Folds.stratified(classOfRow, CLASSES, 5, 1, WHERE))
                .isInstanceOfSatisfying(SlipwayException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(SlipwayException.Kind.REFUSED);
                    assertThat(refused.problems()).hasSize(2);
                })
                .hasMessageContaining("EVALUATION-CLASS-SMALL: class 'yes' has one member, 5 folds need at least 5")
                .hasMessageContaining("class 'maybe' has 2 members")
                .hasMessageContaining("set 'folds' under data.split to 2")
                .hasMessageContaining(WHERE);
    }

    @Test
    void more_folds_than_rows_and_fewer_than_two_folds_are_refused() {
        assertThatThrownBy(() -> Folds.plain(3, 5, 1))
                .hasMessageContaining("5 folds need at least 5 rows, there are 3");
        assertThatThrownBy(() -> Folds.plain(3, 1, 1)).hasMessageContaining("folds is 1");
    }

    @Test
    void folds_dealt_elsewhere_must_be_numbered_without_a_gap() {
        assertThat(Folds.of(new int[] {0, 1, 0}).count()).isEqualTo(2);
        assertThatThrownBy(() -> Folds.of(new int[] {0, 2})).isInstanceOf(IllegalArgumentException.class);
    }
}
