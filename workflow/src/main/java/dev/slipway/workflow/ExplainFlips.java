package dev.slipway.workflow;

import dev.slipway.contract.Finding;
import dev.slipway.engine.Engine;
import dev.slipway.explain.Flips;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.source.Gathering;
import dev.slipway.source.Source;
import java.util.List;
import java.util.Optional;

/** The rows that one model answers otherwise than another, and what they have in common. Changes nothing. */
public final class ExplainFlips {
    /**
     * @param before the first model, as people name it
     * @param after the second
     * @param where the rows of {@code flips.first()}, as people find them
     */
    public record Answer(String before, String after, String data, List<String> where, Flips flips) {}

    private final Place place;
    private final Engine engine;

    public ExplainFlips(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    /** @param rows other rows than those the project trains on; no answer need be known */
    public Answer run(Project project, ChooseModel.Question before, ChooseModel.Question after, Optional<Source> rows) {
        var first = place.ask(ChooseModel.OPERATION, before);
        var second = place.ask(ChooseModel.OPERATION, after);
        var one = Fetched.model(place, first.files()).pipeline();
        var other = Fetched.model(place, second.files()).pipeline();
        if (!one.target().equals(other.target())) {
            throw SlipwayException.usage(
                    "EXPLAIN-TARGETS",
                    "%s answers %s, %s answers %s".formatted(first.name(), one.target(), second.name(), other.target()),
                    "--against",
                    "compare two models of the same question");
        }
        var contract = CheckContract.read(project.contract());
        var source = rows.orElseGet(project::source);
        var report = new CheckContract(engine).check(source, contract);
        var gathered = new Gathering();
        engine.map(
                source,
                batch -> {
                    var examined = report.examine(batch.table());
                    return examined.table().rows(examined.goodRows());
                },
                gathered);
        var typed = gathered.table();
        refuseNothing(typed.rows(), report.findings(), source);
        var shown = typed.without(List.of(one.target().column()));
        var flips = Flips.of(shown, one.target().labels(), one.predict(typed), other.predict(typed));
        return new Answer(
                first.name(),
                second.name(),
                typed.origins().source(),
                flips.first().stream()
                        .map(flip -> typed.origins().where(flip.row()))
                        .toList(),
                flips);
    }

    private static void refuseNothing(int rows, List<Finding> findings, Source source) {
        if (rows == 0) {
            throw SlipwayException.refused(
                    "EXPLAIN-DATA-BROKEN",
                    "no row keeps the project's contract%s"
                            .formatted(findings.stream()
                                    .findFirst()
                                    .map(finding -> ": " + finding.what())
                                    .orElse("")),
                    source.name(),
                    "see what is wrong: slipway contract check " + source.name());
        }
    }
}
