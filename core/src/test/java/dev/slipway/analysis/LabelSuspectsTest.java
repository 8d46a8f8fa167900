package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.metric.Answers;
import dev.slipway.table.Origins;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelSuspectsTest {
    private static final List<String> LABELS = List.of("no", "yes");

    @Test
    void a_row_that_models_are_sure_is_of_the_other_class_is_named_with_record_and_reason() {
        var answers = Answers.ofBinary(
                new int[] {0, 0, 0, 0, 1, 1, 1, 1}, new double[] {0.1, 0.2, 0.1, 0.95, 0.9, 0.8, 0.9, 0.7});

        var suspects = LabelSuspects.of(answers, LABELS, Origins.from("a.csv", 1, 8));

        assertThat(suspects.suspects()).hasSize(1);
        var suspect = suspects.suspects().get(0);
        assertThat(suspect.record()).isEqualTo(4);
        assertThat(suspect.likely()).isEqualTo("yes");
        assertThat(suspect.reason())
                .isEqualTo("labelled 'no', but models that had not seen it give 'yes' 0.950 and 'no' 0.050");
        // Of the rows labelled no, one of four is a yes; none of those labelled yes is a no.
        assertThat(suspects.noise()).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void planted_labels_are_found_among_three_classes_and_their_share_is_estimated() {
        var random = new SplittableRandom(11);
        int rows = 3_000;
        var truth = new int[rows];
        var given = new int[rows];
        var probabilities = new double[rows * 3];
        for (int row = 0; row < rows; row++) {
            truth[row] = row % 3;
            given[row] = random.nextInt(10) == 0 ? (truth[row] + 1) % 3 : truth[row];
            double sure = 0.5 + 0.45 * random.nextDouble();
            for (int label = 0; label < 3; label++) {
                probabilities[row * 3 + label] = label == truth[row] ? sure : (1 - sure) / 2;
            }
        }

        var suspects = LabelSuspects.of(
                Answers.ofClasses(3, given, probabilities), List.of("a", "b", "c"), Origins.from("t", 1, rows));

        long right = suspects.suspects().stream()
                .filter(suspect -> given[suspect.row()] != truth[suspect.row()])
                .count();
        assertThat(right).isEqualTo(suspects.suspects().size()).isGreaterThan(150);
        assertThat(suspects.noise()).isCloseTo(0.1, within(0.03));
    }

    @Test
    void models_that_cannot_tell_classes_apart_suspect_nobody() {
        var answers = Answers.ofBinary(
                IntStream.range(0, 100).map(row -> row % 2).toArray(),
                IntStream.range(0, 100).mapToDouble(row -> 0.5).toArray());

        var suspects = LabelSuspects.of(answers, LABELS, Origins.from("t", 1, 100));

        assertThat(suspects.suspects()).isEmpty();
    }

    @Test
    void no_rows_have_no_suspects() {
        var none = LabelSuspects.of(Answers.ofBinary(new int[0], new double[0]), LABELS, Origins.from("t", 1, 0));

        assertThat(none.noise()).isZero();
        assertThat(none.suspects()).isEmpty();
    }
}
