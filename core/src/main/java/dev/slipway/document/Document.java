package dev.slipway.document;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A YAML or JSON document as a tree of {@link Node}s.
 *
 * <pre>{@code
 * Contract contract = Document.yaml("contract.yaml", text).read(root -> {
 *     root.allowOnly("name", "columns");
 *     return new Contract(root.text("name"), columns(root.list("columns")));
 * });
 * }</pre>
 */
public final class Document {
    private final Node root;
    private final Problems problems;

    Document(Node root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** YAML 1.2 (core schema): one document, no aliases, no tags, no key twice, at most 50 deep and 1 MiB long. */
    public static Document yaml(String name, String text) {
        return YamlReader.read(name, text);
    }

    /** The YAML in a file, which must be UTF-8. */
    public static Document yaml(Path file) {
        String name = file.toString();
        return yaml(name, Utf8.text(name, "YAML", bytes(file, YamlReader.LONGEST)));
    }

    /** Strict JSON (RFC 8259) in UTF-8: see {@link Json}. */
    public static Document json(String name, byte[] utf8) {
        return JsonReader.read(name, utf8);
    }

    /** The JSON in a file. */
    public static Document json(Path file) {
        return json(file.toString(), bytes(file, Integer.MAX_VALUE - 8));
    }

    public Node root() {
        return root;
    }

    public Problems problems() {
        return problems;
    }

    /**
     * What the reader makes of the root, which must be a mapping; throws every problem that was met on the way, so nothing
     * built from a stand-in ever leaves.
     */
    public <T> T read(Function<Mapping, T> reader) {
        T result;
        try {
            result = reader.apply(root.mapping());
        } catch (SlipwayException e) {
            e.problems().forEach(problems::add);
            throw e.kind() == SlipwayException.Kind.USAGE ? problems.exception() : e;
        } catch (RuntimeException e) {
            // Constructors may refuse a stand-in; then the problems already say what is wrong. Else it is a bug: let it
            // pass.
            if (problems.isEmpty()) {
                throw e;
            }
            SlipwayException all = problems.exception();
            all.addSuppressed(e);
            throw all;
        }
        problems.throwIfAny();
        return result;
    }

    private static byte[] bytes(Path file, int longest) {
        if (Files.isDirectory(file)) {
            throw SlipwayException.usage(
                    "FILE-FOLDER",
                    "this is a folder, not a file",
                    file.toString(),
                    "name a file, or move the folder away");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw SlipwayException.usage(
                        "YAML-TOO-LARGE",
                        "longer than %d bytes".formatted(longest),
                        file.toString(),
                        "keep data out of this file, or split it");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new SlipwayException(
                    SlipwayException.Kind.MISSING,
                    new Problem("FILE-MISSING", "there is no such file", file.toString(), "check the path"),
                    e);
        } catch (IOException e) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem(
                            "FILE-UNREADABLE",
                            String.valueOf(e),
                            file.toString(),
                            "check the file and its permissions"),
                    e);
        }
    }
}
