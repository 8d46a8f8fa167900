package dev.slipway.association;

import dev.slipway.table.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Texts as UTF-8, one behind the other: a tenth of what as many strings take. Half a surrogate pair becomes '?'. */
final class PackedText implements SampledColumn {
    private final byte[] bytes;
    private final int[] ends;

    private PackedText(byte[] bytes, int... ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    /** @throws IllegalStateException where the texts of these rows are longer than 2 GB together */
    static PackedText of(int size, IntFunction<String> texts) {
        byte[] bytes = new byte[16 * size + 16];
        int[] ends = new int[size];
        int end = 0;
        for (int row = 0; row < size; row++) {
            String text = texts.apply(row);
            long most = end + 3L * text.length();
            if (most > bytes.length) {
                if (most > Integer.MAX_VALUE - 16) {
                    throw new IllegalStateException("the texts of a sample are longer than 2 GB");
                }
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, most + (bytes.length >> 1)));
            }
            end = write(text, bytes, end);
            ends[row] = end;
        }
        return new PackedText(Arrays.copyOf(bytes, end), ends);
    }

    private static int write(String text, byte[] bytes, int start) {
        int end = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] encoded = text.substring(i).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, bytes, end, encoded.length);
                return end + encoded.length;
            }
            bytes[end++] = (byte) c;
        }
        return end;
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public boolean isMissing(int row) {
        return start(row) == ends[row];
    }

    @Override
    public String text(int row) {
        int start = start(row);
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }
}
