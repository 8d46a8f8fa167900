package dev.slipway.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How rows become tensors: one of all columns, or one for each. */
record OnnxInputs(List<Input> inputs, int width) {
    /** A tensor: its columns are some of the row's, in this order. */
    record Input(String name, OnnxJavaType type, List<Integer> columns, boolean flat) {}

    static OnnxInputs of(OrtSession session, List<String> columns) throws OrtException {
        var inputs = new ArrayList<Input>();
        boolean one = session.getInputInfo().size() == 1;
        for (var entry : session.getInputInfo().entrySet()) {
            if (!(entry.getValue().getInfo() instanceof TensorInfo tensor)) {
                throw MicrosoftRuntime.refused(
                        "MODEL-UNSUPPORTED", "input '%s' is no tensor".formatted(entry.getKey()));
            }
            int place = columns.indexOf(entry.getKey());
            List<Integer> places =
                    one ? IntStream.range(0, columns.size()).boxed().toList() : List.of(place);
            require(entry.getKey(), tensor, columns, places);
            inputs.add(new Input(entry.getKey(), tensor.type, places, tensor.getShape().length == 1));
        }
        return new OnnxInputs(List.copyOf(inputs), columns.size());
    }

    private static void require(String name, TensorInfo tensor, List<String> columns, List<Integer> places) {
        if (places.contains(-1)) {
            throw MicrosoftRuntime.refused(
                    "MODEL-UNSUPPORTED", "input '%s' is none of the columns %s".formatted(name, columns));
        }
        long[] shape = tensor.getShape();
        boolean fits = shape.length == 2 && (shape[1] < 0 || shape[1] == places.size());
        if (!fits && !(shape.length == 1 && places.size() == 1)) {
            throw MicrosoftRuntime.refused(
                    "MODEL-UNSUPPORTED",
                    "input '%s' is %s, which %d columns do not make".formatted(name, tensor, places.size()));
        }
        if (tensor.type != OnnxJavaType.FLOAT
                && tensor.type != OnnxJavaType.DOUBLE
                && tensor.type != OnnxJavaType.INT64) {
            throw MicrosoftRuntime.refused(
                    "MODEL-UNSUPPORTED", "input '%s' takes %s, not numbers".formatted(name, tensor.type));
        }
    }

    void put(OrtEnvironment environment, double[] matrix, int rows, Map<String, OnnxTensor> tensors)
            throws OrtException {
        for (var input : inputs) {
            tensors.put(input.name(), tensor(environment, input, matrix, rows));
        }
    }

    private OnnxTensor tensor(OrtEnvironment environment, Input input, double[] matrix, int rows) throws OrtException {
        int size = input.columns().size();
        long[] shape = input.flat() ? new long[] {rows} : new long[] {rows, size};
        var values = new double[rows * size];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = matrix[cell / size * width + input.columns().get(cell % size)];
        }
        if (input.type() == OnnxJavaType.DOUBLE) {
            return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
        }
        if (input.type() == OnnxJavaType.INT64) {
            var whole = new long[values.length];
            IntStream.range(0, whole.length).forEach(cell -> whole[cell] = (long) values[cell]);
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(whole), shape);
        }
        var single = new float[values.length];
        IntStream.range(0, single.length).forEach(cell -> single[cell] = (float) values[cell]);
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(single), shape);
    }
}
