package dev.slipway.cli;

import dev.slipway.local.Sinks;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Source;
import dev.slipway.wiring.Surroundings;
import dev.slipway.workflow.FindModel;
import dev.slipway.workflow.PredictFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway predict}. */
@Command(
        name = "predict",
        description = "Answers every row of a file with the model that serves; the same bits as over HTTP.",
        footer = {
            "",
            "Examples:",
            "  slipway predict new.csv --out answers.csv",
            "  slipway predict hamburg.csv --parser hamburg",
            "  slipway predict new.csv --on-bad skip --model-version 2"
        })
final class PredictCommand extends ProjectCommand {
    private enum OnBad {
        REFUSE,
        SKIP
    }

    @Parameters(paramLabel = "FILE", description = "The rows to answer.")
    private Path file;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write a CSV, .parquet or .jsonl file (default: show the answers).")
    private Optional<Path> saved;

    @Option(
            names = "--model-version",
            paramLabel = "N",
            description = "This version of the model (default: the one that serves).")
    private Optional<Integer> version;

    @Option(
            names = "--on-bad",
            paramLabel = "HOW",
            defaultValue = "refuse",
            description = "Rows that break the contract: refuse (nothing is written) or skip (default: refuse).")
    private OnBad onBad;

    @Mixin
    private ParserOption parser = new ParserOption();

    @Mixin
    private DeploymentOption deployment = new DeploymentOption();

    PredictCommand(Surroundings world) {
        super(world);
    }

    @Override
    public Integer call() {
        var source = parser.read(options.source(world(), path(file)), this::project);
        var name = deployment.name(this);
        var question = new FindModel.Question(name, name, version);
        try (var place = place();
                var engine = ProgressLine.engine(world(), err())) {
            var predict = new PredictFile(place, engine);
            var answer = saved.isPresent()
                    ? toFile(predict, question, source, path(saved.get()))
                    : predict.print(question, source, out(), onBad == OnBad.SKIP);
            answer.bad().forEach(finding -> err().println(finding.problem()));
            answer.unreadable().forEach(record -> err().println(record.problem()));
            if (!answer.unseen().isEmpty()) {
                err().println("values never seen in training, answered as the steps say: " + named(answer.unseen()));
            }
            if (saved.isPresent()) {
                out().println("wrote %s: %d of %d rows answered by version %d"
                        .formatted(
                                saved.get(),
                                answer.scored(),
                                answer.rows(),
                                answer.model().version()));
            }
            return answer.complete() ? YES : NO;
        }
    }

    private static String named(SortedMap<String, Long> unseen) {
        return unseen.entrySet().stream()
                .map(column -> "'%s' in %d %s"
                        .formatted(column.getKey(), column.getValue(), column.getValue() == 1 ? "row" : "rows"))
                .collect(Collectors.joining(", "));
    }

    private PredictFile.Answer toFile(PredictFile predict, FindModel.Question question, Source source, Path target) {
        if (target.toAbsolutePath().equals(path(file).toAbsolutePath())) {
            throw SlipwayException.usage(
                    "PREDICT-OUT", "the answers would replace the rows they are about", "--out", "name another file");
        }
        try (var sink = Sinks.open(target)) {
            return predict.run(question, source, sink, onBad == OnBad.SKIP);
        }
    }
}
