package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What a newcomer's commands reach on public data with a budget of 60 s, on the folds that the reference scores were measured
 * on. Too long for every day: {@code ./dev proof}.
 */
@Tag("proof")
class ReferenceScoresTest {
    private final Path shared = Checkout.here().root().resolve("../shared/data").normalize();

    @TempDir
    private Path folder;

    /**
     * @param file below the sets
     * @param folds below the golden folds
     * @param options of {@code slipway new} beside data and target
     * @param review what a person changes in the contract after reading it
     */
    private record Reference(
            String name,
            String file,
            String target,
            String folds,
            String options,
            UnaryOperator<String> review,
            String metric,
            double bar,
            boolean higherIsBetter) {
        @Override
        public String toString() {
            return "%s: %s %s %s".formatted(name, metric, higherIsBetter ? "at least" : "at most", bar);
        }
    }

    private static Reference higher(
            String name,
            String file,
            String target,
            String folds,
            UnaryOperator<String> review,
            String metric,
            double bar) {
        return new Reference(name, file, target, folds, "", review, metric, bar, true);
    }

    private static Reference lower(
            String name, String file, String target, String folds, UnaryOperator<String> review, double bar) {
        return new Reference(name, file, target, folds, "", review, "rmse", bar, false);
    }

    private static String ignoring(String contract, String column) {
        return contract.replaceFirst("(?m)^  " + column + ": *\\{", "$0role: ignore, ");
    }

    static Stream<Reference> references() {
        UnaryOperator<String> asItIs = contract -> contract;
        return Stream.of(
                higher("titanic", "titanic/titanic.csv", "Survived", "titanic", asItIs, "roc_auc", 0.860),
                higher("titanic", "titanic/titanic.csv", "Survived", "titanic", asItIs, "accuracy", 0.810),
                higher("bank", "bank/bank-full.csv.gz", "y", "bank_full", asItIs, "roc_auc", 0.925),
                higher(
                        "bank-without-duration",
                        "bank/bank-full.csv.gz",
                        "y",
                        "bank_full_noduration",
                        contract -> ignoring(contract, "duration"),
                        "roc_auc",
                        0.785),
                higher(
                        "credit",
                        "credit-default/UCI_Credit_Card.csv.gz",
                        "default.payment.next.month",
                        "credit_default",
                        asItIs,
                        "roc_auc",
                        0.772),
                higher("german", "german/german.csv.gz", "credit", "german", asItIs, "roc_auc", 0.770),
                higher(
                        "telco",
                        "telco/Telco-Customer-Churn.csv.gz",
                        "Churn",
                        "telco",
                        contract -> contract.replaceFirst(
                                "(?m)^  TotalCharges: *\\{.*}",
                                "  TotalCharges: {type: number, missing: 1, null_tokens: [\" \"]}"),
                        "roc_auc",
                        0.838),
                lower(
                        "california",
                        "california/housing.csv.gz",
                        "median_house_value",
                        "california",
                        contract -> contract.replace("\"NEAR OCEAN\"]", "\"NEAR OCEAN\", ISLAND]"),
                        49_500),
                lower(
                        "bike",
                        "bike/hour.csv.gz",
                        "cnt",
                        "bike_hour",
                        contract -> ignoring(ignoring(contract, "casual"), "registered"),
                        45),
                lower("diamonds", "diamonds/diamonds.csv.gz", "price", "diamonds", asItIs, 580),
                lower("wine", "wine/winequality-white.csv", "quality", "wine_white", asItIs, 0.645),
                new Reference(
                        "sms",
                        "sms/sms.tsv.gz",
                        "label",
                        "sms",
                        "--quote none --columns label,text",
                        asItIs,
                        "accuracy",
                        0.983,
                        true));
    }

    @ParameterizedTest
    @MethodSource("references")
    void a_newcomers_commands_reach_the_reference(Reference reference) throws IOException {
        assumeTrue(
                Files.isDirectory(shared), "the shared data sets are not beside this checkout: nothing to prove here");
        unpacked("sets/" + reference.file(), "data.csv");
        unpacked("golden/folds/" + reference.folds() + ".txt.gz", "folds.txt");
        var newcomer = new Newcomer(folder);
        var made = Stream.concat(
                Stream.of("new", reference.name(), "--data", "data.csv", "--target", reference.target()),
                Stream.of(reference.options().split(" ")).filter(word -> !word.isEmpty()));
        newcomer.slipway(made.toArray(String[]::new)).done();
        var home = newcomer.in(reference.name());
        review(home, reference);

        home.slipway("train").done();

        var runs = Json.read(
                        "runs",
                        home.slipway("compare", "--json").done().getBytes(StandardCharsets.UTF_8),
                        JsonNode.class)
                .path("runs");
        double winner = runs.path(0).path("metrics").path(reference.metric()).asDouble();
        if (reference.higherIsBetter()) {
            assertThat(winner).isGreaterThanOrEqualTo(reference.bar());
        } else {
            assertThat(winner).isLessThanOrEqualTo(reference.bar());
        }
    }

    /** Values far from all others are left outside by {@code new}; who reviews the contract lets them in. */
    private static void review(Newcomer home, Reference reference) throws IOException {
        home.edit("slipway.yaml", "folds: 5", "by: file\n    file: ../folds.txt");
        if (reference.name().equals("wine")) {
            home.edit("slipway.yaml", "target: quality", "target: quality\n  task: regression");
        }
        var contract = home.folder().resolve("contract.yaml");
        var text = Files.readString(contract).replaceAll(", m(?:in|ax): [^,}]*", "");
        Files.writeString(contract, reference.review().apply(text));
    }

    private void unpacked(String from, String to) throws IOException {
        try (var content = opened(shared.resolve(from))) {
            Files.copy(content, folder.resolve(to));
        }
    }

    private static InputStream opened(Path file) {
        try {
            var stream = Files.newInputStream(file);
            return file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
