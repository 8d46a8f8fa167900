package dev.slipway.habits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the project this test was compiled from. */
record Checkout(Path root) {
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    /** From the build's own property; in an editor, the nearest folder above that holds {@code .mvn}. */
    static Checkout here() {
        String told = System.getProperty("slipway.root");
        if (told != null) {
            return new Checkout(Path.of(told));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new IllegalStateException("no folder with .mvn above the working folder"));
    }

    /** Names of the Maven modules, in the order of the root pom. */
    List<String> modules() {
        return MODULE.matcher(read(root.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Every Java file under one source folder of a module, {@code "main"} or {@code "test"}. */
    List<Path> java(String module, String sources) {
        return files(root.resolve(module).resolve("src").resolve(sources).resolve("java"), ".java");
    }

    /** The Markdown that people read: at the root and in docs. */
    List<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "UPGRADE.md")
                                .map(root::resolve)
                                .filter(Files::exists),
                        files(root.resolve("docs"), ".md").stream())
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
