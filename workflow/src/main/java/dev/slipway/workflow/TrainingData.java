package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Report;
import dev.slipway.engine.Engine;
import dev.slipway.model.Training;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Project;
import dev.slipway.source.Source;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.transform.Drop;
import dev.slipway.transform.Rename;
import dev.slipway.transform.Select;
import dev.slipway.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The data of a project, checked and typed, with what is to be predicted.
 *
 * @param typed every column of the contract
 * @param training the columns a model may read, with the answer to each row
 */
record TrainingData(Contract contract, Table typed, Training training) {

    private static final int SHOWN = 10;

    /** @throws SlipwayException where the data break the contract or cannot teach what is asked */
    static TrainingData read(Project project, Engine engine) {
        var contract = CheckContract.read(project.contract());
        requireTarget(project, contract);
        var source = project.source();
        var checked = new CheckContract(engine).rows(source, contract);
        refuseBroken(project, checked.report(), source);
        var typed = checked.typed();
        if (typed.rows() == 0) {
            throw SlipwayException.refused(
                    "TRAIN-NO-ROWS",
                    "there is a header and no row",
                    source.name(),
                    "check what wrote the file; a model needs rows to learn from");
        }
        return new TrainingData(contract, typed, Asked.of(project, typed).training(readable(project, contract, typed)));
    }

    private static void requireTarget(Project project, Contract contract) {
        project.data()
                .target()
                .filter(target -> contract.find(target).isEmpty())
                .ifPresent(target -> {
                    throw SlipwayException.usage(
                            "TRAIN-NO-TARGET",
                            "there is no column '%s'%s".formatted(target, Nearest.hint(target, contract.names())),
                            Project.FILE + ", 'data.target'",
                            "use one of: " + String.join(", ", contract.names()));
                });
    }

    private static void refuseBroken(Project project, Report report, Source source) {
        if (report.passed()) {
            return;
        }
        var problems = new ArrayList<Problem>();
        report.findings().stream()
                .filter(Finding::fails)
                .limit(SHOWN)
                .forEach(finding -> problems.add(finding.problem()));
        report.firstUnreadable().stream().limit(SHOWN).forEach(record -> problems.add(record.problem()));
        long all = report.failures() + report.unreadable();
        problems.add(new Problem(
                "TRAIN-DATA-BROKEN",
                "%d finding%s in %d of %d rows: nothing was trained"
                        .formatted(all, all == 1 ? "" : "s", report.rows() - report.good(), report.rows()),
                source.name(),
                "see them all: slipway contract check %s; set the bad rows aside with --quarantine DIR, or correct them"
                        .formatted(project.data().files())));
        throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
    }

    private static Table readable(Project project, Contract contract, Table typed) {
        var hidden = new TreeSet<String>();
        project.data().target().ifPresent(hidden::add);
        project.data().weight().ifPresent(hidden::add);
        var reward = project.value().flatMap(value -> value.worth().column());
        reward.ifPresent(hidden::add);
        contract.columns().stream()
                .filter(column -> !column.role().isForModels())
                .map(ContractColumn::name)
                .forEach(hidden::add);
        reward.ifPresent(typed::column);
        var readable = typed.without(hidden);
        if (readable.columns().isEmpty()) {
            throw SlipwayException.refused(
                    "TRAIN-NO-FEATURES",
                    "no column is left that a model may read",
                    project.contract().toString(),
                    "give at least one column the role feature");
        }
        return readable;
    }

    /** A column of the data that all rows agree on, if the model would be given it; it can teach nothing. */
    static Optional<Problem> constant(Column column) {
        for (int row = 1; row < column.size(); row++) {
            if (column.isMissing(row) != column.isMissing(0)
                    || !column.text(row).equals(column.text(0))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Problem(
                "TRAIN-COLUMN-CONSTANT",
                "every one of %d rows holds %s"
                        .formatted(column.size(), column.isMissing(0) ? "nothing" : "'" + column.text(0) + "'"),
                "column '" + column.name() + "'",
                "a constant column teaches nothing: add - drop: [%s] to 'features' in %s"
                        .formatted(column.name(), Project.FILE)));
    }

    /** Whether steps leave a column of the data out, whatever it is called by then. */
    static boolean leftOut(String column, List<Transformer<?>> steps) {
        var name = column;
        for (var step : steps) {
            boolean dropped = step instanceof Drop drop && drop.columns().contains(name);
            boolean notSelected =
                    step instanceof Select select && !select.columns().contains(name);
            if (dropped || notSelected) {
                return true;
            }
            name = step instanceof Rename rename ? rename.after(name) : name;
        }
        return false;
    }
}
