package dev.slipway.source;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import dev.slipway.problem.SlipwayException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** The bytes of a text file, whether it is plain, gzip or Zstandard. */
final class Unpacking {
    private static final int BUFFER = 1 << 16;

    private Unpacking() {}

    /** What can be marked and reset within its first kilobytes. The caller closes it. */
    static BufferedInputStream open(Path file) throws IOException {
        var bytes = SourceFile.open(file);
        try {
            return unpacked(new BufferedInputStream(bytes, BUFFER));
        } catch (IOException | RuntimeException | Error e) {
            try (bytes) {
                throw e;
            }
        }
    }

    private static BufferedInputStream unpacked(BufferedInputStream bytes) throws IOException {
        bytes.mark(4);
        byte[] head = bytes.readNBytes(4);
        bytes.reset();
        if (FileFormat.gzip(head)) {
            return new BufferedInputStream(new Gunzip(bytes), BUFFER);
        }
        return FileFormat.zstd(head) ? new BufferedInputStream(new ZstdInputStream(bytes), BUFFER) : bytes;
    }

    /** What to tell people when reading failed in the middle. */
    static SlipwayException explained(Path file, String name, IOException cause) {
        if (cause instanceof ZstdIOException) {
            return damaged("SOURCE-ZSTD", "Zstandard", name, cause);
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return damaged("SOURCE-GZIP", "gzip", name, cause);
        }
        return SourceFile.unreadable(file, cause);
    }

    private static SlipwayException damaged(String code, String kind, String name, IOException cause) {
        var problem = SlipwayException.refused(
                code,
                "the %s file is damaged: %s".formatted(kind, cause.getMessage()),
                name,
                "copy or compress the file again; nothing of it was used");
        problem.initCause(cause);
        return problem;
    }

    /** For the reason that is thrown already. */
    static void close(InputStream bytes, Exception reason) {
        try {
            bytes.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
