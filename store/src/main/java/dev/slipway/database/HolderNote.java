package dev.slipway.database;

import dev.slipway.document.Json;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file beside the lock that says who holds it; beside, because some systems do not let others read a locked file. It is
 * readable by its owner only, and always whole.
 */
record HolderNote(Path folder) {
    Holder read() {
        try {
            return Json.read(file().toString(), Files.readString(file()), Holder.class);
        } catch (IOException | SlipwayException unreadable) {
            return Holder.UNKNOWN;
        }
    }

    void write(Holder holder) throws IOException {
        Path fresh = folder.resolve("holder.json.new");
        Files.deleteIfExists(fresh);
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Private from its first byte: a file made private later could be opened in between.
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(fresh);
        }
        Files.writeString(fresh, Json.write(holder), StandardCharsets.UTF_8);
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    void remove() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return folder.resolve("holder.json");
    }
}
