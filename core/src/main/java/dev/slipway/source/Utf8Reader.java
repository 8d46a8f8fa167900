package dev.slipway.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 text in which damage can be told from text: a byte that is not UTF-8 comes as the lone surrogate U+DC00 plus the
 * byte, which no well-formed text holds. A byte order mark in front is dropped.
 */
final class Utf8Reader extends Reader {
    private static final char MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16).limit(0);
    private boolean begun;
    private boolean ended;
    private boolean damaged;

    /** Owns the stream it is given. */
    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** From the middle of a text, where a byte order mark is a character like any other. */
    static Utf8Reader inside(InputStream in) {
        var reader = new Utf8Reader(in);
        reader.begun = true;
        return reader;
    }

    /** Whether anything that was read so far is no UTF-8, or is a NUL. */
    boolean damaged() {
        return damaged;
    }

    /** Whether the character at this place stands for a byte that is not UTF-8. */
    static boolean standsForByte(CharSequence text, int at) {
        char c = text.charAt(at);
        return c >= 0xDC80 && c <= 0xDCFF && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(into, offset, count);
        return count;
    }

    private void decode() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        chars.clear();
        var result = decoder.decode(bytes, chars, ended);
        while (result.isMalformed()) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (0xDC00 + (bytes.get() & 0xFF)));
            }
            damaged = true;
            result = decoder.decode(bytes, chars, ended);
        }
        chars.flip();
        noticeNul();
        if (!begun && chars.hasRemaining()) {
            begun = true;
            if (chars.get(0) == MARK) {
                chars.get();
            }
        }
    }

    private void noticeNul() {
        char[] decoded = chars.array();
        int end = chars.limit();
        for (int i = 0; i < end; i++) {
            if (decoded[i] == 0) {
                damaged = true;
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
