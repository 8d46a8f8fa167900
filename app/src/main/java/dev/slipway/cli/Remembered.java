package dev.slipway.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** A stream that remembers what went wrong first: a writer on top of it would not say. */
final class Remembered extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    Remembered(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    /** Why something was not written. Whoever stopped reading, such as {@code head}, knows it. */
    Optional<IOException> failure() {
        return failure.filter(why ->
                !String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT).contains("pipe"));
    }
}
