package dev.slipway.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body as a stream that refuses to be too large or too slow. */
final class PacedStream extends FilterInputStream {
    private final Pace pace;
    private final long limit;

    PacedStream(InputStream content, Pace pace, long limit) {
        super(content);
        this.pace = pace;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (IOException failure) {
            // What is wrong with the network must not look like something wrong with the disk it is copied to.
            throw WholeBody.failure(failure.getCause() == null ? failure : failure.getCause());
        }
        if (read > 0) {
            pace.take(read, limit);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 8_192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
