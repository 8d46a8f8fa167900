package dev.slipway.artifact;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The plain files of a folder and of those in it, in order. */
final class FolderFiles {
    private FolderFiles() {}

    static List<Path> of(Path folder) {
        try (var walk = Files.walk(folder)) {
            var files = walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            for (Path file : files) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw SlipwayException.usage(
                            "ARTIFACT-LINK",
                            "only plain files can be kept, and this is a link or a device",
                            file.toString(),
                            "replace it by a copy of the file it stands for");
                }
            }
            return files;
        } catch (IOException problem) {
            throw Artifacts.unreadable(folder, problem);
        }
    }

    /** A name of ours beside the target, on the same file system; what a killed process of the same id left is removed. */

    /** The file's path in the folder, with forward slashes. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
