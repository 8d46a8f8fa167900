package dev.slipway.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Text on its way out, with line feeds at the ends of lines on every system. */
final class Output {
    private final Appendable out;

    Output(Appendable out) {
        this.out = out;
    }

    Output write(String text) {
        try {
            out.append(text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Output line(String text) {
        return write(text).write("\n");
    }
}
