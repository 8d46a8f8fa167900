package dev.slipway.artifact;

import dev.slipway.document.Sha256;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The files of a folder, by path: what each holds is an artifact. Ordered by path; no path twice, none inside another. */
public record Manifest(List<Entry> files) {
    private static final int LONGEST_PATH = 255;

    public Manifest {
        files = files.stream().sorted(Comparator.comparing(Entry::path)).toList();
        var paths = new HashSet<String>();
        for (Entry file : files) {
            if (!paths.add(file.path())) {
                throw refused(file.path(), "stands twice");
            }
        }
        for (Entry file : files) {
            for (int slash = file.path().indexOf('/');
                    slash > 0;
                    slash = file.path().indexOf('/', slash + 1)) {
                if (paths.contains(file.path().substring(0, slash))) {
                    throw refused(file.path(), "lies inside a file");
                }
            }
        }
    }

    /** What is in a folder now; keeps nothing. */
    public static Manifest of(Path folder) {
        return new Manifest(FolderFiles.of(folder).stream()
                .map(file -> entry(FolderFiles.name(folder, file), file))
                .toList());
    }

    private static Entry entry(String path, Path file) {
        try (var content = Files.newInputStream(file)) {
            return new Entry(path, Sha256.of(content), Files.size(file));
        } catch (IOException problem) {
            throw Artifacts.unreadable(file, problem);
        }
    }

    /** The file of this path. */
    public Optional<Entry> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** Bytes of all files. */
    public long size() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** One file: a relative path with forward slashes, the SHA-256 of its content, its bytes. */
    public record Entry(String path, String sha256, long size) {
        public Entry {
            flaw(path).ifPresent(flaw -> {
                throw refused(path, flaw);
            });
            Artifacts.requireSha256(sha256);
            if (size < 0) {
                throw refused(path, "has size " + size);
            }
        }
    }

    private static Optional<String> flaw(String path) {
        if (path.isEmpty()) {
            return Optional.of("is empty");
        }
        if (path.length() > LONGEST_PATH) {
            return Optional.of("has %d characters, more than %d".formatted(path.length(), LONGEST_PATH));
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("has a control character");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("has a backslash");
        }
        if (path.matches("[A-Za-z]:.*")) {
            return Optional.of("begins with a drive");
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("is not a plain relative path");
            }
        }
        return Optional.empty();
    }

    private static SlipwayException refused(String path, String flaw) {
        return SlipwayException.usage(
                "ARTIFACT-PATH",
                "the path '%s' %s".formatted(path, flaw),
                "the list of files",
                "use relative paths such as 'data/profile.json', each once, at most " + LONGEST_PATH + " characters");
    }
}
