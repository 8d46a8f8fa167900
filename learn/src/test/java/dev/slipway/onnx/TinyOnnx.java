package dev.slipway.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes small ONNX models, so that tests need no file of somebody else's: protocol buffers, by hand. */
final class TinyOnnx {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int STRING = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private TinyOnnx() {}

    private static TinyOnnx message() {
        return new TinyOnnx();
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    private TinyOnnx number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private TinyOnnx bytes(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    private TinyOnnx text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private TinyOnnx part(int field, TinyOnnx value) {
        return bytes(field, value.out.toByteArray());
    }

    private static TinyOnnx tensorType(int kind, int width) {
        var shape = message().part(1, message().text(2, "N"));
        if (width > 0) {
            shape.part(1, message().number(1, width));
        }
        return message().part(1, message().number(1, kind).part(2, shape));
    }

    private static TinyOnnx value(String name, TinyOnnx type) {
        return message().text(1, name).part(2, type);
    }

    private static TinyOnnx constant(String name, int rows, int columns, float... values) {
        var raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : values) {
            raw.putFloat(each);
        }
        return message()
                .number(1, rows)
                .number(1, columns)
                .number(2, FLOAT)
                .text(8, name)
                .bytes(9, raw.array());
    }

    private static TinyOnnx node(String kind, List<String> inputs, String output) {
        var node = message();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(4, kind);
    }

    private static byte[] model(TinyOnnx graph) {
        return message()
                .number(1, 8)
                .part(7, graph.text(2, "tiny"))
                .part(8, message().text(1, "").number(2, 13))
                .part(8, message().text(1, "ai.onnx.ml").number(2, 3))
                .out
                .toByteArray();
    }

    /** One tensor of two columns; 1 / (1 + e^-(x0 - 2 x1)), a column. */
    static byte[] logistic() {
        return model(message()
                .part(1, node("MatMul", List.of("x", "w"), "m"))
                .part(1, node("Sigmoid", List.of("m"), "p"))
                .part(5, constant("w", 2, 1, 1, -2))
                .part(11, value("x", tensorType(FLOAT, 2)))
                .part(12, value("p", tensorType(FLOAT, 1))));
    }

    /** A tensor a column, a and b; a + 10 b. */
    static byte[] sumOfTwoInputs() {
        var joined = node("Concat", List.of("a", "b"), "x")
                .part(5, message().text(1, "axis").number(3, 1).number(20, 2));
        return model(message()
                .part(1, joined)
                .part(1, node("MatMul", List.of("x", "w"), "y"))
                .part(5, constant("w", 2, 1, 1, 10))
                .part(11, value("b", tensorType(FLOAT, 1)))
                .part(11, value("a", tensorType(FLOAT, 1)))
                .part(12, value("y", tensorType(FLOAT, 1))));
    }

    /** Softmax of x0, x1 and 0 as a map a row, for the classes red, green and blue, behind a label of whole numbers. */
    static byte[] zipMap() {
        var labels = message().text(1, "classlabels_strings");
        List.of("red", "green", "blue").forEach(label -> labels.text(9, label));
        var map = message().number(1, STRING).part(2, tensorType(FLOAT, 0));
        var softmax = node("Softmax", List.of("m"), "s")
                .part(5, message().text(1, "axis").number(3, 1).number(20, 2));
        var best = node("ArgMax", List.of("s"), "label")
                .part(5, message().text(1, "axis").number(3, 1).number(20, 2))
                .part(5, message().text(1, "keepdims").number(3, 0).number(20, 2));
        return model(message()
                .part(1, node("MatMul", List.of("x", "w"), "m"))
                .part(1, softmax)
                .part(1, best)
                .part(
                        1,
                        node("ZipMap", List.of("s"), "probabilities")
                                .text(7, "ai.onnx.ml")
                                .part(5, labels.number(20, 8)))
                .part(5, constant("w", 2, 3, 1, 0, 0, 0, 1, 0))
                .part(11, value("x", tensorType(FLOAT, 2)))
                .part(12, value("label", tensorType(INT64, 0)))
                .part(
                        12,
                        value(
                                "probabilities",
                                message().part(4, message().part(1, message().part(5, map))))));
    }

    /** The place of the greatest of two columns. */
    static byte[] labelsAlone() {
        var best = node("ArgMax", List.of("x"), "label")
                .part(5, message().text(1, "axis").number(3, 1).number(20, 2))
                .part(5, message().text(1, "keepdims").number(3, 0).number(20, 2));
        return model(message()
                .part(1, best)
                .part(11, value("x", tensorType(FLOAT, 2)))
                .part(12, value("label", tensorType(INT64, 0))));
    }
}
