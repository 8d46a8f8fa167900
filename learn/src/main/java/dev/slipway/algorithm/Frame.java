package dev.slipway.algorithm;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/*
 * What parent and child say to each other, big-endian. Request: operation, then its fields. Answer: MARK, status, length,
 * bytes. The mark shows at once when a native library has printed between two answers.
 */
final class Frame {
    static final int MARK = 0x534C4950;
    static final int DONE = 0;
    static final int ERROR = 1;

    static final int MATRIX = 1;
    static final int TRAIN = 2;
    static final int ANSWERS = 3;
    static final int FORGET = 4;
    static final int SHUTDOWN = 5;
    static final int ROUNDS = 6;
    static final int SPARSE = 7;

    private static final int CHUNK = 1 << 16;

    private Frame() {}

    static void writeAnswer(DataOutputStream out, int status, byte[] bytes) throws IOException {
        out.writeInt(MARK);
        out.writeByte(status);
        writeBytes(out, bytes);
        out.flush();
    }

    static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    static void writeFloats(OutputStream out, float[] values) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (int start = 0; start < values.length; start += CHUNK / Float.BYTES) {
            int size = Math.min(CHUNK / Float.BYTES, values.length - start);
            chunk.clear().asFloatBuffer().put(values, start, size);
            out.write(chunk.array(), 0, size * Float.BYTES);
        }
    }

    static float[] readFloats(DataInputStream in, int count) throws IOException {
        var values = new float[count];
        var bytes = new byte[CHUNK];
        for (int start = 0; start < count; start += CHUNK / Float.BYTES) {
            int size = Math.min(CHUNK / Float.BYTES, count - start);
            in.readFully(bytes, 0, size * Float.BYTES);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(values, start, size);
        }
        return values;
    }

    static void writeInts(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        out.write(bytes.array());
    }

    static int[] readInts(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt() * Integer.BYTES];
        in.readFully(bytes);
        var values = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(values);
        return values;
    }
}
