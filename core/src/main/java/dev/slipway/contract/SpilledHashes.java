package dev.slipway.contract;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Sorted hashes in a temporary file of this process. The file is deleted on request, when nobody holds it, or at the end. */
final class SpilledHashes {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int BUFFER = 1 << 16;

    /** What is done when nobody holds the hashes any more; must not hold them itself. */
    private record Deletion(Path file) implements Runnable {
        @Override
        public void run() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftover) {
                // A file that cannot be deleted now is deleted when the program ends.
                file.toFile().deleteOnExit();
            }
        }
    }

    private final Path file;
    private final int count;
    private final Cleaner.Cleanable deletion;

    private SpilledHashes(Path file, int count) {
        this.file = file;
        this.count = count;
        deletion = CLEANER.register(this, new Deletion(file));
    }

    static SpilledHashes write(long... sorted) {
        try {
            var file = Files.createTempFile("slipway-hashes-", ".tmp");
            file.toFile().deleteOnExit();
            var spilled = new SpilledHashes(file, sorted.length);
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
                for (long hash : sorted) {
                    out.writeLong(hash);
                }
            }
            return spilled;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    Optional<SortedRun> open() {
        try {
            var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            return SortedRun.of(count, () -> next(in), () -> close(in));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    long[] read() {
        long[] all = new long[count];
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int i = 0; i < count; i++) {
                all[i] = in.readLong();
            }
            return all;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    void delete() {
        deletion.clean();
    }

    private static long next(DataInputStream in) {
        try {
            return in.readLong();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static void close(DataInputStream in) {
        try {
            in.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SlipwayException failed(IOException failure) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "CHECK-TEMPORARY-FILE",
                        "cannot set hashes of rows aside: " + failure,
                        System.getProperty("java.io.tmpdir", "the folder for temporary files"),
                        "make room there, or name another folder with -Djava.io.tmpdir"),
                failure);
    }
}
