package dev.slipway.analysis;

import dev.slipway.expression.Expression;
import dev.slipway.metric.Answers;
import dev.slipway.metric.Metric;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Looks for slices on which a model loses more than elsewhere: all values and quarters of all columns, alone and in pairs
 * (after Chung et al. 2019). A slice is found where Welch's test of its losses against those of all other rows leaves less
 * than five per cent to chance, times the number of slices looked at. A pair is found only where it loses clearly more than
 * both of its conditions alone.
 *
 * @param leastRows the rows a slice must have
 * @param most slices that are kept
 */
public record SliceSearch(Metric metric, int leastRows, int most, Bootstrap bootstrap) {
    private static final double CHANCE = 0.05;
    /** What a pair must lose beyond its conditions alone, as a share of what they lose beyond the others. */
    private static final double CLEARLY = 1.2;

    /** Of slices with 50 rows and more, the ten worst. */
    public static SliceSearch standard(Metric metric) {
        return new SliceSearch(metric, 50, 10, Bootstrap.STANDARD);
    }

    /**
     * @param table the columns to look at, a row for each answer
     * @param declared names of columns, and conditions
     * @throws SlipwayException where a declared slice cannot be
     */
    public Slices of(Table table, Answers answers, List<String> declared) {
        var losses = Losses.of(answers);
        var named = declared.stream()
                .map(name -> declared(name, table, answers, losses))
                .toList();
        var looked = looked(table, losses);
        var worst = looked.stream()
                .filter(one -> one.excess() > 0 && one.chance(looked.size()) < CHANCE)
                .sorted(Comparator.comparingDouble((Looked one) -> -one.strength())
                        .thenComparing(Looked::condition))
                .limit(most)
                .map(one -> slice(one.condition(), one.rows(), answers, losses, looked.size()))
                .toList();
        return new Slices(
                metric.id(), metric.higherIsBetter(), defined(answers), leastRows, named, looked.size(), worst);
    }

    /** The value of the metric on that part of a declared slice that does worst; of those with enough rows. */
    public OptionalDouble worst(Table table, Answers answers, String declared) {
        var values = parts(declared, table).values().stream()
                .map(inside -> rows(table, inside))
                .filter(rows -> rows.length >= leastRows)
                .map(rows -> metric.of(answers.rows(rows)))
                .flatMapToDouble(OptionalDouble::stream);
        return metric.higherIsBetter() ? values.min() : values.max();
    }

    /**
     * Refuses what is no slice of this table.
     *
     * @throws SlipwayException where it is neither a column nor a condition
     */
    public static void require(String declared, Table table) {
        parts(declared, table);
    }

    private Slices.Declared declared(String name, Table table, Answers answers, Losses losses) {
        return new Slices.Declared(
                name,
                parts(name, table).entrySet().stream()
                        .map(part -> slice(part.getKey(), rows(table, part.getValue()), answers, losses, 1))
                        .filter(slice -> slice.rows() > 0)
                        .toList());
    }

    /** The conditions a declared slice stands for, in order: those of a column, or both sides of a condition. */
    private static Map<String, IntPredicate> parts(String name, Table table) {
        var parts = new LinkedHashMap<String, IntPredicate>();
        var column = table.find(name);
        if (column.isPresent()) {
            var conditions = Conditions.of(column.get());
            for (int condition = 0; condition < conditions.count(); condition++) {
                int wanted = condition;
                parts.put(conditions.text(condition), row -> conditions.of(row) == wanted);
            }
            return parts;
        }
        var expression = Expression.parse(name);
        if (expression.type(table) != ColumnType.BOOLEAN) {
            throw SlipwayException.usage(
                    "SLICE-NOT-A-CONDITION",
                    "'%s' is neither a column nor true or false of a row".formatted(name),
                    "slices",
                    "name a column, or write a condition such as Age < 18");
        }
        var holds = (BooleanColumn) expression.evaluate("slice", table);
        IntPredicate inside = row -> !holds.isMissing(row) && holds.at(row);
        parts.put(name, inside);
        parts.put("NOT (" + name + ")", inside.negate());
        return parts;
    }

    private static int[] rows(Table table, IntPredicate inside) {
        return IntStream.range(0, table.rows()).filter(inside).toArray();
    }

    private Slice slice(String condition, int[] rows, Answers answers, Losses losses, int looked) {
        boolean enough = rows.length >= leastRows;
        var inside = answers.rows(rows);
        var summary = losses.of(rows);
        return new Slice(
                condition,
                rows.length,
                enough,
                enough ? defined(inside) : Optional.empty(),
                enough ? bootstrap.of(metric, inside) : Optional.empty(),
                summary.mean(),
                losses.without(summary).mean(),
                Math.min(1, looked * losses.chance(summary)));
    }

    private Optional<Double> defined(Answers answers) {
        var value = metric.of(answers);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private record Looked(String condition, Losses losses, Losses.Summary summary, double excess, IntPredicate inside) {
        double chance(int looked) {
            return looked * losses.chance(summary);
        }

        /** How far the slice is off, against how far rows differ at all: the effect, not how sure it is. */
        double strength() {
            return excess / losses.all().deviation();
        }

        int[] rows() {
            return IntStream.range(0, losses.rows()).filter(inside).toArray();
        }
    }

    private List<Looked> looked(Table table, Losses losses) {
        var columns = table.columns().stream()
                .filter(Conditions::parts)
                .map(Conditions::of)
                .toList();
        var looked = new ArrayList<Looked>();
        for (int first = 0; first < columns.size(); first++) {
            var one = columns.get(first);
            var alone = losses.by(one.count(), one::of);
            for (int condition = 0; condition < one.count(); condition++) {
                int wanted = condition;
                add(looked, losses, alone.get(condition), one.text(condition), row -> one.of(row) == wanted, 0);
            }
            for (int second = first + 1; second < columns.size(); second++) {
                pairs(looked, losses, one, columns.get(second), alone);
            }
        }
        return looked;
    }

    private void pairs(
            List<Looked> looked, Losses losses, Conditions one, Conditions other, List<Losses.Summary> alone) {
        int width = other.count();
        var beside = losses.by(width, other::of);
        var both = losses.by(
                one.count() * width,
                row -> one.of(row) < 0 || other.of(row) < 0 ? -1 : one.of(row) * width + other.of(row));
        for (int pair = 0; pair < both.size(); pair++) {
            int left = pair / width;
            int right = pair % width;
            double excess = Math.max(losses.excess(alone.get(left)), losses.excess(beside.get(right)));
            add(
                    looked,
                    losses,
                    both.get(pair),
                    one.text(left) + " AND " + other.text(right),
                    row -> one.of(row) == left && other.of(row) == right,
                    Math.max(0, excess) * CLEARLY);
        }
    }

    /** Every slice that is large enough was looked at and counts; one that loses too little is kept with no excess. */
    private void add(
            List<Looked> looked,
            Losses losses,
            Losses.Summary summary,
            String condition,
            IntPredicate inside,
            double needed) {
        if (summary.rows() >= leastRows && losses.all().rows() - summary.rows() >= leastRows) {
            double excess = losses.excess(summary);
            looked.add(new Looked(condition, losses, summary, excess > needed ? excess : 0, inside));
        }
    }
}
