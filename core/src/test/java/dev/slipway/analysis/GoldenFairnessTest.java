package dev.slipway.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.metric.Answers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against Fairlearn's and AIF360's formulas (see golden/g05_fairness.py): 1e-9 relative. */
class GoldenFairnessTest {
    private static final Path GOLDEN = Path.of(System.getProperty("slipway.root", "."), "../shared/data/golden");
    private static final FairnessCheck EVERYBODY = new FairnessCheck(1, new Bootstrap(100, 0.95, 1));

    private static final Map<String, String> RATES = Map.of(
            "base_rate", "base_rate",
            "selection_rate", "selection_rate",
            "true_positive_rate", "TPR",
            "false_positive_rate", "FPR",
            "false_negative_rate", "FNR",
            "true_negative_rate", "TNR",
            "precision", "PPV",
            "negative_predictive_value", "NPV",
            "accuracy", "accuracy");

    private static JsonNode golden() {
        assumeTrue(Files.isDirectory(GOLDEN), "the golden numbers are not on this machine");
        return JsonMapper.shared().readTree(GOLDEN.resolve("fairness.json").toFile());
    }

    private static void agree(String what, Optional<Double> value, JsonNode wanted) {
        if (wanted.isNumber()) {
            double right = wanted.doubleValue();
            assertThat(value.orElseThrow()).as(what).isCloseTo(right, within(1e-9 * Math.abs(right) + 1e-15));
        } else {
            assertThat(value).as(what).isEmpty();
        }
    }

    private static void agree(Fairness fairness, JsonNode golden) {
        var privileged = golden.path("versus_privileged").path("privileged").asString();
        assertThat(fairness.groups()).hasSameSizeAs(golden.path("groups"));
        for (var group : fairness.groups()) {
            var wanted = golden.path("groups").path(group.name());
            assertThat(group.rows()).isEqualTo(wanted.path("n").intValue());
            RATES.forEach((ours, theirs) -> agree(
                    group.name() + " " + ours, Optional.ofNullable(group.rates().get(ours)), wanted.path(theirs)));
            if (wanted.has("mean_score")) {
                agree("score", Optional.ofNullable(group.rates().get("mean_score")), wanted.path("mean_score"));
                agree("auc", Optional.ofNullable(group.rates().get("roc_auc")), wanted.path("roc_auc"));
            }
            if (!group.name().equals(privileged)) {
                golden.path("versus_privileged")
                        .path(group.name())
                        .properties()
                        .forEach(one -> agree(
                                group.name() + " " + one.getKey(),
                                Optional.ofNullable(group.against().get(one.getKey())),
                                one.getValue()));
            }
        }
        for (var gap : fairness.gaps()) {
            agree(gap.measure(), gap.value(), golden.path(gap.measure()));
        }
        agree("theil", fairness.inequality(), golden.path("theil_index"));
    }

    @Test
    void the_cases_a_reader_can_check_by_eye_come_out_the_same() {
        for (var name : List.of("tiny", "tiny_group_without_positives", "tiny_nobody_selected")) {
            var golden = golden().path(name);
            var groups = golden.path("group").values().stream()
                    .map(JsonNode::asString)
                    .toList();
            var answers = Answers.ofBinary(
                    golden.path("y_true").values().stream()
                            .mapToInt(JsonNode::intValue)
                            .toArray(),
                    golden.path("y_pred").values().stream()
                            .mapToDouble(JsonNode::doubleValue)
                            .toArray());

            agree(EVERYBODY.of("group", groups, answers, "A"), golden);
        }
    }

    @Test
    void sixteen_thousand_people_come_out_the_same() throws IOException {
        var golden = golden().path("adult_test_lr");
        String[][] rows = lines(GOLDEN.resolve("adult_test_predictions.csv.gz"));
        var answers = Answers.ofBinary(
                Stream.of(rows).mapToInt(row -> Integer.parseInt(row[1])).toArray(),
                Stream.of(rows).mapToDouble(row -> Double.parseDouble(row[2])).toArray());

        agree(EVERYBODY.of("sex", Stream.of(rows).map(row -> row[4]).toList(), answers, "Male"), golden.path("sex"));
        agree(EVERYBODY.of("race", Stream.of(rows).map(row -> row[5]).toList(), answers), golden.path("race"));
        agree(
                EVERYBODY.of("age", Stream.of(rows).map(row -> row[6]).toList(), answers, "41-60"),
                golden.path("age_band"));
        var both = Stream.of(rows).map(row -> row[4] + "|" + row[5]).toList();
        agree(EVERYBODY.of("both", both, answers, "Male|White"), golden.path("sex_x_race"));
        golden.path("threshold_sweep_sex").properties().forEach(sweep -> {
            var moved = answers.at(Double.parseDouble(sweep.getKey()));
            var fairness =
                    EVERYBODY.of("sex", Stream.of(rows).map(row -> row[4]).toList(), moved);
            sweep.getValue()
                    .properties()
                    .forEach(one -> agree(
                            one.getKey(),
                            fairness.gaps().stream()
                                    .filter(gap -> gap.measure().equals(one.getKey()))
                                    .findFirst()
                                    .flatMap(Fairness.Gap::value),
                            one.getValue()));
        });
    }

    private static String[][] lines(Path file) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toArray(String[][]::new);
        }
    }
}
