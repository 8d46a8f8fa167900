package dev.slipway.cli;

import dev.slipway.page.PortraitPage;
import dev.slipway.portrait.PortraitJson;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.NewFile;
import dev.slipway.workflow.ProfileData;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            "  slipway profile titanic.csv --target Survived --html titanic.html"
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

    @Option(names = "--json", description = "Everything as JSON.")
    private boolean json;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "List this many of the frequent values of a column (default: ${DEFAULT-VALUE}).")
    private int top;

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
        var page = html.map(out -> new NewFile(world.folder().resolve(out)));
        page.ifPresent(out -> out.refuseExisting(force));
        try (var engine = ProgressLine.engine(world, spec.commandLine().getErr())) {
            var portrait = new ProfileData(engine)
                    .portrait(
                            options.source(world.folder().resolve(file)),
                            file.toString(),
                            new ProfileData.Question(target, top));
            var out = spec.commandLine().getOut();
            page.ifPresent(written -> written.write(PortraitPage.of(portrait), force));
            if (json) {
                out.print(PortraitJson.of(portrait));
            } else {
                new ProfileScreen(out, showsBlocks()).show(portrait);
                html.ifPresent(written -> out.println("wrote " + written));
            }
            out.flush();
            return 0;
        }
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
