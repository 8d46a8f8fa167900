package dev.slipway.project;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.TableParser;
import dev.slipway.transform.OwnStep;
import dev.slipway.transform.OwnSteps;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Parsers and steps in Java, from the jars of a folder that somebody named. Code comes from nowhere else: not from the folder
 * of the data, and not from the project's, which may have been cloned from anywhere.
 *
 * @param parsers in the order of the jars
 * @param steps for {@code features}, and for the models that were trained with them
 */
public record Plugins(List<TableParser> parsers, OwnSteps steps) {
    /** Where nobody named a folder. */
    public static final Plugins NONE = new Plugins(List.of(), OwnSteps.NONE);

    public Plugins {
        parsers = List.copyOf(parsers);
    }

    /**
     * Every {@link TableParser} and {@link OwnStep} that a jar in the folder offers under {@code META-INF/services}; their
     * classes stay loaded.
     *
     * @throws SlipwayException where there is no such folder, no jar in it, or one of them cannot be made
     */
    public static Plugins in(Path folder) {
        var jars = jars(folder);
        var loader = new URLClassLoader(jars.toArray(URL[]::new), TableParser.class.getClassLoader());
        try {
            var parsers = new ArrayList<TableParser>();
            for (var parser : ServiceLoader.load(TableParser.class, loader)) {
                if (parser.name().isBlank()) {
                    throw failed(folder, parser.getClass().getName() + " has no name", new IllegalStateException());
                }
                parsers.add(parser);
            }
            var steps = new ArrayList<OwnStep>();
            ServiceLoader.load(OwnStep.class, loader).forEach(steps::add);
            return new Plugins(parsers, OwnSteps.of(steps, FeatureReader.words()));
        } catch (ServiceConfigurationError | RuntimeException | LinkageError failure) {
            throw failure instanceof SlipwayException said ? said : failed(folder, failure.toString(), failure);
        }
    }

    private static List<URL> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw SlipwayException.missing(
                    "PLUGINS-MISSING",
                    "there is no folder '%s'".formatted(folder),
                    "SLIPWAY_PLUGINS",
                    "name the folder with the jars of your parsers and steps, or unset SLIPWAY_PLUGINS");
        }
        try (var files = Files.list(folder)) {
            var urls = new ArrayList<URL>();
            for (var jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                urls.add(url(jar));
            }
            return urls;
        } catch (IOException failure) {
            throw failed(folder, failure.toString(), failure);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    private static SlipwayException failed(Path folder, String what, Throwable cause) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "PLUGINS-FAILED",
                        "a parser or step in Java cannot be used: " + what,
                        folder.toString(),
                        "tell whoever made the jar, or take it out of the folder"),
                cause);
    }
}
