package dev.slipway.cli;

import dev.slipway.engine.Engine;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.source.Source;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.ChooseModel;
import dev.slipway.workflow.ExplainErrors;
import dev.slipway.workflow.ExplainFlips;
import dev.slipway.workflow.ExplainModel;
import dev.slipway.workflow.ExplainRow;
import dev.slipway.workflow.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway explain}. */
@Command(
        name = "explain",
        description =
                "Says why a model answers as it does: in general, for one row, where it is wrong, and against another.",
        footer = {
            "",
            "Examples:",
            "  slipway explain",
            "  slipway explain 2 --row 17 --data new.csv",
            "  slipway explain --record '{\"age\": 52, \"cabin\": \"inside\"}'",
            "  slipway explain --errors --data labelled.csv",
            "  slipway explain 1 --against 2"
        })
final class ExplainCommand extends ProjectCommand {
    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "A version's number, a model's name, NAME:NUMBER, or a run (default: the newest version).")
    private Optional<String> model;

    @Option(names = "--run", paramLabel = "RUN", description = "The model of this run, as 'slipway compare' lists it.")
    private Optional<String> run;

    @Option(names = "--data", paramLabel = "FILE", description = "The rows to look at (default: the training data).")
    private Optional<Path> data;

    @Option(names = "--row", paramLabel = "N", description = "Explain this row of the data, from 1.")
    private Optional<Long> row;

    @Option(
            names = "--record",
            paramLabel = "JSON",
            description = "Explain this record, written as a request sends it.")
    private Optional<String> record;

    @Option(names = "--errors", description = "What the rows have in common that the model is most wrong about.")
    private boolean errors;

    @Option(names = "--against", paramLabel = "MODEL", description = "Which rows this model answers otherwise.")
    private Optional<String> against;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Mixin
    private ParserOption parser = new ParserOption();

    @Option(names = "--json", description = "The explanation as JSON.")
    private boolean json;

    ExplainCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        refuseTwoQuestions();
        var project = project();
        var question = new ChooseModel.Question(project.name(), model, run);
        var source = data.map(file -> parser.read(options.source(world(), path(file)), this::project));
        try (var place = place();
                var engine = ProgressLine.engine(world(), err())) {
            if (row.isPresent() || record.isPresent()) {
                show(row(place, engine, project, question, source));
            } else if (errors) {
                show(new ExplainErrors(place, engine).run(project, question, source));
            } else if (against.isPresent()) {
                var other = new ChooseModel.Question(project.name(), against, Optional.empty());
                show(new ExplainFlips(place, engine).run(project, question, other, source));
            } else {
                show(new ExplainModel(place, engine).run(project, question, source));
            }
            return YES;
        }
    }

    private void refuseTwoQuestions() {
        long asked = Stream.of(row.isPresent(), record.isPresent(), errors, against.isPresent())
                .filter(each -> each)
                .count();
        if (asked > 1) {
            throw SlipwayException.usage(
                    "EXPLAIN-TWICE",
                    "that is more than one question",
                    "--row, --record, --errors, --against",
                    "ask one at a time");
        }
        if (model.isPresent() && run.isPresent()) {
            throw SlipwayException.usage(
                    "NOMINEE-TWICE",
                    "%s and run %s are two models".formatted(model.get(), run.get()),
                    "MODEL and --run",
                    "name one of them");
        }
    }

    private ExplainRow.Answer row(
            Place place, Engine engine, Project project, ChooseModel.Question question, Optional<Source> source) {
        var explain = new ExplainRow(place, engine);
        return record.isPresent()
                ? explain.ofRecord(project, question, record.get().getBytes(StandardCharsets.UTF_8))
                : explain.ofFile(project, question, source.orElseGet(project::source), row.orElseThrow());
    }

    private void show(ExplainModel.Answer answer) {
        if (json) {
            json(answer);
        } else {
            ModelScreen.print(out(), answer);
        }
    }

    private void show(ExplainRow.Answer answer) {
        if (json) {
            json(answer);
        } else {
            RowScreen.print(out(), answer);
        }
    }

    private void show(ExplainErrors.Answer answer) {
        if (json) {
            json(answer);
        } else {
            GroupsScreen.print(out(), answer);
        }
    }

    private void show(ExplainFlips.Answer answer) {
        if (json) {
            json(answer);
        } else {
            GroupsScreen.print(out(), answer);
        }
    }
}
