package dev.slipway.bench;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.source.CsvFormat;
import dev.slipway.source.CsvSink;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Invented subscribers and whether they left, the same on every machine: {@code Subscribers FOLDER ROWS} writes a project of
 * them. Six numbers and eight columns of words (100 words in all), few of them frequent, gaps in five columns: what a table of
 * people looks like.
 */
public final class Subscribers {
    private static final String TARGET = "left";
    private static final List<String> NUMBERS = List.of("age", "months", "fee", "traffic", "complaints", "arrears");
    private static final List<String> WORDS =
            List.of("tariff", "city", "channel", "device", "payment", "household", "language", "street");
    private static final List<Integer> WORDS_EACH = List.of(9, 16, 7, 14, 6, 5, 2, 41);
    private static final List<Double> MOST = List.of(90.0, 240.0, 150.0, 900.0, 40.0, 5_000.0);
    private static final List<String> WITH_GAPS = List.of("fee", "traffic", "tariff", "device", "street");
    private static final int BLOCK = 20_000;
    /** People come in kinds, as they do: columns go together. */
    private static final int KINDS = 12;

    private static final long SEED = 20_261_128;

    private Subscribers() {}

    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /**
     * A project as a user has it: {@code rows.csv}, {@code contract.yaml} and {@code slipway.yaml}; and for the peer
     * {@code judging.txt}, the rows from 0 that judge.
     */
    static void write(Path folder, int rows) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("contract.yaml"), contract().yaml());
        Files.writeString(folder.resolve("slipway.yaml"), PROJECT);
        int[] labels = new int[rows];
        try (var sink = new CsvSink(folder.resolve("rows.csv"), CsvFormat.COMMA)) {
            for (int first = 0; first < rows; first += BLOCK) {
                var block = block(first, Math.min(BLOCK, rows - first));
                sink.write(block);
                int[] some = Million.labels(block.column(TARGET), "yes");
                System.arraycopy(some, 0, labels, first, some.length);
            }
            sink.finish();
        }
        var judging = IntStream.of(Million.folds(labels).judging(0))
                .mapToObj(Integer::toString)
                .toList();
        Files.write(folder.resolve("judging.txt"), judging);
    }

    private static final String PROJECT = """
            name: subscribers
            data:
              train: rows.csv
              target: left
              positive: "yes"
            features:
              - impute: {}
              - impute: {columns: [tariff, device, street], with: most_frequent}
              - scale: {}
              - onehot: {}
            candidates:
              - xgboost: {trees: 200, depth: 6, rate: 0.1, rows: 1, columns: 1}
            train:
              metric: roc_auc
              budget: 10m
              trials: 0
            """;

    static Contract contract() {
        var columns = new ArrayList<ContractColumn>();
        for (int i = 0; i < NUMBERS.size(); i++) {
            var name = NUMBERS.get(i);
            var type = name.equals("fee") || name.equals("traffic") ? ColumnType.NUMBER : ColumnType.INTEGER;
            columns.add(gaps(ContractColumn.of(name, type).withRange(0, MOST.get(i))));
        }
        for (int i = 0; i < WORDS.size(); i++) {
            columns.add(
                    gaps(ContractColumn.of(WORDS.get(i), ColumnType.CATEGORY).withSet(words(i))));
        }
        columns.add(ContractColumn.of(TARGET, ColumnType.CATEGORY).withSet(List.of("no", "yes")));
        return new Contract("subscribers", Extra.REFUSE, columns);
    }

    private static ContractColumn gaps(ContractColumn column) {
        return column.withMissing(WITH_GAPS.contains(column.name()) ? 0.1 : 0);
    }

    private static List<String> words(int column) {
        return IntStream.range(0, WORDS_EACH.get(column))
                .mapToObj(word -> "%s-%02d".formatted(WORDS.get(column), word))
                .toList();
    }

    private static Table block(int first, int rows) {
        var random = new SplittableRandom(SEED + first);
        int[] kinds = new int[rows];
        double[][] values = new double[NUMBERS.size()][rows];
        for (int row = 0; row < rows; row++) {
            kinds[row] = (int) (KINDS * random.nextDouble() * random.nextDouble());
            person(values, row, kinds[row], random);
        }
        var columns = new ArrayList<Column>();
        for (int i = 0; i < NUMBERS.size(); i++) {
            columns.add(number(i, values[i], random));
        }
        int[][] codes = new int[WORDS.size()][];
        for (int i = 0; i < WORDS.size(); i++) {
            codes[i] = codes(i, kinds, random);
            columns.add(CategoryColumn.of(WORDS.get(i), words(i), gaps(WORDS.get(i), codes[i], random)));
        }
        int[] left = new int[rows];
        for (int row = 0; row < rows; row++) {
            double luck = 1.3 * (random.nextDouble() + random.nextDouble() - 1);
            left[row] = leaning(values, codes, row) + luck > 0 ? 1 : 0;
        }
        columns.add(CategoryColumn.of(TARGET, List.of("no", "yes"), left));
        return Table.of(columns.toArray(Column[]::new));
    }

    /** The numbers of one row: years, months, money, gigabytes; most people never complain and owe nothing. */
    private static void person(double[][] values, int row, int kind, SplittableRandom random) {
        double age = 18 + 2 * kind + (70 - 2 * kind) * random.nextDouble() * random.nextDouble();
        values[0][row] = Math.rint(age);
        values[1][row] = Math.rint((kind % 3 == 0 ? 60 : 240) * random.nextDouble() * random.nextDouble());
        values[2][row] = Math.rint((5 + 145 * random.nextDouble() * random.nextDouble()) * 100) / 100;
        values[3][row] = Math.rint(9_000 * random.nextDouble() * random.nextDouble() * (90 - age) / 72) / 10;
        values[4][row] = random.nextInt(10) < 8 ? 0 : 1 + random.nextInt(40);
        values[5][row] = random.nextInt(10) < 9 ? 0 : 1 + random.nextInt(5_000);
    }

    private static Column number(int column, double[] values, SplittableRandom random) {
        var name = NUMBERS.get(column);
        if (name.equals("fee") || name.equals("traffic")) {
            boolean gaps = WITH_GAPS.contains(name);
            return NumberColumn.of(
                    name, Missing.where(values.length, row -> gaps && random.nextInt(20) == 0), values.clone());
        }
        return IntegerColumn.of(
                name,
                IntStream.range(0, values.length)
                        .mapToLong(row -> (long) values[row])
                        .toArray());
    }

    /** Most people have the word of their kind; of the others, the first words are the frequent ones. */
    private static int[] codes(int column, int[] kinds, SplittableRandom random) {
        int words = WORDS_EACH.get(column);
        return IntStream.of(kinds)
                .map(kind -> random.nextInt(10) < 7
                        ? kind * (column + 1) % words
                        : (int) (words * random.nextDouble() * random.nextDouble() * random.nextDouble()))
                .toArray();
    }

    private static int[] gaps(String name, int[] codes, SplittableRandom random) {
        boolean gaps = WITH_GAPS.contains(name);
        return IntStream.of(codes)
                .map(code -> gaps && random.nextInt(20) == 0 ? -1 : code)
                .toArray();
    }

    /** Above 0 for those who leave but for luck: no straight line finds it, trees do. */
    private static double leaning(double[][] numbers, int[][] codes, int row) {
        double loyal = Math.min(numbers[1][row], 60) / 60;
        double dear = numbers[2][row] / 100 - numbers[3][row] / 900;
        double angry = Math.min(numbers[4][row], 8) / 4;
        double owing = numbers[5][row] > 2_000 ? 1 : numbers[5][row] > 0 ? 0.3 : 0;
        double tariff = codes[0][row] % 3 * 0.5 - 0.4;
        double household = codes[5][row] == 0 ? -0.5 : 0.2 * (codes[1][row] % 4);
        double young = numbers[0][row] < 30 && codes[2][row] < 2 ? 0.6 : -0.2;
        return dear
                + angry * (1.2 - loyal)
                + owing
                + tariff
                + household
                + young
                - 1.3 * loyal
                + codes[7][row] % 5 * 0.1;
    }
}
