package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a text: that of its byte order mark, or the one a person said, or UTF-8.
 *
 * @param supposed whether nothing and nobody says so
 */
record Encoding(Charset charset, boolean supposed) {
    static final Charset UTF_8 = StandardCharsets.UTF_8;

    /** @throws SlipwayException where a byte order mark says another encoding than the person */
    static Encoding of(BufferedInputStream bytes, Optional<Charset> said, String name) throws IOException {
        bytes.mark(4);
        byte[] head = bytes.readNBytes(4);
        bytes.reset();
        var marked = marked(head);
        if (marked.isEmpty()) {
            return new Encoding(said.orElse(UTF_8), said.isEmpty());
        }
        if (said.isPresent() && !marked.get().name().startsWith(said.get().name())) {
            throw SlipwayException.usage(
                    "SOURCE-ENCODING",
                    "a byte order mark says %s, and not %s"
                            .formatted(marked.get().name(), said.get().name()),
                    name,
                    "leave the encoding away");
        }
        return new Encoding(marked.get(), false);
    }

    private static Optional<Charset> marked(byte... head) {
        if (FileFormat.starts(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(UTF_8);
        }
        // The mark of UTF-32LE begins like that of UTF-16LE.
        if (FileFormat.starts(head, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (FileFormat.starts(head, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (FileFormat.starts(head, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return FileFormat.starts(head, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
}
