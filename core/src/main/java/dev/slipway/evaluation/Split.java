package dev.slipway.evaluation;

import dev.slipway.model.Target;
import dev.slipway.model.Training;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How rows are parted into those that teach and those that judge. Where nobody says, time decides if the data have a
 * timestamp, else classes are dealt evenly, else rows at random.
 *
 * @param by absent where it follows from the data
 * @param column of the group or the time; where it is not said, time is the first timestamp none of whose values is missing
 * @param file of fold numbers, for {@link By#FILE}
 * @param folds at least 2; with time also 1
 */
public record Split(Optional<By> by, Optional<String> column, Optional<Path> file, int folds, long seed) {
    /** The kinds of splits. */
    public enum By {
        /** Rows are shuffled and dealt. */
        RANDOM,
        /** Rows are shuffled and dealt class by class. */
        STRATIFIED,
        /** Rows that share a value stay together: nobody is judged by who taught. */
        GROUP,
        /** Earlier rows teach, later ones judge. */
        TIME,
        /** A file has the number of the fold in which each row judges. */
        FILE;

        /** The word people write: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Splits chosen from the data. */
    public static Split unsaid(int folds, long seed) {
        return new Split(Optional.empty(), Optional.empty(), Optional.empty(), folds, seed);
    }

    /**
     * The folds of some rows.
     *
     * @param typed the same rows with every column there is
     * @throws SlipwayException where the rows cannot be parted so
     */
    public Parted part(Training training, Table typed) {
        var clock = by.isEmpty() ? clock(training, typed) : Optional.<String>empty();
        var chosen = by.orElseGet(() ->
                clock.isPresent() ? By.TIME : training.target() instanceof Target.Classes ? By.STRATIFIED : By.RANDOM);
        var folds = switch (chosen) {
            case RANDOM -> Folds.plain(training.rows(), this.folds, seed);
            case STRATIFIED -> stratified(training, typed);
            case GROUP -> GroupFolds.of(typed.column(named("group")), strata(training), this.folds, seed);
            case TIME ->
                TimeFolds.of(
                        typed.column(clock.or(() -> column).orElseGet(() -> anyClock(training, typed))), this.folds);
            case FILE -> FoldsFile.read(file.orElseThrow(() -> unnamed("file", "folds")), training.rows());
        };
        return new Parted(OneClass.refused(folds, training), chosen, why(chosen, clock));
    }

    private Folds stratified(Training training, Table typed) {
        if (training.target() instanceof Target.Classes classes) {
            var where = "%s, column '%s'".formatted(typed.origins().source(), classes.column());
            return Folds.stratified(training.labels(), classes.labels(), folds, seed, where);
        }
        throw SlipwayException.usage(
                "EVALUATION-NO-CLASSES",
                "rows cannot be dealt class by class: the target has no classes",
                "data.split.by",
                "set 'by' to random, group or time");
    }

    private static int[] strata(Training training) {
        return training.target() instanceof Target.Classes ? training.labels() : new int[training.rows()];
    }

    private String named(String what) {
        return column.orElseThrow(() -> unnamed("column", what));
    }

    private static SlipwayException unnamed(String key, String what) {
        return SlipwayException.usage(
                "EVALUATION-SPLIT-UNNAMED",
                "no %s says the %s of a row".formatted(key, what),
                "data.split",
                "add '%s' under data.split".formatted(key));
    }

    private String anyClock(Training training, Table typed) {
        return clock(training, typed)
                .orElseThrow(() -> SlipwayException.usage(
                        "EVALUATION-NO-TIME",
                        "no column of the data is a timestamp without missing values",
                        "data.split.by",
                        "name a column under data.split, or set 'by' to something else"));
    }

    private static Optional<String> clock(Training training, Table typed) {
        return typed.columns().stream()
                .filter(column -> column.type() == ColumnType.TIMESTAMP
                        && column.missing().count() == 0
                        && !column.name().equals(training.target().column()))
                .map(Column::name)
                .findFirst();
    }

    private String why(By chosen, Optional<String> clock) {
        if (by.isPresent()) {
            return "data.split says so";
        }
        return switch (chosen) {
            case TIME ->
                "'%s' is a timestamp: the earlier rows teach, the later ones judge; data.split.by changes it"
                        .formatted(clock.orElse(""));
            case STRATIFIED ->
                "the target has classes and no column is a timestamp: each fold has its share of each class";
            default -> "the target has no classes and no column is a timestamp: rows are dealt at random";
        };
    }
}
