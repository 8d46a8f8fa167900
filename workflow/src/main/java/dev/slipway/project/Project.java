package dev.slipway.project;

import dev.slipway.document.Document;
import dev.slipway.evaluation.Value;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.ManySources;
import dev.slipway.source.Source;
import dev.slipway.source.TableParser;
import dev.slipway.transform.Transformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A project: its purpose, its data, what is tried, and what a model must show before it may serve.
 *
 * @param folder where {@code slipway.yaml} stands; paths in it are relative to here
 * @param parsers that can be named where a file is
 * @param sources what one value of a column costs where it comes from, in the unit of the price; other columns cost nothing
 * @param slices columns, and conditions, on whose parts a model is measured for itself
 * @param gates as they were written; {@code dev.slipway.gate} gives them their meaning
 */
public record Project(
        Path folder,
        String name,
        Purpose purpose,
        Data data,
        Parsers parsers,
        List<Transformer<?>> features,
        List<CandidateSpec> candidates,
        Effort effort,
        SortedMap<String, Double> sources,
        Optional<Value> value,
        List<String> slices,
        List<String> gates) {
    public static final String FILE = "slipway.yaml";
    public static final String CONTRACT = "contract.yaml";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public Project {
        features = List.copyOf(features);
        candidates = List.copyOf(candidates);
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        slices = List.copyOf(slices);
        gates = List.copyOf(gates);
    }

    /** As {@link #read(Path, Plugins)}, without plugins. */
    public static Project read(Path path) {
        return read(path, Plugins.NONE);
    }

    /**
     * Reads the project file.
     *
     * @param path the file, or the folder it stands in
     * @param plugins parsers and steps from elsewhere
     */
    public static Project read(Path path, Plugins plugins) {
        var file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        if (!Files.exists(file)) {
            throw SlipwayException.missing(
                    "PROJECT-MISSING",
                    "there is no " + FILE + " here",
                    path.toAbsolutePath().normalize().toString(),
                    "go to the project's folder, name it with --project, or make one: slipway new DIR --data FILE");
        }
        var folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        return Document.yaml(file)
                .read(root -> new ProjectReader(folder, plugins.steps()).read(root))
                .with(plugins.parsers());
    }

    /** Whether a project or a deployment can be called so: the name becomes part of a URL. */
    public static boolean canName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The data, each file through its parser. */
    public Source source() {
        var parts = data.train().stream()
                .map(file ->
                        parsers.read(Source.of(file.file(), file.format()), file.parser(), FILE + ", 'data.train'"))
                .toList();
        return parts.size() == 1 ? parts.get(0) : new ManySources(parts);
    }

    /** This project, with parsers from elsewhere too. */
    private Project with(List<? extends TableParser> more) {
        return new Project(
                folder,
                name,
                purpose,
                data,
                parsers.with(more),
                features,
                candidates,
                effort,
                sources,
                value,
                slices,
                gates);
    }

    /** What the data must be: written by {@code slipway new}, kept by people. */
    public Path contract() {
        return folder.resolve(CONTRACT);
    }
}
