package dev.slipway.workflow;

import dev.slipway.document.Sha256;
import dev.slipway.parser.Parser;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.DataFile;
import dev.slipway.project.Project;
import dev.slipway.source.ManySources;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a training came from: the very bytes it read, and the machine it ran on. */
final class Provenance {
    /** The tag of the very bytes that were learned from. */
    static final String DATA = "data.sha256";

    /** The tag of the contract that the data kept. */
    static final String CONTRACT = "contract.sha256";

    private Provenance() {}

    static SortedMap<String, String> of(Project project) {
        var tags = new TreeMap<String, String>();
        var files = project.data().train();
        tags.put(
                "data.file",
                files.stream()
                        .map(file -> String.valueOf(file.file().getFileName()))
                        .collect(Collectors.joining(", ")));
        tags.put(DATA, files.stream().map(Provenance::sha256).collect(Collectors.joining(", ")));
        files.stream()
                .flatMap(file -> file.parser().stream())
                .distinct()
                .forEach(name -> tags.put("parser." + name, parser(project, name)));
        tags.put(CONTRACT, sha256(project.contract()));
        tags.put("project.sha256", sha256Of(project));
        project.data().target().ifPresent(target -> tags.put("target", target));
        tags.put("seed", Long.toString(project.data().seed()));
        tags.put("java", Runtime.version().toString());
        tags.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        tags.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return tags;
    }

    /** What a project says that decides what can be tried and how it is judged. */
    private static String sha256Of(Project project) {
        var said = List.of(
                project.features(),
                project.candidates(),
                project.value(),
                project.data().split());
        return Sha256.of(said.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What a parser described in the project says, under its hash; for one in Java, its class. */
    private static String parser(Project project, String name) {
        var parser = project.parsers().named(name, Project.FILE);
        return parser instanceof Parser described
                ? Sha256.of(described.toString().getBytes(StandardCharsets.UTF_8))
                : parser.getClass().getName();
    }

    /** Of a folder or a pattern: the hash of the hashes of its files, in their order. */
    private static String sha256(DataFile data) {
        if (Files.isRegularFile(data.file())) {
            return sha256(data.file());
        }
        var hashes = files(Source.of(data.file(), data.format()))
                .map(Provenance::sha256)
                .collect(Collectors.joining("\n"));
        return Sha256.of(hashes.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Path> files(Source source) {
        if (source instanceof ManySources many) {
            return many.parts().stream().flatMap(Provenance::files);
        }
        return source instanceof ParsedSource parsed ? files(parsed.raw()) : Stream.of(Path.of(source.name()));
    }

    private static String sha256(Path file) {
        try (var content = Files.newInputStream(file)) {
            return Sha256.of(content);
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem("FILE-UNREADABLE", "cannot read: " + failure, file.toString(), "check the file"),
                    failure);
        }
    }
}
