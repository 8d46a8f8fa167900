package dev.slipway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.SlipwayException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static Candidacy candidacy(String metric, boolean higherIsBetter, double own, double baseline) {
        var measured = new TreeMap<>(Map.of(metric, own, Threshold.LATENCY, 2.0, Threshold.SIZE, 5e6, "half", 0.5));
        var rivals = new TreeMap<String, SortedMap<String, Double>>();
        rivals.put("baseline", new TreeMap<>(Map.of(metric, baseline)));
        return new Candidacy(metric, higherIsBetter, measured, rivals, Optional.empty());
    }

    private static Candidacy usual() {
        return candidacy("roc_auc", true, 0.85, 0.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roc_auc >= 0.85 | roc_auc | >= | 0.85",
                "  log_loss<0.4 | log_loss | < | 0.4",
                "value > -10 | value | > | -10",
                "worst_slice(Sex) roc_auc >= 0.70 | worst_slice(Sex) roc_auc | >= | 0.7",
                "worst_slice( Age < 18 AND (Fare > 7))  accuracy>=0.8 | worst_slice(Age < 18 AND (Fare > 7)) accuracy | >= | 0.8",
                "latency_p99 <= 2ms | latency_p99_ms | <= | 2",
                "latency_p99 < 1.5 s | latency_p99_ms | < | 1500",
                "latency_p99 <= 500us | latency_p99_ms | <= | 0.5",
                "latency_p99 <= 500µs | latency_p99_ms | <= | 0.5",
                "size <= 5MB | size_bytes | <= | 5000000",
                "size<=512 KB | size_bytes | <= | 512000",
                "size < 1GB | size_bytes | < | 1000000000",
                "size <= 7B | size_bytes | <= | 7",
                "memory <= 50MB | resident_bytes | <= | 50000000",
                "batch_rows_per_s >= 10000 | batch_rows_per_s | >= | 10000"
            })
    void a_bound_has_the_unit_its_measure_is_recorded_in(String text, String measure, String comparison, double bound) {
        assertThat(Gate.parse(text)).isEqualTo(new Threshold(text.strip(), measure, comparison, bound));
        assertThat(Gate.unreadable(text)).isEmpty();
    }

    @Test
    void a_gate_says_which_slice_it_asks_for() {
        assertThat(WorstSlice.of("worst_slice(Sex) roc_auc >= 0.70")).hasValue(new WorstSlice("Sex", "roc_auc"));
        assertThat(WorstSlice.of("roc_auc >= 0.70")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "beats baseline by 0.05, baseline, 0.05",
        "beats champion by 0, champion, 0",
        "' beats  xgboost-2 by -0.01 ', xgboost-2, -0.01"
    })
    void a_rival_is_beaten_by_a_margin(String text, String rival, double margin) {
        assertThat(Gate.parse(text)).isEqualTo(new Beats(text.strip(), rival, margin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "roc_auc",
                "roc_auc = 0.8",
                "roc_auc => 0.8",
                "roc_auc >= high",
                "roc_auc >= 0.8 0.9",
                "roc_auc >= 0.8ms",
                "roc_auc >= NaN",
                "latency_p99 <= 2",
                "latency_p99 <= 2MB",
                "latency_p99 <= 2 Ms",
                "size <= 5",
                "size <= 5ms",
                "size <= 5mb",
                "beats",
                "beats baseline",
                "beats baseline by",
                "beats baseline by much",
                "beat baseline by 0.1",
                "beats base line by 0.1",
                "ROC_AUC >= 0.8\nroc_auc >= 0"
            })
    void what_is_no_gate_is_refused_with_the_forms_there_are(String text) {
        assertThatThrownBy(() -> Gate.parse(text))
                .isInstanceOfSatisfying(
                        SlipwayException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(SlipwayException.Kind.USAGE))
                .hasMessageContaining("GATE-UNREADABLE")
                .hasMessageContaining("is not a gate")
                .hasMessageContaining("beats NAME by NUMBER");
        assertThat(Gate.unreadable(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "half >= 0.5, passed",
        "half > 0.5, failed",
        "half <= 0.5, passed",
        "half < 0.5, failed",
        "half >= 0.4, passed",
        "half <= 0.4, failed",
        "size <= 5MB, passed",
        "size <= 4.9MB, failed",
        "latency_p99 <= 2ms, passed",
        "latency_p99 < 2ms, failed",
        "nothing >= 0, no_evidence",
        "beats baseline by 0.05, passed",
        "beats baseline by 0.051, failed",
        "beats nobody by 0, no_evidence",
        "beats champion by 0.5, passed"
    })
    void a_verdict_is_passed_failed_or_no_evidence(String gate, String word) {
        var verdict = Gate.parse(gate).judge(usual());

        assertThat(verdict.word()).isEqualTo(word);
        assertThat(verdict.allowsRelease()).isEqualTo(word.equals("passed"));
        assertThat(verdict.reason()).isNotBlank();
    }

    @Test
    void what_could_not_be_measured_is_no_evidence() {
        var unknown = candidacy("roc_auc", true, Double.NaN, 0.5);

        assertThat(Gate.parse("roc_auc >= 0").judge(unknown).word()).isEqualTo("no_evidence");
        assertThat(Gate.parse("roc_auc <= 1").judge(unknown).word()).isEqualTo("no_evidence");
        assertThat(Gate.parse("beats baseline by -9").judge(unknown).reason())
                .isEqualTo("no roc_auc is recorded for this model");
        assertThat(Gate.parse("beats baseline by -9")
                        .judge(candidacy("roc_auc", true, 0.5, Double.NaN))
                        .reason())
                .isEqualTo("no roc_auc is recorded for 'baseline'");
        assertThat(Gate.parse("roc_auc <= 1")
                        .judge(candidacy("roc_auc", true, Double.POSITIVE_INFINITY, 0))
                        .word())
                .isEqualTo("no_evidence");
    }

    @Test
    void a_mistyped_name_has_the_nearest_one() {
        assertThat(Gate.parse("roc_acu >= 0.8").judge(usual()).reason())
                .isEqualTo("nothing is recorded under 'roc_acu'; did you mean 'roc_auc'?");
        assertThat(Gate.parse("beats basline by 0").judge(usual()).reason())
                .isEqualTo("no roc_auc is recorded for 'basline' in this training; did you mean 'baseline'?");
    }

    @Test
    void where_less_is_better_the_lower_one_beats_the_other() {
        assertThat(Gate.parse("beats baseline by 0.1").judge(candidacy("log_loss", false, 0.4, 0.5)))
                .isEqualTo(new Verdict.Passed("log_loss 0.4 against 0.5 of baseline: better by 0.1"));
        assertThat(Gate.parse("beats baseline by 0").judge(candidacy("log_loss", false, 0.5, 0.4)))
                .isEqualTo(new Verdict.Failed("log_loss 0.5 against 0.4 of baseline: worse by 0.1"));
        assertThat(Gate.parse("beats baseline by -0.1")
                        .judge(candidacy("log_loss", false, 0.5, 0.4))
                        .word())
                .isEqualTo("passed");
    }

    @Test
    void a_champion_is_beaten_by_its_version_and_one_that_was_never_measured_is_no_evidence() {
        var rivals = new TreeMap<String, SortedMap<String, Double>>();
        rivals.put(Candidacy.CHAMPION, new TreeMap<>(Map.of("roc_auc", 0.8)));
        var own = new TreeMap<>(Map.of("roc_auc", 0.85));

        assertThat(Gate.parse("beats champion by 0.01")
                        .judge(new Candidacy("roc_auc", true, own, rivals, Optional.of("version 3"))))
                .isEqualTo(new Verdict.Passed("roc_auc 0.85 against 0.8 of version 3: better by 0.05"));
        assertThat(Gate.parse("beats champion by 0.01")
                        .judge(new Candidacy("roc_auc", true, own, new TreeMap<>(), Optional.of("version 3")))
                        .word())
                .isEqualTo("no_evidence");
    }

    @Test
    void a_reason_never_rounds_a_number_across_the_bound() {
        var almost = candidacy("roc_auc", true, 0.84999999, 0);

        assertThat(Gate.parse("roc_auc >= 0.85").judge(almost)).isEqualTo(new Verdict.Failed("roc_auc is 0.84999999"));
        assertThat(Gate.parse("roc_auc >= 0.9").judge(almost)).isEqualTo(new Verdict.Failed("roc_auc is 0.85"));
    }
}
