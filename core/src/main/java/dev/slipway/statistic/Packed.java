package dev.slipway.statistic;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** Figures of a state as text in a document, to the bit. What cannot be read becomes a problem of the document and a default. */
public final class Packed {
    private static final int RADIX = 16;

    private Packed() {}

    public static String longs(long... values) {
        var bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return bytes(bytes.array());
    }

    public static long[] longs(Mapping from, String key) {
        byte[] bytes = bytes(from, key);
        if (bytes.length % Long.BYTES != 0) {
            damaged(from, key);
            return new long[0];
        }
        long[] values = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(values);
        return values;
    }

    static String bytes(byte... values) {
        return Base64.getEncoder().encodeToString(values);
    }

    static byte[] bytes(Mapping from, String key) {
        try {
            return Base64.getDecoder().decode(from.text(key));
        } catch (IllegalArgumentException e) {
            damaged(from, key);
            return new byte[0];
        }
    }

    static String big(BigInteger value) {
        return value.toString(RADIX);
    }

    static BigInteger big(Mapping from, String key) {
        try {
            return new BigInteger(from.text(key), RADIX);
        } catch (NumberFormatException e) {
            damaged(from, key);
            return BigInteger.ZERO;
        }
    }

    /** Also NaN and the infinities, which JSON has no word for. */
    static String decimal(double value) {
        return Double.toString(value);
    }

    static double decimal(Mapping from, String key) {
        try {
            return Double.parseDouble(from.text(key));
        } catch (NumberFormatException e) {
            damaged(from, key);
            return 0;
        }
    }

    /** Says that what stands under the key was not written by this program. */
    public static void damaged(Mapping from, String key) {
        Optional<Node> at = from.find(key);
        at.ifPresent(node -> node.problem(
                "PROFILE-DAMAGED",
                "'%s' is no state that can be read".formatted(key),
                "make the file again from the data"));
    }
}
