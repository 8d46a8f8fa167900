package dev.slipway.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The text inside a gzip file of one or more members (RFC 1952), every checksum and length compared.
 *
 * <p>{@link java.util.zip.GZIPInputStream} takes a damaged second member for the end of the file; here nothing that
 * follows a member is passed over but zero bytes.
 */
final class Gunzip extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream packed;
    private final byte[] buffer = new byte[1 << 16];
    private final CRC32 checksum = new CRC32();
    private int at;
    private int end;
    private @Nullable Inflater inflater;
    private boolean finished;

    /** Owns the stream it is given. */
    Gunzip(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!finished) {
            var member = inflater;
            if (member == null) {
                member = begin();
            }
            int count = inflate(member, into, offset, length);
            if (count > 0) {
                checksum.update(into, offset, count);
                return count;
            }
            if (member.finished()) {
                finish(member);
            } else {
                refill();
                member.setInput(buffer, at, end - at);
                at = end;
            }
        }
        return -1;
    }

    private static int inflate(Inflater member, byte[] into, int offset, int length) throws ZipException {
        try {
            int count = member.inflate(into, offset, length);
            if (member.needsDictionary()) {
                throw new ZipException("a preset dictionary is asked for");
            }
            return count;
        } catch (DataFormatException e) {
            throw new ZipException("the compressed data is damaged: " + e.getMessage());
        }
    }

    private Inflater begin() throws IOException {
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw new ZipException("what should be a gzip member is something else");
        }
        int flags = next();
        pass(6);
        if ((flags & EXTRA) != 0) {
            pass(little(2));
        }
        if ((flags & NAME) != 0) {
            passText();
        }
        if ((flags & COMMENT) != 0) {
            passText();
        }
        if ((flags & HEADER_CRC) != 0) {
            pass(2);
        }
        var member = new Inflater(true);
        member.setInput(buffer, at, end - at);
        at = end;
        checksum.reset();
        inflater = member;
        return member;
    }

    private void finish(Inflater member) throws IOException {
        at = end - member.getRemaining();
        long length = member.getBytesWritten() & 0xFFFF_FFFFL;
        member.end();
        inflater = null;
        if (little(4) != checksum.getValue()) {
            throw new ZipException("the checksum does not fit the data");
        }
        if (little(4) != length) {
            throw new ZipException("the length does not fit the data");
        }
        while (!finished && (at < end || fill())) {
            if (buffer[at] != 0) {
                return;
            }
            at++;
        }
        finished = true;
    }

    private void passText() throws IOException {
        int read = next();
        while (read != 0) {
            read = next();
        }
    }

    private void pass(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            next();
        }
    }

    private long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    private int next() throws IOException {
        if (at == end) {
            refill();
        }
        return buffer[at++] & 0xFF;
    }

    private void refill() throws IOException {
        if (!fill()) {
            throw new EOFException("the file ends in the middle");
        }
    }

    private boolean fill() throws IOException {
        int count = packed.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(0, count);
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        var member = inflater;
        if (member != null) {
            member.end();
            inflater = null;
        }
        finished = true;
        packed.close();
    }
}
