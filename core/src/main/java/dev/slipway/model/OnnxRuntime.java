package dev.slipway.model;

import java.util.List;

/** What can run ONNX models. It is found by {@code ServiceLoader}, so that a program without one can say what it lacks. */
public interface OnnxRuntime {
    /** A loaded model. Thread-safe; open as long as the program runs. */
    interface Session {
        /**
         * The answers to the rows of a row-major matrix: a probability a class, or one number a row.
         *
         * @throws dev.slipway.problem.SlipwayException where the model fails
         */
        double[] answers(double[] matrix, int rows);
    }

    /**
     * Loads a model.
     *
     * @param columns the features, in order
     * @param labels the classes it must answer; none where it answers a number
     * @throws dev.slipway.problem.SlipwayException where it is damaged, or does not fit
     */
    Session open(byte[] file, List<String> columns, List<String> labels);
}
