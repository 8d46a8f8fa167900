package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.Finding;
import dev.slipway.contract.Report;
import dev.slipway.engine.Engine;
import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Gathering;
import dev.slipway.source.Source;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows of a file, checked and typed, with the answer that is true of each.
 *
 * @param data every column of the contract but the answer, with the truth about the model's target
 */
record LabelledRows(Table typed, Training data) {
    private static final int SHOWN = 10;

    /**
     * @param contract of the training data, the answers' column included
     * @param target of the model
     * @throws SlipwayException where rows break the contract, or the answers are not there
     */
    static LabelledRows read(Engine engine, Contract contract, Target target, Source source) {
        var report = new CheckContract(engine).check(source, contract);
        refuseUnlabelled(source, report, target);
        refuseBroken(source, report);
        var gathered = new Gathering();
        engine.map(source, batch -> contract.examine(batch.table()).table(), gathered);
        var typed = gathered.table();
        return new LabelledRows(typed, training(typed, target));
    }

    private static void refuseUnlabelled(Source source, Report report, Target target) {
        boolean unlabelled = report.findings().stream()
                .anyMatch(finding -> finding.record() == 0
                        && finding.fails()
                        && finding.column().name().equals(target.column()));
        if (unlabelled) {
            throw SlipwayException.usage(
                    "EXPLAIN-UNLABELLED",
                    "the file has no usable column '%s': nobody can tell which answers are wrong"
                            .formatted(target.column()),
                    source.name(),
                    "name a file that holds the true answers in '%s'".formatted(target.column()));
        }
    }

    private static void refuseBroken(Source source, Report report) {
        var bad = PredictFile.bad(report);
        if (bad.isEmpty() && report.unreadable() == 0) {
            return;
        }
        var problems = new ArrayList<Problem>();
        bad.stream().limit(SHOWN).map(Finding::problem).forEach(problems::add);
        report.firstUnreadable().stream().limit(SHOWN).forEach(record -> problems.add(record.problem()));
        problems.add(new Problem(
                "EXPLAIN-DATA-BROKEN",
                "%d of %d rows break the project's contract: nothing was explained"
                        .formatted(report.bad() + report.unreadable(), report.rows()),
                source.name(),
                "correct them, or set them aside: slipway contract check %s --quarantine DIR"
                        .formatted(source.name())));
        throw new SlipwayException(SlipwayException.Kind.REFUSED, problems);
    }

    private static Training training(Table typed, Target target) {
        if (target instanceof Target.Unlabelled || typed.find(target.column()).isEmpty()) {
            return Training.unlabelled(typed);
        }
        var truth = typed.column(target.column());
        var rows = typed.without(Collections.singleton(target.column()));
        for (int row = 0; row < truth.size(); row++) {
            refuseUnknown(truth, row, target, typed);
        }
        return target instanceof Target.Classes classes
                ? Training.of(rows, classes, labels(truth, classes))
                : Training.ofNumbers(
                        rows,
                        new Target.Quantity(target.column()),
                        IntStream.range(0, truth.size())
                                .mapToDouble(truth::number)
                                .toArray());
    }

    private static int[] labels(Column truth, Target.Classes target) {
        return IntStream.range(0, truth.size())
                .map(row -> target.labels().indexOf(truth.text(row)))
                .toArray();
    }

    private static void refuseUnknown(Column truth, int row, Target target, Table typed) {
        var where = "%s, column '%s'".formatted(typed.origins().where(row), truth.name());
        if (truth.isMissing(row)) {
            throw SlipwayException.refused(
                    "EXPLAIN-LABEL-MISSING",
                    "the true answer is missing",
                    where,
                    "leave the row out: nobody can tell whether its answer is wrong");
        }
        if (target instanceof Target.Classes && !target.labels().contains(truth.text(row))) {
            throw SlipwayException.refused(
                    "EXPLAIN-LABEL-UNKNOWN",
                    "the true answer is '%s', a class the model does not know%s"
                            .formatted(truth.text(row), Nearest.hint(truth.text(row), target.labels())),
                    where,
                    "correct it to one of: " + String.join(", ", target.labels()));
        }
    }

    /** These rows, in this order. */
    LabelledRows rows(int... some) {
        return new LabelledRows(typed.rows(some), data.rows(some));
    }

    /** At most so many rows, the same for the same seed, in the order of the file. */
    LabelledRows sample(int most, long seed) {
        if (typed.rows() <= most) {
            return this;
        }
        int[] some = new SplittableRandom(seed)
                .ints(0, typed.rows())
                .distinct()
                .limit(most)
                .sorted()
                .toArray();
        return rows(some);
    }
}
