package dev.slipway.document;

/*
 * Looks at the bytes before Jackson does. Jackson guesses UTF-16 and UTF-32 from NUL bytes (0A 00 00 00 00 made it throw
 * something that is not its own exception), decodes the overlong C0 AF to '/', and lets unpaired surrogates through.
 * JSON needs no NUL byte, so all three are settled here, in one pass.
 */
final class JsonBytes {
    private JsonBytes() {}

    /** Throws unless the bytes are well-formed UTF-8 without NUL, byte order mark and unpaired surrogate escapes. */
    static void check(String name, byte[] bytes) {
        if (bytes.length >= 2
                && (bytes[0] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFF
                        || (bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB))) {
            throw Utf8.refusal(name, "JSON", bytes, 0, "begins with a byte order mark");
        }
        int bad = Utf8.firstBad(bytes);
        if (bad >= 0) {
            throw Utf8.refusal(
                    name, "JSON", bytes, bad, "not UTF-8 at byte %d (0x%02X)".formatted(bad + 1, bytes[bad] & 0xFF));
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw Utf8.refusal(name, "JSON", bytes, i, "NUL at byte %d: not JSON in UTF-8".formatted(i + 1));
            }
            if (bytes[i] == '\\') {
                i = afterEscape(name, bytes, i);
            }
        }
    }

    /** Index of the last byte of the escape that begins at i. */
    private static int afterEscape(String name, byte[] bytes, int i) {
        int unit = unit(bytes, i);
        if (unit < 0) {
            return i + 1;
        }
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            int low = unit(bytes, i + 6);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                return i + 11;
            }
        }
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            throw Utf8.refusal(name, "JSON", bytes, i, "unpaired surrogate \\u%04x".formatted(unit));
        }
        return i + 5;
    }

    /** The code unit of the backslash-u escape at i, or -1 when there is none (Jackson then says what is wrong). */
    private static int unit(byte[] bytes, int i) {
        if (i + 5 >= bytes.length || bytes[i] != '\\' || bytes[i + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int k = i + 2; k < i + 6; k++) {
            int digit = Character.digit((char) bytes[k], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }
}
