package dev.slipway.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against scikit-learn and formulas by hand (see golden/g03_metrics.py): 1e-9 relative, and absent where it refuses or warns. */
class GoldenMetricsTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("slipway.root", "."), "../shared/data/golden/metrics.json");

    /** Where our word differs from the name in the file; all others are the same. */
    private static final Map<String, String> BINARY = Map.ofEntries(
            Map.entry("f1", "f1_binary"),
            Map.entry("f0_5", "fbeta_0.5"),
            Map.entry("f2", "fbeta_2"),
            Map.entry("precision", "precision_binary"),
            Map.entry("recall", "recall_binary"),
            Map.entry("specificity", "specificity_tnr"),
            Map.entry("kappa", "cohen_kappa"),
            Map.entry("ks", "ks_statistic_of_scores"),
            Map.entry("ece", "ece10_uniform"),
            Map.entry("macro_precision", "precision_macro"),
            Map.entry("macro_recall", "recall_macro"),
            Map.entry("macro_f1", "f1_macro"),
            Map.entry("weighted_precision", "precision_weighted"),
            Map.entry("weighted_recall", "recall_weighted"),
            Map.entry("weighted_f1", "f1_weighted"));

    private static final Map<String, String> NUMBERS = Map.of(
            "mape", "mape_fraction_not_percent",
            "poisson_deviance", "mean_poisson_deviance",
            "gamma_deviance", "mean_gamma_deviance",
            "smape", "smape_by_hand_mean_2|e|/(|y|+|h|)_0/0=0",
            "wape", "wape_by_hand_sum|e|/sum|y|",
            "bias", "mean_bias_pred_minus_true");

    private static JsonNode golden(String task) {
        assumeTrue(Files.exists(GOLDEN), "the golden numbers are not on this machine");
        return JsonMapper.shared().readTree(GOLDEN.toFile()).path(task);
    }

    private static double[] numbers(JsonNode array) {
        return array.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    private static int[] wholes(JsonNode array) {
        return array.values().stream().mapToInt(JsonNode::intValue).toArray();
    }

    private static Answers binary(JsonNode all, JsonNode one) {
        var rows = one.has("y_true") ? one : all.path("imbalanced_2000_rounded_scores_many_ties");
        var answers = Answers.ofBinary(wholes(rows.path("y_true")), numbers(rows.path("y_score")))
                .at(one.path("threshold").doubleValue());
        return one.has("sample_weight") ? answers.weighted(numbers(one.path("sample_weight"))) : answers;
    }

    private static void agree(String what, OptionalDouble value, JsonNode wanted) {
        assertThat(wanted.isMissingNode()).as(what + " is not in the file").isFalse();
        if (!wanted.isNumber()) {
            assertThat(value).as(what).isEmpty();
        } else {
            double right = wanted.doubleValue();
            assertThat(Math.abs(value.orElseThrow() - right))
                    .as("%s: %s, golden %s", what, value, right)
                    .isLessThanOrEqualTo(1e-9 * Math.abs(right) + (right == 0 ? 1e-15 : 0));
        }
    }

    @Test
    void every_metric_of_every_binary_case_comes_out_the_same() {
        var cases = golden("binary");
        int compared = 0;
        for (var one : cases.properties()) {
            var answers = binary(cases, one.getValue());
            for (var metric : BinaryMetric.values()) {
                var wanted = one.getValue().path(BINARY.getOrDefault(metric.id(), metric.id()));
                // Only cases without weights have these in the file.
                if (metric == BinaryMetric.ECE && wanted.isObject()) {
                    wanted = wanted.path("ece");
                }
                if (wanted.isMissingNode() && List.of("ece", "ks", "gini").contains(metric.id())) {
                    continue;
                }
                agree(one.getKey() + " " + metric.id(), metric.of(answers), wanted);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(14 * 20);
    }

    @Test
    void every_confusion_of_two_classes_comes_out_the_same() {
        var cases = golden("binary");
        for (var one : cases.properties()) {
            var confusion = Confusion.of(binary(cases, one.getValue()));
            var wanted = one.getValue().path("confusion_rows_true_0_1_cols_pred_0_1");
            assertThat(table(confusion)).as(one.getKey()).containsExactly(numbers(wanted.path(0), wanted.path(1)));
            // A row has one label, so what is micro-averaged is the accuracy.
            for (var micro : List.of("precision_micro", "recall_micro", "f1_micro")) {
                agree(
                        one.getKey() + micro,
                        OptionalDouble.of(confusion.accuracy()),
                        one.getValue().path(micro));
            }
        }
    }

    private static double[] numbers(JsonNode... arrays) {
        var all = new ArrayList<Double>();
        for (var array : arrays) {
            array.values().forEach(value -> all.add(value.doubleValue()));
        }
        return all.stream().mapToDouble(value -> value).toArray();
    }

    private static double[] table(Confusion confusion) {
        int classes = confusion.classes();
        return IntStream.range(0, classes * classes)
                .mapToDouble(cell -> confusion.count(cell / classes, cell % classes))
                .toArray();
    }

    @Test
    void every_curve_comes_out_the_same() {
        var cases = golden("binary");
        int curves = 0;
        for (var one : cases.properties()) {
            var roc = one.getValue().path("roc_curve_all_fpr_tpr_thresholds");
            if (roc.isArray()) {
                var points =
                        Curve.roc(binary(cases, one.getValue())).orElseThrow().points();
                agree(one.getKey(), points.stream().map(Curve.Point::x).toList(), roc.path(0));
                agree(one.getKey(), points.stream().map(Curve.Point::y).toList(), roc.path(1));
                agree(one.getKey(), points.stream().map(Curve.Point::threshold).toList(), roc.path(2));
                curves++;
            }
            var recall = one.getValue().path("pr_curve_precision_recall_thresholds");
            if (recall.isArray()) {
                var points = new ArrayList<>(Curve.precisionRecall(binary(cases, one.getValue()))
                        .orElseThrow()
                        .points());
                Collections.reverse(points);
                agree(one.getKey(), points.stream().map(Curve.Point::y).toList(), recall.path(0));
                agree(one.getKey(), points.stream().map(Curve.Point::x).toList(), recall.path(1));
            }
        }
        assertThat(curves).isEqualTo(9);
    }

    @Test
    void every_calibration_comes_out_the_same() {
        var cases = golden("binary");
        for (var one : cases.properties()) {
            var wanted = one.getValue();
            if (wanted.has("ece10_uniform")) {
                bins(one.getKey(), Calibration.uniform(binary(cases, wanted), 10), wanted.path("ece10_uniform"));
                bins(one.getKey(), Calibration.quantile(binary(cases, wanted), 10), wanted.path("ece10_quantile"));
            }
            if (wanted.has("calibration_curve_uniform5_true_pred")) {
                curve(
                        Calibration.uniform(binary(cases, wanted), 5),
                        wanted.path("calibration_curve_uniform5_true_pred"));
                curve(
                        Calibration.quantile(binary(cases, wanted), 5),
                        wanted.path("calibration_curve_quantile5_true_pred"));
            }
        }
    }

    private static void bins(String name, Calibration bins, JsonNode golden) {
        agree(name, OptionalDouble.of(bins.expectedError()), golden.path("ece"));
        agree(name, OptionalDouble.of(bins.largestError()), golden.path("mce"));
        var wanted = golden.path("bins").values();
        assertThat(bins.bins()).as(name).hasSameSizeAs(wanted);
        assertThat(bins.bins().stream().map(Calibration.Bin::rows))
                .as(name)
                .containsExactlyElementsOf(
                        wanted.stream().map(bin -> bin.path("n").intValue()).toList());
    }

    private static void curve(Calibration bins, JsonNode golden) {
        agree("happened", bins.bins().stream().map(Calibration.Bin::happened).toList(), golden.path(0));
        agree("predicted", bins.bins().stream().map(Calibration.Bin::predicted).toList(), golden.path(1));
    }

    private static void agree(String what, List<Double> values, JsonNode wanted) {
        assertThat(values).as(what).hasSameSizeAs(wanted.values());
        for (int at = 0; at < values.size(); at++) {
            agree(what, OptionalDouble.of(values.get(at)), wanted.path(at));
        }
    }

    @Test
    void every_metric_of_every_choice_of_classes_comes_out_the_same() {
        for (var one : golden("multiclass").properties()) {
            var wanted = one.getValue();
            var answers = classes(wanted);
            for (var metric : ClassesMetric.values()) {
                if (metric != ClassesMetric.TOP_THREE) {
                    agree(one.getKey() + " " + metric.id(), metric.of(answers), ofClasses(wanted, metric.id()));
                }
            }
            assertThat(ClassesMetric.TOP_THREE.of(answers)).hasValue(1);
            perClass(one.getKey(), Confusion.of(answers), wanted);
        }
    }

    private static Answers classes(JsonNode one) {
        var labels =
                one.path("labels").values().stream().map(JsonNode::asString).toList();
        int[] truth = one.path("y_true").values().stream()
                .mapToInt(label -> labels.indexOf(label.asString()))
                .toArray();
        var rows = one.path("y_proba").values().stream().toArray(JsonNode[]::new);
        return Answers.ofClasses(labels.size(), truth, numbers(rows));
    }

    private static JsonNode ofClasses(JsonNode golden, String id) {
        int figure = List.of("precision", "recall", "f1").indexOf(id.substring(id.indexOf('_') + 1));
        if (figure >= 0) {
            return golden.path("precision_recall_f1_" + id.substring(0, id.indexOf('_')))
                    .path(figure);
        }
        return golden.path(id.equals("brier") ? "brier_multiclass_sum_over_classes_mean_over_rows" : id);
    }

    private static void perClass(String name, Confusion confusion, JsonNode golden) {
        var rows = golden.path("confusion").values().stream().toArray(JsonNode[]::new);
        assertThat(table(confusion)).as(name).containsExactly(numbers(rows));
        for (int label = 0; label < confusion.classes(); label++) {
            var wanted = golden.path("precision_recall_f1_per_class");
            agree(
                    name,
                    OptionalDouble.of(confusion.precision(label)),
                    wanted.path(0).path(label));
            agree(
                    name,
                    OptionalDouble.of(confusion.recall(label)),
                    wanted.path(1).path(label));
            agree(name, OptionalDouble.of(confusion.f(1, label)), wanted.path(2).path(label));
            agree(
                    name,
                    OptionalDouble.of(confusion.support(label)),
                    golden.path("support").path(label));
        }
    }

    @Test
    void every_metric_of_every_case_of_numbers_comes_out_the_same() {
        for (var one : golden("regression").properties()) {
            var wanted = one.getValue();
            var answers = Answers.ofNumbers(numbers(wanted.path("y_true")), numbers(wanted.path("y_pred")));
            var weighted =
                    wanted.has("sample_weight") ? answers.weighted(numbers(wanted.path("sample_weight"))) : answers;
            for (var metric : NumberMetric.values()) {
                var key = NUMBERS.getOrDefault(metric.id(), metric.id());
                // What the file has by hand it has without weights.
                boolean plain = List.of("smape", "wape", "bias").contains(metric.id());
                agree(one.getKey() + " " + metric.id(), metric.of(plain ? answers : weighted), wanted.path(key));
            }
        }
    }

    @Test
    void a_row_of_weight_three_counts_as_three_rows() {
        var weighted = golden("binary").path("weighted");
        var answers = Answers.ofBinary(wholes(weighted.path("y_true")), numbers(weighted.path("y_score")));
        var numbers = Answers.ofNumbers(new double[] {3, 1, 2, 7}, new double[] {2.5, 0.5, 2, 8});
        int[] thrice = {0, 1, 2, 2, 2, 3, 4, 5, 6, 7};

        for (var metric : BinaryMetric.values()) {
            assertThat(metric.of(answers.weighted(1, 1, 3, 1, 1, 1, 1, 1)))
                    .as(metric.id())
                    .isEqualTo(metric.of(answers.rows(thrice)));
        }
        for (var metric : ClassesMetric.values()) {
            assertThat(metric.of(answers.weighted(1, 1, 3, 1, 1, 1, 1, 1)))
                    .as(metric.id())
                    .isEqualTo(metric.of(answers.rows(thrice)));
        }
        for (var metric : List.of(NumberMetric.RMSE, NumberMetric.R2, NumberMetric.SMAPE, NumberMetric.WAPE)) {
            assertThat(metric.of(numbers.weighted(3, 1, 1, 1)))
                    .as(metric.id())
                    .isEqualTo(metric.of(numbers.rows(0, 0, 0, 1, 2, 3)));
        }
    }
}
