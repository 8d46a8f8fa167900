package dev.slipway.artifact;

import dev.slipway.database.Durable;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Step;
import dev.slipway.database.Witness;
import dev.slipway.document.Sha256;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files kept by the SHA-256 of their content. Thread-safe. What {@code put} returned has reached the disk; what is read was
 * verified, so damage is an error and never wrong bytes.
 */
public final class Artifacts {
    private final Path root;
    private final Path temporary;
    private final Witness witness;
    private final AtomicLong counter = new AtomicLong();

    public Artifacts(StateFolder folder, Witness witness) {
        this.root = folder.artifacts();
        this.temporary = folder.temporary();
        this.witness = witness;
    }

    /** Keeps all bytes that are left in the stream; the same content is kept once. Does not close the stream. */
    public String put(InputStream content) {
        return keep(content, Optional.empty()).sha256();
    }

    /** {@link #put(InputStream)} of content that was announced; keeps nothing of content that is another one. */
    public void put(String sha256, InputStream content) {
        requireSha256(sha256);
        keep(content, Optional.of(sha256));
    }

    public String put(Path file) {
        return keep(file).sha256();
    }

    /** The content, from its first byte; all of it was verified before this returns. */
    public InputStream open(String sha256) {
        Path file = existing(sha256);
        try {
            var channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                // The verified bytes and the ones handed out come from one open file: a rename cannot slip in between.
                verify(sha256, file, Channels.newInputStream(channel), OutputStream.nullOutputStream());
                return Channels.newInputStream(channel.position(0));
            } catch (IOException | RuntimeException problem) {
                channel.close();
                throw problem;
            }
        } catch (IOException problem) {
            throw unreadable(file, problem);
        }
    }

    /** Writes the content to a file, which has its name only once it is whole and verified. Replaces what was there. */
    public void copyTo(String sha256, Path target) {
        try {
            Path part = beside(target);
            try {
                copy(sha256, part);
                Durable.rename(part, target);
            } finally {
                Durable.delete(part);
            }
        } catch (IOException problem) {
            throw unwritable(target, problem);
        }
    }

    public boolean contains(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    /** Keeps every file of a folder and of those in it. A link is refused: what it means depends on the machine. */
    public Manifest putFolder(Path folder) {
        var entries = new ArrayList<Manifest.Entry>();
        for (Path file : FolderFiles.of(folder)) {
            Kept kept = keep(file);
            entries.add(new Manifest.Entry(FolderFiles.name(folder, file), kept.sha256(), kept.size()));
        }
        var manifest = new Manifest(entries);
        witness.reached(Step.MODEL_FILES_STORED);
        return manifest;
    }

    /** Makes a new folder of the files; it has its name only once all of them are whole and verified. */
    public void restore(Manifest manifest, Path folder) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw SlipwayException.usage(
                    "ARTIFACT-TARGET-EXISTS",
                    "cannot restore into something that exists",
                    folder.toString(),
                    "name a folder that does not exist yet");
        }
        try {
            Path part = beside(folder);
            try {
                Files.createDirectories(part);
                for (Manifest.Entry file : manifest.files()) {
                    Path target = part.resolve(file.path());
                    Durable.createFolder(parent(target));
                    copy(file.sha256(), target);
                    Durable.syncFolder(parent(target));
                }
                Durable.rename(part, folder);
            } finally {
                Durable.delete(part);
            }
        } catch (IOException problem) {
            throw unwritable(folder, problem);
        }
    }

    /** Refuses, as wrong usage, a text that is no SHA-256. */
    static void requireSha256(String text) {
        if (!Sha256.isOne(text)) {
            throw SlipwayException.usage(
                    "ARTIFACT-ID",
                    "'%s' is no artifact".formatted(text),
                    "the artifact's id",
                    "give its SHA-256: 64 hexadecimal digits, lower case");
        }
    }

    private record Kept(String sha256, long size) {}

    private Kept keep(Path file) {
        try (var content = Files.newInputStream(file)) {
            return keep(content, Optional.empty());
        } catch (IOException problem) {
            throw unreadable(file, problem);
        }
    }

    private Kept keep(InputStream content, Optional<String> announced) {
        Path part = temporary.resolve("artifact-" + counter.incrementAndGet());
        try {
            try {
                Kept kept = write(content, part);
                announced.filter(sha256 -> !sha256.equals(kept.sha256())).ifPresent(sha256 -> {
                    throw SlipwayException.usage(
                            "ARTIFACT-OTHER",
                            "the content is not the announced one: its SHA-256 is " + kept.sha256(),
                            "artifact " + sha256,
                            "send the whole file again, unchanged");
                });
                settle(part, kept.sha256());
                return kept;
            } finally {
                Durable.delete(part);
            }
        } catch (IOException problem) {
            throw unwritable(part, problem);
        }
    }

    private Kept write(InputStream content, Path part) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var digest = Sha256.digest();
            long size = new DigestInputStream(content, digest).transferTo(Channels.newOutputStream(channel));
            witness.reached(Step.ARTIFACT_WRITTEN);
            channel.force(true);
            witness.reached(Step.ARTIFACT_SYNCED);
            return new Kept(Sha256.text(digest.digest()), size);
        }
    }

    private void settle(Path part, String sha256) throws IOException {
        Path place = place(sha256);
        Durable.createFolder(parent(place));
        if (isWhole(place, sha256)) {
            // Somebody may have given it its name a moment ago and not synced that yet.
            Durable.syncFolder(parent(place));
        } else {
            // Also where a damaged copy stands: we have the true bytes in hand.
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            witness.reached(Step.ARTIFACT_RENAMED);
            Durable.syncFolder(parent(place));
        }
    }

    private static boolean isWhole(Path place, String sha256) throws IOException {
        if (!Files.isRegularFile(place)) {
            return false;
        }
        try (var content = Files.newInputStream(place)) {
            return hash(content, OutputStream.nullOutputStream()).equals(sha256);
        }
    }

    private void copy(String sha256, Path target) throws IOException {
        Path file = existing(sha256);
        try (var content = Files.newInputStream(file);
                var channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            verify(sha256, file, content, Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static void verify(String sha256, Path file, InputStream content, OutputStream copy) throws IOException {
        String found = hash(content, copy);
        if (!found.equals(sha256)) {
            throw SlipwayException.failed(
                    "ARTIFACT-DAMAGED",
                    "the artifact holds other bytes than were put there: their SHA-256 is " + found,
                    file.toString(),
                    "put this file back from a backup, or store the same content again, which mends it");
        }
    }

    private static String hash(InputStream content, OutputStream copy) throws IOException {
        var digest = Sha256.digest();
        new DigestInputStream(content, digest).transferTo(copy);
        return Sha256.text(digest.digest());
    }

    private Path existing(String sha256) {
        Path file = place(sha256);
        if (!Files.isRegularFile(file)) {
            throw SlipwayException.missing(
                    "ARTIFACT-MISSING",
                    "there is no artifact " + sha256,
                    file.toString(),
                    "put this file back from a backup of the state folder, or store the content again");
        }
        return file;
    }

    private Path place(String sha256) {
        requireSha256(sha256);
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private Path beside(Path target) throws IOException {
        Path part = target.toAbsolutePath()
                .resolveSibling(".%s.part-%d-%d"
                        .formatted(target.getFileName(), ProcessHandle.current().pid(), counter.incrementAndGet()));
        Durable.delete(part);
        return part;
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a file lies in a folder");
    }

    static SlipwayException unreadable(Path file, IOException problem) {
        return failed(
                "ARTIFACT-READ",
                "cannot read: " + problem,
                file,
                "check that the file exists and that you may read it");
    }

    private static SlipwayException unwritable(Path file, IOException problem) {
        return failed(
                "ARTIFACT-WRITE",
                "cannot write: " + problem,
                file,
                "free space on the disk or make the folder writable, then run the command again");
    }

    private static SlipwayException failed(String code, String what, Path where, String fix) {
        return new SlipwayException(SlipwayException.Kind.FAILED, new Problem(code, what, where.toString(), fix));
    }
}
