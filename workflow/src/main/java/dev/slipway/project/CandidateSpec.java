package dev.slipway.project;

import dev.slipway.algorithm.ClassWeights;
import dev.slipway.algorithm.Guidance;
import dev.slipway.algorithm.NativeLibrary;

/** What is tried, as it was written, checked but not yet able to learn: learning may need a process of its own. */
public sealed interface CandidateSpec {
    /** Whether it learns of rows that nobody knows the answers to; the others learn from answers. */
    default boolean unlabelled() {
        return this instanceof Clusters || this instanceof Isolation;
    }

    /** What people call it in reports. */
    String name();

    /** The share of each class in training. */
    record Baseline(String name) implements CandidateSpec {}

    /** An expression that answers with the probability of the positive class, or with true and false. */
    record Rule(String name, String expression) implements CandidateSpec {}

    /** Logistic regression; {@code strength} is scikit-learn's C. */
    record Logistic(String name, Range strength, Range l1Ratio, ClassWeights classWeights) implements CandidateSpec {}

    /** Linear regression; {@code ridge} with squares alone, otherwise an elastic net. */
    record Linear(String name, boolean ridge, Range alpha, Range l1Ratio) implements CandidateSpec {}

    /** A random forest; 0 stands for the usual leaf and the usual share of columns. */
    record Forest(
            String name, Range trees, Range depth, Range leaf, Range columns, Range rows, ClassWeights classWeights)
            implements CandidateSpec {}

    /** Clusters by k-means, as many as lie best of this range; the best of so many starts counts. */
    record Clusters(String name, Range clusters, int starts) implements CandidateSpec {}

    /** Strange rows by an isolation forest. */
    record Isolation(String name, int trees, int sample) implements CandidateSpec {}

    /** Trees boosted by a library; {@code size} is the most of one tree: its depth for XGBoost, its leaves for LightGBM. */
    record Boosted(
            String name,
            NativeLibrary library,
            Range trees,
            Range size,
            Range rate,
            Range rowShare,
            Range columnShare,
            Guidance guidance)
            implements CandidateSpec {}
}
