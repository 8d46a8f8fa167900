package dev.slipway.database;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The {@code .slipway} folder of a project, held by this process alone until it is closed. A killed process holds nothing:
 * the operating system frees its lock, so there is no stale lock to remove.
 */
public final class StateFolder implements AutoCloseable {
    private static final long SHORTEST_PAUSE = Duration.ofMillis(2).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(100).toNanos();

    private final Path path;
    private final FolderLock lock;
    private final HolderNote note;
    private final Instant since;

    private StateFolder(Path path, FolderLock lock, Instant since) {
        this.path = path;
        this.lock = lock;
        this.note = new HolderNote(path);
        this.since = since;
    }

    /** {@link #open(Path, Duration, InstantSource)} by the clock of the machine. */
    public static Opening open(Path folder, Duration patience) {
        return open(folder, patience, InstantSource.system());
    }

    /**
     * Opens, and first creates, a state folder. A holder that serves is answered at once, since waiting would not help;
     * any other one is waited for.
     *
     * @param folder the state folder itself, not the project around it
     */
    public static Opening open(Path folder, Duration patience, InstantSource clock) {
        Path path = folder.toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw SlipwayException.failed(
                    "STATE-NOT-A-FOLDER",
                    "the state folder is a file",
                    path.toString(),
                    "move that file away, or point SLIPWAY_HOME at a folder");
        }
        try {
            Durable.createFolder(path);
            return open(path.toRealPath(), System.nanoTime() + patience.toNanos(), clock);
        } catch (IOException problem) {
            throw readOnly(path, problem);
        }
    }

    private static Opening open(Path path, long deadline, InstantSource clock) throws IOException {
        var note = new HolderNote(path);
        long pause = SHORTEST_PAUSE;
        while (true) {
            Optional<FolderLock> lock = FolderLock.attempt(path.resolve("lock"));
            if (lock.isPresent()) {
                return new Opening.Opened(settle(path, lock.get(), clock));
            }
            Holder holder = note.read();
            boolean serves = holder.address().isPresent() && holder.isRunning();
            long left = deadline - System.nanoTime();
            if (serves || left <= 0) {
                return new Opening.HeldBy(holder, path);
            }
            LockSupport.parkNanos(Math.min(pause, left));
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private static StateFolder settle(Path path, FolderLock lock, InstantSource clock) throws IOException {
        try {
            var folder = new StateFolder(path, lock, clock.instant());
            folder.note.write(folder.holder(Optional.empty(), Optional.empty()));
            Durable.delete(folder.temporary());
            Durable.createFolder(folder.temporary());
            Durable.createFolder(folder.artifacts());
            return folder;
        } catch (IOException | RuntimeException problem) {
            lock.close();
            throw problem;
        }
    }

    /** Tells commands that find the folder held where to send their work. */
    public void announce(URI address, String token) {
        try {
            note.write(holder(Optional.of(address), Optional.of(token)));
        } catch (IOException problem) {
            throw readOnly(path, problem);
        }
    }

    public Path path() {
        return path;
    }

    public Path database() {
        return path.resolve("slipway.db");
    }

    public Path artifacts() {
        return path.resolve("artifacts");
    }

    /** Half-written things; emptied at the next opening. */
    public Path temporary() {
        return path.resolve("tmp");
    }

    /** Whether artifacts were ever kept here, which a project without a database cannot have done. */
    boolean holdsArtifacts() throws IOException {
        try (var kept = Files.list(artifacts())) {
            return kept.anyMatch(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** Lets the next one in. Closing twice is harmless. */
    @Override
    public void close() {
        if (!lock.isHeld()) {
            return;
        }
        try {
            note.remove();
        } catch (IOException problem) {
            throw readOnly(path, problem);
        } finally {
            lock.close();
        }
    }

    private Holder holder(Optional<URI> address, Optional<String> token) {
        return new Holder(ProcessHandle.current().pid(), since, address, token);
    }

    private static SlipwayException readOnly(Path path, IOException problem) {
        return SlipwayException.failed(
                "STATE-READONLY",
                "cannot write into the state folder: " + problem,
                path.toString(),
                "make the folder writable for you, free space on its disk, or point SLIPWAY_HOME at another folder");
    }
}
