package dev.slipway.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a URL as its segments, each decoded exactly once. What could mean one thing here and another to whoever reads
 * it next (a slash, a dot segment or a percent sign in disguise, a path parameter, a control character) is refused.
 */
final class PathText {
    private PathText() {}

    static List<String> segments(String raw) {
        if (raw.isEmpty() || raw.charAt(0) != '/') {
            throw refused("does not begin with a slash");
        }
        var segments = new ArrayList<String>(6);
        int start = 1;
        while (start <= raw.length()) {
            int slash = raw.indexOf('/', start);
            int end = slash < 0 ? raw.length() : slash;
            segments.add(segment(raw.substring(start, end)));
            start = end + 1;
        }
        return segments;
    }

    private static String segment(String raw) {
        var decoded = raw.indexOf('%') < 0 ? raw : decoded(raw);
        if (decoded.equals(".") || decoded.equals("..")) {
            throw refused("has the segment '" + decoded + "'");
        }
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c < ' ' || c == 0x7F || "/\\%;".indexOf(c) >= 0) {
                throw refused("has the character U+%04X".formatted((int) c));
            }
        }
        return decoded;
    }

    private static String decoded(String raw) {
        var bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 0x7E) {
                throw refused("is not ASCII");
            }
            bytes.put(c == '%' ? escaped(raw, i) : (byte) c);
            i += c == '%' ? 2 : 0;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException malformed) {
            throw refused("is not UTF-8");
        }
    }

    private static byte escaped(String raw, int percent) {
        int high = percent + 2 <= raw.length() - 1 ? hex(raw.charAt(percent + 1)) : -1;
        int low = percent + 2 <= raw.length() - 1 ? hex(raw.charAt(percent + 2)) : -1;
        if (high < 0 || low < 0) {
            throw refused("has a % without two hexadecimal digits");
        }
        return (byte) (high * 16 + low);
    }

    /** Character.digit would take the digits of every script. */
    private static int hex(char digit) {
        return digit > 0x7E ? -1 : Character.digit(digit, 16);
    }

    private static Refused refused(String what) {
        return new Refused(Response.refusal(
                400, "HTTP-PATH", "the path " + what, "the URL", "use plain names, each segment encoded once"));
    }
}
