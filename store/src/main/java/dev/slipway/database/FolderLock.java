package dev.slipway.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An exclusive lock of the operating system on a file; it ends with the process, however that ends. */
final class FolderLock implements AutoCloseable {
    /*
     * POSIX locks belong to the process, and closing any channel on the file drops them all. A second attempt in this
     * process would open a channel, be refused, close it, and thereby free the lock of the first. So a path is claimed
     * here before its file is touched. This is the one piece of static state: so are the locks it stands for.
     */
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private FolderLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The lock, or nothing while another process or another part of this one has it. */
    static Optional<FolderLock> attempt(Path path) throws IOException {
        if (!CLAIMED.add(path)) {
            return Optional.empty();
        }
        Optional<FolderLock> lock = Optional.empty();
        try {
            lock = lock(path);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                CLAIMED.remove(path);
            }
        }
    }

    private static Optional<FolderLock> lock(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByAnotherClassLoader) {
            lock = Optional.empty();
        } finally {
            if (lock.isEmpty()) {
                channel.close();
            }
        }
        return lock.map(held -> new FolderLock(path, channel));
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        if (!isHeld()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            CLAIMED.remove(path);
        }
    }
}
