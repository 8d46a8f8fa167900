package dev.slipway.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.slipway.model.OnnxRuntime.Session;
import dev.slipway.problem.SlipwayException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A loaded model with what it takes and what is read from it. */
final class OnnxSession implements Session {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final OnnxInputs inputs;
    private final OnnxOutput output;

    /** @throws SlipwayException where the library cannot load it, or where it does not fit */
    static OnnxSession open(byte[] file, List<String> columns, List<String> labels) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            var session = environment.createSession(file, options);
            return new OnnxSession(
                    environment, session, OnnxInputs.of(session, columns), OnnxOutput.of(session, labels));
        } catch (OrtException damaged) {
            throw MicrosoftRuntime.refused("MODEL-DAMAGED", "ONNX Runtime cannot load it: " + damaged.getMessage());
        }
    }

    private OnnxSession(OrtEnvironment environment, OrtSession session, OnnxInputs inputs, OnnxOutput output) {
        this.environment = environment;
        this.session = session;
        this.inputs = inputs;
        this.output = output;
    }

    @Override
    public double[] answers(double[] matrix, int rows) {
        if (rows == 0) {
            return new double[0];
        }
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            inputs.put(environment, matrix, rows, tensors);
            try (var result = session.run(tensors, Set.of(output.name()))) {
                return output.answers(result.get(0), rows);
            }
        } catch (OrtException failed) {
            throw SlipwayException.failed(
                    "ONNX-FAILED",
                    "ONNX Runtime: " + failed.getMessage(),
                    "the ONNX model",
                    "try the model where it was made, with the same row");
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }
}
