package dev.slipway.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;

/**
 * Text in which damage can be told from text: a byte that is none of the encoding comes as the lone surrogate U+DC00 plus the
 * byte, which no well-formed text holds. A byte order mark in front is dropped. For one thread.
 */
final class TextReader extends Reader {
    private static final char MARK = '\uFEFF';
    /** Damage of several bytes comes at once. */
    static final int ROOM = 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private boolean begun;
    private boolean ended;
    private boolean finished;
    private boolean damaged;

    /** Owns the stream it is given. */
    TextReader(InputStream in, Charset charset) {
        this.in = in;
        decoder = charset.newDecoder();
    }

    /** From the middle of a text, where a byte order mark is a character like any other. */
    static TextReader inside(InputStream in, Charset charset) {
        var reader = new TextReader(in, charset);
        reader.begun = true;
        return reader;
    }

    Charset charset() {
        return decoder.charset();
    }

    /** Whether anything that was read so far is not in the encoding. */
    boolean damaged() {
        return damaged;
    }

    /** Whether the character at this place stands for a byte that is not in the encoding. */
    static boolean standsForByte(char[] text, int at, int from) {
        char c = text[at];
        return c >= 0xDC00 && c <= 0xDCFF && (at == from || !Character.isHighSurrogate(text[at - 1]));
    }

    /** At least one character, or -1 behind the last one. There is room for at least 16. */
    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length < ROOM) {
            throw new IllegalArgumentException("there is room for %d characters only".formatted(length));
        }
        var chars = CharBuffer.wrap(into, offset, length);
        while (!finished && chars.position() == offset) {
            decode(chars);
            if (!begun && chars.position() > offset) {
                begun = true;
                if (into[offset] == MARK) {
                    System.arraycopy(into, offset + 1, into, offset, chars.position() - offset - 1);
                    chars.position(chars.position() - 1);
                }
            }
        }
        return chars.position() == offset ? -1 : chars.position() - offset;
    }

    /** As much as there is room for; how many characters that are. */
    int fill(char[] beginning) throws IOException {
        int length = 0;
        while (beginning.length - length >= ROOM) {
            int count = read(beginning, length, beginning.length - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return length;
    }

    private void decode(CharBuffer chars) throws IOException {
        var result = decoder.decode(bytes, chars, ended);
        while (result.isError() && chars.remaining() >= result.length()) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (0xDC00 + (bytes.get() & 0xFF)));
            }
            damaged = true;
            result = decoder.decode(bytes, chars, ended);
        }
        if (result.isUnderflow()) {
            if (ended) {
                decoder.flush(chars);
                finished = true;
            } else {
                refill();
            }
        }
    }

    private void refill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
