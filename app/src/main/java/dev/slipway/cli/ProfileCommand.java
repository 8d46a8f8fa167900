package dev.slipway.cli;

import dev.slipway.page.ContrastPage;
import dev.slipway.page.PortraitPage;
import dev.slipway.portrait.ContrastJson;
import dev.slipway.portrait.PortraitJson;
import dev.slipway.portrait.Portraits;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.NewFile;
import dev.slipway.workflow.ProfileData;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway profile}: what is in the data. */
@Command(
        name = "profile",
        description = "Says what is in the data: column by column, and what the columns say together.",
        footer = {
            "",
            "Examples:",
            "  slipway profile titanic.csv --target Survived",
            "  slipway profile titanic.csv --target Survived --html titanic.html",
            "  slipway profile june.csv --against may.csv"
        })
final class ProfileCommand implements Callable<Integer> {
    private final Surroundings world;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The data.")
    private Path file;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column that is to be predicted.")
    private Optional<String> target;

    @Option(names = "--html", paramLabel = "OUT", description = "Write a page with charts here: one file, no network.")
    private Optional<Path> html;

    @Option(
            names = "--store",
            paramLabel = "OUT",
            description = "Keep the profile here: a contract's distributions compare with it, --append lets it grow.")
    private Optional<Path> stored;

    @Option(names = "--json", description = "Everything as JSON.")
    private boolean json;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "List this many of the frequent values of a column (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--against", paramLabel = "OTHER", description = "Say how FILE differs from this earlier data.")
    private Optional<Path> against;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            description = "Show this many example rows, the same every time.")
    private int samples;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Let the values of this column take turns among the example rows.")
    private Optional<String> by;

    @Option(names = "--force", description = "Overwrite the file that is there.")
    private boolean force;

    ProfileCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        if (top < 1 || top > 1_000) {
            throw new ParameterException(spec.commandLine(), "--top must be from 1 to 1000, not " + top);
        }
        if (samples < 0 || samples > 1_000) {
            throw new ParameterException(spec.commandLine(), "--sample must be from 0 to 1000, not " + samples);
        }
        if (by.isPresent() && samples == 0) {
            throw new ParameterException(
                    spec.commandLine(), "--by says how to draw rows: say how many with --sample N");
        }
        if (against.isPresent() && (target.isPresent() || samples > 0 || stored.isPresent())) {
            throw new ParameterException(
                    spec.commandLine(), "--against compares two files, and knows no --target, --sample and --store");
        }
        html.ifPresent(written -> new NewFile(world.folder().resolve(written)).refuseExisting(force));
        stored.ifPresent(written -> new NewFile(world.folder().resolve(written)).refuseExisting(force));
        try (var engine = ProgressLine.engine(world, spec.commandLine().getErr())) {
            var profiling = new ProfileData(engine);
            var source = options.source(world, world.folder().resolve(file));
            if (against.isPresent()) {
                var other = options.source(world, world.folder().resolve(against.get()));
                var contrast = profiling.contrast(source, other);
                return shown(
                        () -> ContrastPage.of(contrast),
                        () -> ContrastJson.of(contrast),
                        out -> new ContrastScreen(out, showsBlocks()).show(contrast));
            }
            stored.ifPresent(written ->
                    profiling.store(source, new NewFile(world.folder().resolve(written)), force));
            var portrait = profiling.portrait(source, file.toString(), new Portraits.Wish(target, top, samples, by));
            return shown(
                    () -> PortraitPage.of(portrait),
                    () -> PortraitJson.of(portrait),
                    out -> new ProfileScreen(out, showsBlocks()).show(portrait));
        }
    }

    private int shown(Supplier<String> page, Supplier<String> text, Consumer<PrintWriter> screen) {
        var out = spec.commandLine().getOut();
        html.ifPresent(written -> new NewFile(world.folder().resolve(written)).write(page.get(), force));
        if (json) {
            out.print(text.get());
        } else {
            screen.accept(out);
            html.ifPresent(written -> out.println("wrote " + written));
        }
        out.flush();
        return 0;
    }

    /** What POSIX says about the screen; where it says nothing, screens of today know Unicode. */
    private boolean showsBlocks() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .flatMap(name -> world.variable(name).stream())
                .findFirst()
                .map(locale -> locale.toLowerCase(Locale.ROOT).contains("utf"))
                .orElse(true);
    }
}
