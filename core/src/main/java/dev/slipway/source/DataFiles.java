package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * The data files of a folder or of a pattern such as {@code data/*.csv}, in the order of their names; what is hidden (a name
 * that begins with a dot or an underscore) is none of them. Folders called {@code key=value} below the folder that was named
 * add a column each.
 */
final class DataFiles {
    private static final Pattern SIGNS = Pattern.compile("[*?\\[{]");
    private static final Pattern PARTITION = Pattern.compile("([^=]+)=(.*)");
    private static final int MOST = 100_000;

    private final Path given;
    private final Dialect dialect;

    private DataFiles(Path given, Dialect dialect) {
        this.given = given;
        this.dialect = dialect;
    }

    /** Whether this is no file but stands for several. */
    static boolean areMeant(Path given) {
        return Files.isDirectory(given)
                || (!Files.exists(given) && SIGNS.matcher(given.toString()).find());
    }

    /** @throws SlipwayException where there is no such file */
    static Source of(Path given, Dialect dialect) {
        var files = new DataFiles(given, dialect);
        return Files.isDirectory(given) ? files.inFolder() : files.ofPattern();
    }

    private Source inFolder() {
        return together(given, files(given, file -> true));
    }

    /** Walks from the last folder before the first part with a sign in it. */
    private Source ofPattern() {
        var parts = new ArrayList<String>();
        given.forEach(part -> parts.add(part.toString()));
        int plain = 0;
        while (plain < parts.size() && !SIGNS.matcher(parts.get(plain)).find()) {
            plain++;
        }
        var folder = given.isAbsolute() ? given.getRoot() : Path.of("");
        for (var part : parts.subList(0, plain)) {
            folder = folder.resolve(part);
        }
        if (!Files.isDirectory(folder)) {
            throw none();
        }
        var pattern = String.join("/", parts.subList(plain, parts.size()));
        var start = folder;
        var matcher = matcher(pattern);
        var found = files(folder, file -> matcher.matches(Path.of(relative(start, file))));
        return together(folder, found);
    }

    private PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException | InvalidPathException e) {
            throw SlipwayException.usage(
                    "SOURCE-PATTERN",
                    "this is no pattern of file names: " + e.getMessage(),
                    given.toString(),
                    "write one such as data/*.csv or data/**/*.parquet");
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private List<Path> files(Path folder, Predicate<Path> wanted) {
        var byName = new TreeMap<String, Path>();
        try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            walk.filter(file -> !hidden(folder, file))
                    .filter(Files::isRegularFile)
                    .filter(wanted)
                    .limit(MOST + 1L)
                    .forEach(file -> byName.put(relative(folder, file), file));
        } catch (IOException | UncheckedIOException e) {
            throw SlipwayException.failed(
                    "SOURCE-READ",
                    "the folder could not be read: " + e.getMessage(),
                    folder.toString(),
                    "check that you may read it, and that no link in it leads back to it");
        }
        if (byName.size() > MOST) {
            throw SlipwayException.usage(
                    "SOURCE-MANY",
                    "there are more than %,d files".formatted(MOST),
                    given.toString(),
                    "name a part of them");
        }
        return List.copyOf(byName.values());
    }

    private static boolean hidden(Path folder, Path file) {
        for (var part : folder.relativize(file)) {
            var name = part.toString();
            if (name.startsWith(".") || name.startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private Source together(Path folder, List<Path> files) {
        if (files.isEmpty()) {
            throw none();
        }
        List<Source> parts = files.stream()
                .map(file -> {
                    var source = FileFormat.of(file).source(file, dialect);
                    var partition = partition(folder, file);
                    return partition.isEmpty() ? source : new ParsedSource(source, new Partition(partition));
                })
                .collect(Collectors.toUnmodifiableList());
        return parts.size() == 1 ? parts.get(0) : new ManySources(parts);
    }

    private Map<String, String> partition(Path folder, Path file) {
        var columns = new LinkedHashMap<String, String>();
        var below = folder.relativize(file);
        for (int i = 0; i < below.getNameCount() - 1; i++) {
            var matcher = PARTITION.matcher(below.getName(i).toString());
            if (matcher.matches()) {
                columns.put(matcher.group(1), Partition.decoded(matcher.group(2)));
            }
        }
        return columns;
    }

    private SlipwayException none() {
        if (Files.isDirectory(given)) {
            return SlipwayException.usage(
                    "SOURCE-FOLDER",
                    "this is a folder without a data file in it",
                    given.toString(),
                    "name one file, or a folder with data files; what begins with a dot or an underscore is none");
        }
        return SlipwayException.missing(
                "SOURCE-MISSING",
                "there is no data file '%s'".formatted(given),
                given.toAbsolutePath().toString(),
                "check the path; files whose names begin with a dot or an underscore are not read");
    }
}
