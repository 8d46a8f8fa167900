package dev.slipway.cli;

import dev.slipway.problem.Printable;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.Sink;
import dev.slipway.source.Unreadable;
import dev.slipway.table.Misread;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.ParseFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway parse}. */
@Command(
        name = "parse",
        description =
                "Shows what a parser makes of a raw file: the first rows before and after, and every cell it cannot read.",
        footer = {
            "",
            "Examples:",
            "  slipway parse hamburg.csv --parser hamburg",
            "  slipway parse hamburg.csv --parser hamburg --show 0 --all --out shared.csv"
        })
final class ParseCommand extends ProjectCommand {
    private static final int CELLS = 20;

    @Parameters(paramLabel = "FILE", description = "The raw file.")
    private Path file;

    @Option(
            names = "--parser",
            paramLabel = "NAME",
            required = true,
            description = "The parser, of slipway.yaml or SLIPWAY_PLUGINS.")
    private String parser;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the parsed rows here, as CSV.")
    private Optional<Path> saved;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many of the first rows to show (default: ${DEFAULT-VALUE}).")
    private int show;

    @Option(names = "--all", description = "Name every cell that cannot be read, not the first 20.")
    private boolean all;

    @Mixin
    private SourceOptions options = new SourceOptions();

    ParseCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        if (show < 0) {
            throw SlipwayException.usage(
                    "PARSE-SHOW", "cannot show %d rows".formatted(show), "--show", "say 0 or more");
        }
        var named = project().parsers().named(parser, "--parser");
        var source = new ParsedSource(options.source(world(), path(file)), named);
        var answer = saved.isPresent() ? toFile(source, path(saved.get())) : run(source, Optional.empty());
        answer.first().forEach(this::show);
        out().println("%d rows, %d cells that '%s' cannot read, %d records that are no rows"
                .formatted(answer.rows(), answer.cells(), parser, answer.unreadable()));
        out().flush();
        return answer.complete() ? YES : NO;
    }

    private ParseFile.Answer toFile(ParsedSource source, Path target) {
        if (target.toAbsolutePath().equals(path(file).toAbsolutePath())) {
            throw SlipwayException.usage(
                    "PARSE-OUT", "the parsed rows would replace the raw ones", "--out", "name another file");
        }
        try (var sink = new CsvSink(target, CsvFormat.COMMA)) {
            return run(source, Optional.of(sink));
        }
    }

    private ParseFile.Answer run(ParsedSource source, Optional<Sink> sink) {
        var names = new Named();
        var answer = ParseFile.run(source, sink, show, names);
        names.rest();
        return answer;
    }

    /** Names what cannot be read as it is met. */
    private final class Named implements ParseFile.Watcher {
        private long met;

        @Override
        public void misread(String where, Misread cell) {
            tell("%s, column '%s': '%s'%n    %s".formatted(where, cell.column(), cell.value(), cell.reason()));
        }

        @Override
        public void unreadable(Unreadable record) {
            tell(record.problem().toString());
        }

        private void tell(String what) {
            if (all || met < CELLS) {
                what.lines().map(Printable::of).forEach(out()::println);
            }
            met++;
        }

        void rest() {
            if (!all && met > CELLS) {
                out().println("… and %d more; name them with --all".formatted(met - CELLS));
            }
            if (met > 0) {
                out().println();
            }
        }
    }

    private void show(ParseFile.Row row) {
        out().println(row.where());
        var grid = new Grid("raw column", "written", "", "column", "parsed");
        for (var cell : row.cells()) {
            grid.add(List.of(
                    cell.rawColumn(),
                    cell.raw(),
                    "→",
                    cell.column().isEmpty() ? "(dropped)" : cell.column(),
                    cell.parsed()));
        }
        grid.print(out());
        out().println();
    }
}
