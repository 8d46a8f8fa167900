package dev.slipway.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import dev.slipway.problem.SlipwayException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The output that is read: probabilities as a tensor or as a map a row (ZipMap), the probability of the second of two classes,
 * labels, or numbers.
 *
 * @param labels the classes wanted; none for a number
 */
record OnnxOutput(String name, List<String> labels) {
    static OnnxOutput of(OrtSession session, List<String> labels) throws OrtException {
        var outputs = session.getOutputInfo();
        var name = outputs.entrySet().stream()
                .max(Comparator.comparingInt(output -> worth(output.getValue().getInfo(), labels.size())))
                .filter(output -> worth(output.getValue().getInfo(), labels.size()) > 0)
                .map(Map.Entry::getKey)
                .orElseThrow(() -> MicrosoftRuntime.refused(
                        "MODEL-UNSUPPORTED",
                        "none of its outputs %s answers %s"
                                .formatted(outputs.keySet(), labels.isEmpty() ? "a number" : labels)));
        return new OnnxOutput(name, labels);
    }

    /** How much an output says: probabilities of all classes most, labels least, what does not fit nothing. */
    private static int worth(ValueInfo info, int classes) {
        if (info instanceof SequenceInfo sequence) {
            return sequence.isSequenceOfMaps() && classes > 0 ? 4 : 0;
        }
        if (!(info instanceof TensorInfo tensor)) {
            return 0;
        }
        long[] shape = tensor.getShape();
        long width = shape.length == 2 ? shape[1] : 1;
        boolean broken = tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.DOUBLE;
        if (classes == 0) {
            return width == 1 || width < 0 ? broken ? 2 : 1 : 0;
        }
        if (broken) {
            return width == classes || width < 0 ? 3 : width == 1 && classes == 2 ? 2 : 0;
        }
        return width == 1 || width < 0 ? 1 : 0;
    }

    double[] answers(OnnxValue value, int rows) throws OrtException {
        int width = Math.max(1, labels.size());
        var answers = new double[rows * width];
        if (value instanceof OnnxSequence sequence) {
            fromMaps(sequence, answers);
        } else if (value instanceof OnnxTensor tensor) {
            fromTensor(tensor, rows, width, answers);
        }
        for (int place = 0; place < answers.length; place++) {
            boolean wrong =
                    labels.isEmpty() ? !Double.isFinite(answers[place]) : !(answers[place] >= 0 && answers[place] <= 1);
            if (wrong) {
                throw failed("it answered %s to row %d, no %s"
                        .formatted(answers[place], place / width + 1, labels.isEmpty() ? "number" : "probability"));
            }
        }
        return answers;
    }

    private void fromMaps(OnnxSequence sequence, double... answers) throws OrtException {
        int row = 0;
        for (var each : sequence.getValue()) {
            if (each instanceof OnnxMap map) {
                for (var entry : map.getValue().entrySet()) {
                    answers[row * labels.size() + place(entry.getKey())] = number(entry.getValue());
                }
            }
            row++;
        }
    }

    private void fromTensor(OnnxTensor tensor, int rows, int width, double... answers) throws OrtException {
        Object[] cells = flat(tensor);
        if (cells.length == answers.length && !(width > 1 && tensor.getInfo().type == OnnxJavaType.INT64)) {
            for (int place = 0; place < answers.length; place++) {
                answers[place] = number(cells[place]);
            }
        } else if (cells.length == rows && isBroken(tensor)) {
            for (int row = 0; row < rows; row++) {
                answers[2 * row + 1] = number(cells[row]);
                answers[2 * row] = 1 - answers[2 * row + 1];
            }
        } else if (cells.length == rows) {
            for (int row = 0; row < rows; row++) {
                answers[row * width + place(cells[row])] = 1;
            }
        } else {
            throw failed("it gave %d answers to %d rows".formatted(cells.length, rows));
        }
    }

    private static boolean isBroken(OnnxTensor tensor) {
        return tensor.getInfo().type == OnnxJavaType.FLOAT || tensor.getInfo().type == OnnxJavaType.DOUBLE;
    }

    private static Object[] flat(OnnxTensor tensor) throws OrtException {
        Object value = tensor.getValue();
        return Cells.of(value).toArray();
    }

    private static double number(Object cell) {
        if (cell instanceof Number number) {
            return number.doubleValue();
        }
        throw failed("it answered '%s', not a number".formatted(cell));
    }

    /** The class of a label: by its text, or by its number where the classes have other names. */
    private int place(Object label) {
        int byText = labels.indexOf(String.valueOf(label));
        if (byText >= 0) {
            return byText;
        }
        if (label instanceof Long number && number >= 0 && number < labels.size()) {
            return number.intValue();
        }
        throw failed("it answered the class '%s', which is none of %s".formatted(label, labels));
    }

    private static SlipwayException failed(String what) {
        return SlipwayException.failed(
                "ONNX-FAILED", what, "the ONNX model", "check the contract's target against the model's classes");
    }
}
