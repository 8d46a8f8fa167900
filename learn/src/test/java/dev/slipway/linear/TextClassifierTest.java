package dev.slipway.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.algorithm.Deadline;
import dev.slipway.algorithm.GoldenSets;
import dev.slipway.evaluation.CrossValidation;
import dev.slipway.model.Pipeline;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.transform.BagOfTerms;
import dev.slipway.transform.Grams;
import dev.slipway.transform.Hash;
import dev.slipway.transform.Transformer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Text is classified by a bag of terms and a logistic regression: 5,574 short messages, spam or not, on the golden folds. */
@Tag("slow")
final class TextClassifierTest {
    private static final Grams WORDS = new Grams(Grams.Of.WORDS, 1, 2, true, 2);
    private static final double SPARED = 5e-4;

    private Training messages = Training.unlabelled(Table.of(TextColumn.of("message", "")));

    @BeforeEach
    void read() throws IOException {
        var lines = GoldenSets.lines("sms/sms.tsv.gz").stream()
                .map(line -> line.split("\t", 2))
                .toList();
        messages = Training.of(
                Table.of(TextColumn.of(
                        "message", lines.stream().map(line -> line[1]).toArray(String[]::new))),
                new Target.Classes("label", List.of("ham", "spam")),
                lines.stream().mapToInt(line -> line[0].equals("spam") ? 1 : 0).toArray());
    }

    private double accuracy(Transformer<?> step) throws IOException {
        var never = new Deadline(InstantSource.system(), Instant.MAX);
        var logistic = new Logistic(new LogisticRegression(10, 0), never);
        return new CrossValidation(messages, messages.table(), GoldenSets.folds("sms"), Optional.empty())
                .evaluate(new Pipeline(List.of(step), logistic))
                .find("accuracy")
                .orElseThrow()
                .mean();
    }

    @Test
    void terms_of_one_and_two_words_tell_spam_as_well_as_scikit_learns() throws IOException {
        var step = new BagOfTerms(
                List.of(), WORDS, new BagOfTerms.Kept(2, 0), new BagOfTerms.Weighting(true, true, true, true));

        assertThat(accuracy(step)).isCloseTo(0.9860068753975091, within(SPARED));
    }

    @Test
    void hashed_terms_tell_it_nearly_as_well_without_remembering_one() throws IOException {
        assertThat(accuracy(new Hash(List.of(), WORDS, 1 << 18, true))).isGreaterThan(0.975);
    }
}
