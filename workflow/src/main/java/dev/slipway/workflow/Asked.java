package dev.slipway.workflow;

import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.project.Data.Task;
import dev.slipway.project.Project;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a project asks about, and the answer of every row. Words are classes, and so are two values of anything; numbers of
 * more values are a quantity, unless {@code data.task} says otherwise.
 */
final class Asked {
    /** Beyond this it is a key, or a quantity. */
    private static final int MOST_CLASSES = 1_000;

    private static final int SHOWN = 10;

    private final Optional<Column> answers;
    private final Optional<Column> weights;
    private final Target target;

    private Asked(Optional<Column> answers, Optional<Column> weights, Target target) {
        this.answers = answers;
        this.weights = weights;
        this.target = target;
    }

    /** @throws SlipwayException where the answers cannot be learned from */
    static Asked of(Project project, Table typed) {
        var column = project.data().target().map(typed::column);
        var target =
                column.map(each -> target(project, each, where(typed, each))).orElseGet(Target.Unlabelled::new);
        return new Asked(column, project.data().weight().map(name -> weight(typed, name)), target);
    }

    private static Column weight(Table typed, String name) {
        var column = typed.column(name);
        if (!column.type().numeric()) {
            throw SlipwayException.usage(
                    "TRAIN-WEIGHT",
                    "the weights are %s, not numbers".formatted(column.type().label()),
                    "column '%s'".formatted(name),
                    "name a column of numbers under data.weight, or correct its type in the contract");
        }
        return column;
    }

    private static String where(Table typed, Column column) {
        return "%s, column '%s'".formatted(typed.origins().source(), column.name());
    }

    /** These columns of the same rows, with what is to be learned. */
    Training training(Table readable) {
        var training = unweighted(readable);
        return weights.isPresent() ? training.weighted(weights(weights.get())) : training;
    }

    private static double[] weights(Column column) {
        var weights = new double[column.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = column.number(row);
            if (!(weights[row] >= 0 && weights[row] <= Float.MAX_VALUE)) {
                throw SlipwayException.refused(
                        "TRAIN-WEIGHT",
                        "the weight of row %d is %s, and a row cannot count so much"
                                .formatted(row + 1, column.isMissing(row) ? "missing" : weights[row]),
                        "column '%s'".formatted(column.name()),
                        "give every row a weight of zero or more");
            }
        }
        return weights;
    }

    private Training unweighted(Table readable) {
        if (answers.isEmpty()) {
            return Training.unlabelled(readable);
        }
        var column = answers.get();
        var rows = IntStream.range(0, column.size());
        return target instanceof Target.Classes classes
                ? Training.of(readable, classes, places(column, classes.labels()))
                : Training.ofNumbers(
                        readable,
                        new Target.Quantity(column.name()),
                        rows.mapToDouble(column::number).toArray());
    }

    private static int[] places(Column column, List<String> labels) {
        var place = IntStream.range(0, labels.size()).boxed().collect(Collectors.toMap(labels::get, each -> each));
        return IntStream.range(0, column.size())
                .map(row -> place.get(column.text(row)))
                .toArray();
    }

    private static Target target(Project project, Column column, String where) {
        if (column.missing().count() > 0) {
            throw SlipwayException.refused(
                    "TRAIN-TARGET-MISSING",
                    "the target is missing in %d of %d rows"
                            .formatted(column.missing().count(), column.size()),
                    where,
                    "leave those rows out: a row without an answer teaches nothing");
        }
        var labels = new TreeSet<String>();
        for (int row = 0; row < column.size() && labels.size() <= MOST_CLASSES; row++) {
            labels.add(column.text(row));
        }
        if (labels.size() < 2) {
            throw SlipwayException.refused(
                    "TRAIN-TARGET-CONSTANT",
                    "every row has the same answer: '%s'".formatted(labels.first()),
                    where,
                    "bring rows with other answers, or name another column under data.target");
        }
        return isQuantity(project, column.type(), labels.size(), where)
                ? quantity(column, where)
                : classes(project, column, labels, where);
    }

    private static boolean isQuantity(Project project, ColumnType type, int values, String where) {
        var said = project.data().task();
        if (said.isPresent() && said.get() == Task.REGRESSION && !type.quantity()) {
            throw SlipwayException.usage(
                    "TRAIN-TARGET-NOT-A-NUMBER",
                    "the target is %s, and regression answers with numbers".formatted(type.label()),
                    where,
                    "take 'task: regression' out of 'data', or correct the column's type in the contract");
        }
        return said.map(task -> task == Task.REGRESSION).orElse(type.quantity() && values > 2);
    }

    private static Target quantity(Column column, String where) {
        for (int row = 0; row < column.size(); row++) {
            if (!(Math.abs(column.number(row)) <= Float.MAX_VALUE)) {
                throw SlipwayException.refused(
                        "TRAIN-TARGET-NOT-FINITE",
                        "the target is %s in row %d, beyond what models of numbers can hold (%s)"
                                .formatted(column.number(row), row + 1, Float.MAX_VALUE),
                        where,
                        "correct the value, or give the column a range in the contract so that it is named");
            }
        }
        return new Target.Quantity(column.name());
    }

    private static Target classes(Project project, Column column, SortedSet<String> labels, String where) {
        if (labels.size() > MOST_CLASSES) {
            throw SlipwayException.refused(
                    "TRAIN-TARGET-CLASSES",
                    "the target has more than %d values (%s…)"
                            .formatted(
                                    MOST_CLASSES,
                                    String.join(", ", labels.stream().limit(3).toList())),
                    where,
                    "name a column of fewer classes under data.target, or say data.task: regression");
        }
        return new Target.Classes(column.name(), positiveLast(project, labels, where));
    }

    private static List<String> positiveLast(Project project, SortedSet<String> labels, String where) {
        var positive = project.data().positive().orElse(labels.last());
        if (!labels.contains(positive)) {
            throw SlipwayException.usage(
                    "TRAIN-POSITIVE",
                    "'%s' is not a value of the target, which has %s%s"
                            .formatted(
                                    positive,
                                    String.join(
                                            " and ",
                                            labels.stream().limit(SHOWN).toList()),
                                    Nearest.hint(positive, labels)),
                    where,
                    "set data.positive to one of its values");
        }
        var ordered = new ArrayList<>(labels);
        ordered.remove(positive);
        ordered.add(positive);
        return ordered;
    }
}
