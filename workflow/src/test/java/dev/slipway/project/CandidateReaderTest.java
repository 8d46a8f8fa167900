package dev.slipway.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.algorithm.ClassWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CandidateReaderTest {
    @TempDir
    private Path folder;

    private List<CandidateSpec> candidates(String text) throws IOException {
        Files.writeString(folder.resolve("slipway.yaml"), "data: {train: a.csv, target: y}\ncandidates:\n" + text);
        return Project.read(folder).candidates();
    }

    @Test
    void linear_models_have_the_words_of_scikit_learn() throws IOException {
        var specs = candidates("""
                  - logistic: {c: 0.1..10, l1_ratio: 0.5, class_weight: balanced}
                  - linear: {}
                  - ridge: {alpha: 2}
                  - lasso: {}
                  - elastic_net: {alpha: 0.1, l1_ratio: 0.2..0.4}
                """);

        assertThat(specs)
                .containsExactly(
                        new CandidateSpec.Logistic(
                                "logistic", new Range(0.1, 10), Range.of(0.5), new ClassWeights.Balanced()),
                        new CandidateSpec.Linear("linear", true, Range.of(0), Range.of(0)),
                        new CandidateSpec.Linear("ridge", true, Range.of(2), Range.of(0)),
                        new CandidateSpec.Linear("lasso", false, new Range(1e-4, 1), Range.of(1)),
                        new CandidateSpec.Linear("elastic_net", false, Range.of(0.1), new Range(0.2, 0.4)));
    }

    @Test
    void forests_clusters_and_strange_rows_have_their_usual_numbers() throws IOException {
        var specs = candidates("""
                  - forest: {trees: 50..100, leaf: 2, class_weight: {"yes": 5}}
                  - kmeans: {k: 3}
                  - isolation: {}
                """);

        assertThat(specs)
                .containsExactly(
                        new CandidateSpec.Forest(
                                "forest",
                                new Range(50, 100),
                                Range.of(100),
                                Range.of(2),
                                new Range(0, 0.7),
                                Range.of(1),
                                ClassWeights.named(Map.of("yes", 5.0))),
                        new CandidateSpec.Clusters("kmeans", Range.of(3), 10),
                        new CandidateSpec.Isolation("isolation", 100, 256));
        assertThat(specs).extracting(CandidateSpec::unlabelled).containsExactly(false, true, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - ridgee: {}                       | did you mean 'ridge'?
            - ridge: {alpha: 0}                | 0 is outside 1.0E-6..1000000
            - ridge: {alfa: 1}                 | use one of alpha
            - logistic: {l1_ratio: 2}          | 2 is outside 0..1
            - logistic: {class_weight: even}   | is no class weight
            - forest: {class_weight: {a: -1}}  | is no factor of a class
            - forest: {leaf: 1.5}              | or not whole
            - kmeans: {k: 1..4}                | is outside 2..100
            - isolation: {trees: 10..20}       | nothing says which of its numbers is the best
            """)
    void what_cannot_be_meant_is_said_with_its_place(String candidate, String what) {
        assertThatThrownBy(() -> candidates("  " + candidate + "\n")).hasMessageContaining(what);
    }
}
