package dev.slipway.document;

import dev.slipway.problem.SlipwayException;
import java.nio.charset.StandardCharsets;

/** Bytes that must be well-formed UTF-8 (Unicode table 3-7): no overlong forms, no surrogates, no other encoding. */
final class Utf8 {
    private Utf8() {}

    /** The text; a byte order mark in front is dropped. */
    static String text(String name, String format, byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int bad = firstBad(bytes);
        if (bad >= 0) {
            throw refusal(
                    name, format, bytes, bad, "not UTF-8 at byte %d (0x%02X)".formatted(bad + 1, bytes[bad] & 0xFF));
        }
        return new String(bytes, marked ? 3 : 0, bytes.length - (marked ? 3 : 0), StandardCharsets.UTF_8);
    }

    static SlipwayException refusal(String name, String format, byte[] bytes, int at, String what) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return SlipwayException.usage(
                format + "-MALFORMED",
                what,
                "%s, line %d, column %d".formatted(name, line, at - start + 1),
                "send it as UTF-8 without other encodings or broken characters");
    }

    /** Index of the first byte that begins no well-formed character, or -1. */
    static int firstBad(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = lengthAt(bytes, i);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** Length of the multi-byte character that begins here, or 0 when none does. */
    private static int lengthAt(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        int length =
                lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (length == 0 || i + length > bytes.length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
