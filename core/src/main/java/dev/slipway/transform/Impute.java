package dev.slipway.transform;

import dev.slipway.engine.Mergeable;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.NumberText;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Counts;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts a value where one is missing.
 *
 * @param columns which columns; empty for all of quantities: numbers and whole numbers
 * @param with the value: of the training data, or a constant
 * @param indicate whether a column {@code Age_missing} of zeros and ones says where a value was put
 */
public record Impute(List<String> columns, Fill with, boolean indicate) implements Transformer<ByColumn<Impute.Seen>> {
    /** The value that is put, found from the values present in training. */
    public sealed interface Fill extends Serializable {
        /** The middle value; for numbers. */
        record Median() implements Fill {}

        /** The arithmetic mean; for numbers. */
        record Mean() implements Fill {}

        /** The value seen most often, of several the smallest; for anything. */
        record MostFrequent() implements Fill {}

        /** This value, as text. */
        record Constant(String value) implements Fill {}
    }

    /** The values present in some rows of a column: numbers or words, as far as the filling asks for them. */
    public record Seen(ColumnType type, Numbers numbers, Counts<String> words) implements Mergeable<Seen> {
        static Seen of(Column column, Fill with, int room) {
            if (!column.type().numeric()) {
                return new Seen(column.type(), Numbers.NONE, words(column));
            }
            var numbers = with instanceof Fill.Constant
                    ? Numbers.NONE
                    : with instanceof Fill.Mean ? Numbers.moments(column) : Numbers.distribution(column, room);
            return new Seen(column.type(), numbers, Counts.none());
        }

        private static Counts<String> words(Column column) {
            var present = new TreeMap<>(Words.counts(column).byValue());
            present.remove(Words.MISSING);
            return new Counts<>(present);
        }

        @Override
        public Seen merge(Seen other) {
            return new Seen(type, numbers.merge(other.numbers), words.merge(other.words));
        }

        private boolean nothing() {
            return numbers.moments().count() == 0
                    && numbers.distribution().count() == 0
                    && words.byValue().isEmpty();
        }
    }

    public Impute {
        columns = List.copyOf(columns);
    }

    @Override
    public ByColumn<Seen> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Seen> of(Batch batch) {
        var chosen = Chosen.of(batch.table(), columns, each -> each.type().quantity());
        int room = Numbers.room(chosen.size());
        return ByColumn.of(chosen, column -> Seen.of(column, with, room));
    }

    @Override
    public FittedTransformer finish(ByColumn<Seen> state) {
        return new FittedImpute(state.columns().entrySet().stream()
                .map(entry -> fill(entry.getKey(), entry.getValue()))
                .toList());
    }

    private FittedImpute.Filling fill(String column, Seen seen) {
        boolean numeric = seen.type().numeric();
        if (with instanceof Fill.Constant constant) {
            return numeric
                    ? FittedImpute.Filling.number(column, parse(column, constant.value()), indicate)
                    : FittedImpute.Filling.word(column, constant.value(), indicate);
        }
        if (seen.nothing()) {
            throw SlipwayException.usage(
                    "TRANSFORM-ALL-MISSING",
                    "cannot impute: no value is present",
                    "column '" + column + "'",
                    "drop the column in 'features', or impute it with a constant");
        }
        if (numeric) {
            return FittedImpute.Filling.number(column, number(seen.numbers()), indicate);
        }
        if (!(with instanceof Fill.MostFrequent)) {
            throw SlipwayException.usage(
                    "TRANSFORM-NOT-A-NUMBER",
                    "the column is %s and has no median or mean"
                            .formatted(seen.type().label()),
                    "column '" + column + "'",
                    "impute it with most_frequent or a constant");
        }
        return FittedImpute.Filling.word(column, seen.words().mostFrequent().orElseThrow(), indicate);
    }

    private double number(Numbers seen) {
        return with instanceof Fill.Median
                ? seen.quantile(0.5)
                : with instanceof Fill.Mean ? seen.moments().mean() : seen.mostFrequent();
    }

    private static double parse(String column, String constant) {
        double number = NumberText.number(constant);
        if (Double.isNaN(number)) {
            throw SlipwayException.usage(
                    "TRANSFORM-NOT-A-NUMBER",
                    "cannot impute numbers with '%s'".formatted(constant),
                    "column '" + column + "'",
                    "give a number as the constant");
        }
        return number;
    }
}
