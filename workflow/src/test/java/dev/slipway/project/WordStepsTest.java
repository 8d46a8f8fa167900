package dev.slipway.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Target;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.BagOfTerms;
import dev.slipway.transform.Grams;
import dev.slipway.transform.Hash;
import dev.slipway.transform.OneHot;
import dev.slipway.transform.Ordinal;
import dev.slipway.transform.TargetMean;
import dev.slipway.transform.Transformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WordStepsTest {
    private static final List<String> NONE = List.of();

    @TempDir
    private Path folder;

    private Transformer<?> step(String written) throws IOException {
        Files.writeString(
                folder.resolve("slipway.yaml"),
                "data: {train: a.csv, target: y}\nfeatures:\n  - %s\n".formatted(written));
        return Project.read(folder).features().get(0);
    }

    private static Grams words(int shortest, int longest) {
        return new Grams(Grams.Of.WORDS, shortest, longest, true, 2);
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of("onehot: {}", new OneHot(NONE)),
                Arguments.of(
                        "onehot: {columns: [a], drop: if_binary, min_frequency: 0.01, max_categories: 20}",
                        new OneHot(List.of("a"), OneHot.Omit.IF_BINARY, new OneHot.Rare(0.01, 20), OneHot.Unseen.RARE)),
                Arguments.of(
                        "onehot: {drop: first, unknown: error}",
                        new OneHot(NONE, OneHot.Omit.FIRST, OneHot.Rare.NONE, OneHot.Unseen.ERROR)),
                Arguments.of("ordinal: {}", new Ordinal(NONE, NONE, Ordinal.Unseen.MINUS_ONE, Ordinal.Absent.KEEP)),
                Arguments.of(
                        "ordinal: {columns: [size], order: [S, M, L], unknown: missing, missing: value}",
                        new Ordinal(
                                List.of("size"), List.of("S", "M", "L"), Ordinal.Unseen.MISSING, Ordinal.Absent.VALUE)),
                Arguments.of("target: {}", new TargetMean(NONE, new TargetMean.Smoothing.Auto())),
                Arguments.of("target: {smooth: 10}", new TargetMean(NONE, new TargetMean.Smoothing.Rows(10))),
                Arguments.of("hash: {}", new Hash(NONE, Grams.VALUE, 1_024, false)),
                Arguments.of("hash: {of: words, ngrams: [1, 2]}", new Hash(NONE, words(1, 2), 262_144, true)),
                Arguments.of(
                        "hash: {of: characters, lowercase: false, places: 64, norm: none}",
                        new Hash(NONE, new Grams(Grams.Of.CHARACTERS, 1, 1, false, 2), 64, false)),
                Arguments.of(
                        "counts: {columns: [message], min_df: 2, max_features: 1000}",
                        new BagOfTerms(
                                List.of("message"),
                                words(1, 1),
                                new BagOfTerms.Kept(2, 1_000),
                                BagOfTerms.Weighting.COUNTS)),
                Arguments.of(
                        "tfidf: {ngrams: [1, 2]}",
                        new BagOfTerms(NONE, words(1, 2), BagOfTerms.Kept.ALL, BagOfTerms.Weighting.TF_IDF)),
                Arguments.of(
                        "tfidf: {of: characters_of_words, ngrams: [2, 4], shortest_word: 1, smooth: false, "
                                + "sublinear: true, norm: none}",
                        new BagOfTerms(
                                NONE,
                                new Grams(Grams.Of.CHARACTERS_OF_WORDS, 2, 4, true, 1),
                                BagOfTerms.Kept.ALL,
                                new BagOfTerms.Weighting(true, false, true, false))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void a_step_is_read_as_it_is_meant(String written, Transformer<?> meant) throws IOException {
        assertThat(step(written)).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            onehot: {unknown: ignor}           | did you mean 'ignore'?
            onehot: {drop: last}               | unknown word 'last'
            onehot: {min_frequency: -1}        | a smallest frequency of -1.0
            ordinal: {missing: drop}           | unknown word 'drop'
            target: {smooth: much}             | expected a number
            target: {smooth: -3}               | cannot smooth by -3.0 rows
            hash: {places: 0}                  | cannot hash into 0 places
            hash: {ngrams: [1, 2]}             | 'ngrams' means nothing where whole values are hashed
            counts: {ngrams: [2]}              | expected two whole numbers
            counts: {ngrams: [3, 2]}           | terms of 3 to 2
            counts: {max_features: -5}         | terms of 0.0 texts or more, at most -1
            tfidf: {sublinear: 2}              | expected true or false
            tfidf: {normal: l2}                | 'normal'
            """)
    void what_cannot_be_meant_is_a_problem_with_its_line(String written, String problem) {
        assertThatThrownBy(() -> step(written))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("line 3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            tfidf: {}                     | baseline, logistic
            tfidf: {max_features: 2000}   | baseline, logistic, forest, xgboost
            hash: {of: words}             | baseline, logistic
            hash: {}                      | baseline, logistic, forest, xgboost
            """)
    void trees_are_not_tried_of_themselves_where_vectors_may_be_too_wide_for_them(String written, String tried)
            throws IOException {
        step(written);
        var project = Project.read(folder);

        assertThat(UsualCandidates.of(project, new Target.Classes("y", List.of("no", "yes"))).stream()
                        .map(CandidateSpec::name))
                .containsExactly(tried.split(", "));
    }
}
