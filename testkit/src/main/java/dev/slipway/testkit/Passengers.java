package dev.slipway.testkit;

import dev.slipway.table.BooleanColumn;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import dev.slipway.table.VectorColumn;
import dev.slipway.transform.Transformer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Made-up passengers: a column of every type, most with values missing, and a number that never changes. */
public final class Passengers {
    private static final List<String> PORTS = List.of("Cherbourg", "Queenstown", "Southampton");

    private Passengers() {}

    public static Table of(int rows, long seed) {
        var random = new Random(seed);
        return Table.of(
                NumberColumn.of(
                        "age", some(rows, random), random.doubles(rows, 0, 80).toArray()),
                IntegerColumn.of(
                        "siblings", some(rows, random), random.longs(rows, 0, 5).toArray()),
                BooleanColumn.of("alone", some(rows, random), flags(rows, random)),
                CategoryColumn.of("sex", List.of("male", "nobody", "female"), codes(rows, random)),
                TextColumn.of("port", some(rows, random), ports(rows, random)),
                NumberColumn.of("same", fill(rows, 7)),
                TimestampColumn.of("boarded", random.longs(rows, 0, 1L << 50).toArray()));
    }

    /** One row of values that no training has seen. */
    public static Table unheardOf() {
        return Table.of(
                NumberColumn.of("age", -1e300),
                IntegerColumn.of("siblings", Long.MAX_VALUE),
                BooleanColumn.of("alone", true),
                CategoryColumn.of("sex", List.of("other"), 0),
                TextColumn.of("port", "Atlantis"),
                NumberColumn.of("same", 8),
                TimestampColumn.of("boarded", -1));
    }

    /** Two rows without any value. */
    public static Table missing() {
        var all = Missing.where(2, row -> true);
        return Table.of(
                NumberColumn.of("age", all, 0, 0),
                IntegerColumn.of("siblings", all, 0, 0),
                BooleanColumn.of("alone", all, false, false),
                CategoryColumn.of("sex", List.of(), -1, -1),
                TextColumn.of("port", all, "", ""),
                NumberColumn.of("same", all, 0, 0),
                TimestampColumn.of("boarded", all, 0, 0));
    }

    /** The same names, every column of one type: numbers, and the words for them. */
    public static Table all(ColumnType type, int rows) {
        return Table.of(
                of(1, 1).names().stream().map(name -> column(name, type, rows)).toArray(Column[]::new));
    }

    private static Column column(String name, ColumnType type, int rows) {
        long[] wholes = LongStream.range(0, rows).map(row -> row * row % 17).toArray();
        var words = LongStream.of(wholes).mapToObj(whole -> "w" + whole).toArray(String[]::new);
        return switch (type) {
            case NUMBER ->
                NumberColumn.of(name, LongStream.of(wholes).asDoubleStream().toArray());
            case INTEGER -> IntegerColumn.of(name, wholes);
            case BOOLEAN -> BooleanColumn.of(name, flags(rows, new Random(rows)));
            case TIMESTAMP -> TimestampColumn.of(name, wholes);
            case CATEGORY -> CategoryColumn.from(TextColumn.of(name, words));
            case TEXT -> TextColumn.of(name, words);
            case VECTOR ->
                VectorColumn.of(
                        name,
                        VectorColumn.numbered(17),
                        IntStream.rangeClosed(0, rows).toArray(),
                        LongStream.of(wholes).mapToInt(Math::toIntExact).toArray(),
                        LongStream.of(wholes).asDoubleStream().toArray());
        };
    }

    /** With an answer to each row, whatever its place: more often yes the older, and where nobody knows the age. */
    public static Table withTarget(Table rows) {
        var age = rows.column("age");
        double[] answers = new double[rows.rows()];
        for (int row = 0; row < answers.length; row++) {
            long record = rows.origins().record(row);
            answers[row] = age.type().numeric() && age.number(row) < record * 37 % 80 ? 0 : 1;
        }
        return rows.with(NumberColumn.of(Transformer.TARGET, answers));
    }

    private static Missing some(int rows, Random random) {
        return Missing.where(rows, row -> random.nextInt(5) == 0);
    }

    private static boolean[] flags(int rows, Random random) {
        var flags = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            flags[row] = random.nextBoolean();
        }
        return flags;
    }

    /** Missing, male or female; never the word in the middle. */
    private static int[] codes(int rows, Random random) {
        return random.ints(rows, 0, 5)
                .map(drawn -> drawn == 0 ? -1 : drawn % 2 * 2)
                .toArray();
    }

    private static String[] ports(int rows, Random random) {
        return random.ints(rows, 0, PORTS.size()).mapToObj(PORTS::get).toArray(String[]::new);
    }

    private static double[] fill(int rows, double value) {
        var values = new double[rows];
        Arrays.fill(values, value);
        return values;
    }
}
