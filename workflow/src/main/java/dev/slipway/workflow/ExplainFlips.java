package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Finding;
import dev.slipway.engine.Engine;
import dev.slipway.explain.Flips;
import dev.slipway.model.Predictions;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.source.Gathering;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows that one model answers otherwise than another, and what they have in common. Changes nothing. */
public final class ExplainFlips {
    /**
     * @param before the first model, as people name it
     * @param after the second
     * @param basis what the answers are worth
     * @param where the rows of {@code flips.first()}, as people find them
     */
    public record Answer(String before, String after, String data, Basis basis, List<String> where, Flips flips) {}

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
        var one = Fetched.model(place, first.files());
        var other = Fetched.model(place, second.files());
        if (!one.target().equals(other.target())) {
            throw SlipwayException.usage(
                    "EXPLAIN-TARGETS",
                    "%s answers %s, %s answers %s".formatted(first.name(), one.target(), second.name(), other.target()),
                    "--against",
                    "compare two models of the same question");
        }
        var typed = typed(CheckContract.read(project.contract()), rows.orElseGet(project::source));
        var kept = rows.isEmpty() && learnedFrom(project, one) && learnedFrom(project, other)
                ? OutOfFold.of(place, engine, first.run())
                : Optional.<OutOfFold>empty();
        var keptAfter = kept.flatMap(each -> OutOfFold.of(place, engine, second.run()));
        if (keptAfter.isPresent()) {
            int[] both = kept.get().both(keptAfter.get());
            var predictions = kept.get().at(both);
            return answer(
                    first,
                    second,
                    one,
                    typed.rows(both),
                    predictions,
                    keptAfter.get().at(both),
                    Basis.OUT_OF_FOLD);
        }
        var basis = rows.isPresent() ? Basis.OTHER_ROWS : Basis.LEARNED_ROWS;
        return answer(first, second, one, typed, one.predict(typed), other.predict(typed), basis);
    }

    /** By the very data and contract: else the rows of the folds are not these rows. */
    private static boolean learnedFrom(Project project, ServedModel model) {
        var now = Provenance.of(project);
        var then = model.card().provenance();
        return Stream.of(Provenance.DATA, Provenance.CONTRACT)
                .allMatch(tag -> Objects.equals(now.get(tag), then.get(tag)));
    }

    private static Answer answer(
            ChooseModel.Chosen first,
            ChooseModel.Chosen second,
            ServedModel model,
            Table rows,
            Predictions before,
            Predictions after,
            Basis basis) {
        var shown = rows.without(List.of(model.target().column()));
        var flips = Flips.of(shown, model.target().labels(), before, after);
        return new Answer(
                first.name(),
                second.name(),
                rows.origins().source(),
                basis,
                flips.first().stream()
                        .map(flip -> rows.origins().where(flip.row()))
                        .toList(),
                flips);
    }

    private Table typed(Contract contract, Source source) {
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
        return typed;
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
