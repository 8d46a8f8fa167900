package dev.slipway.algorithm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The two census files as numbers, cleaned and encoded by hand for tests. */
final class Adult {
    private static final Set<Integer> NUMBERS = Set.of(0, 2, 4, 10, 11, 12);
    private static final int INCOME = 14;

    private final List<String[]> people;

    private Adult(List<String[]> people) {
        this.people = people;
    }

    static Adult read(Path folder) throws IOException {
        return new Adult(Stream.concat(
                        lines(folder.resolve("adult.data.gz")).stream(),
                        lines(folder.resolve("adult.test.gz")).stream())
                .map(line -> line.strip().split(",\\s*", -1))
                .filter(cells -> cells.length == INCOME + 1)
                .toList());
    }

    private static List<String> lines(Path file) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    int rows() {
        return people.size();
    }

    int[] rich() {
        return people.stream()
                .mapToInt(cells -> cells[INCOME].startsWith(">50K") ? 1 : 0)
                .toArray();
    }

    int columns() {
        return encoders().size();
    }

    /** Numbers as they are; one column a category, none for a missing one. */
    float[] oneHot() {
        List<Encoder> encoders = encoders();
        var matrix = new float[rows() * encoders.size()];
        int at = 0;
        for (String[] cells : people) {
            for (Encoder encoder : encoders) {
                matrix[at++] = encoder.number(cells);
            }
        }
        return matrix;
    }

    private List<Encoder> encoders() {
        return IntStream.range(0, INCOME)
                .boxed()
                .flatMap(column -> NUMBERS.contains(column)
                        ? Stream.of(new Encoder(column, ""))
                        : categories(column).map(category -> new Encoder(column, category)))
                .toList();
    }

    private Stream<String> categories(int column) {
        return people.stream()
                .map(cells -> cells[column])
                .filter(cell -> !cell.equals("?"))
                .distinct()
                .sorted();
    }

    private record Encoder(int column, String category) {
        float number(String[] cells) {
            return category.isEmpty() ? Float.parseFloat(cells[column]) : cells[column].equals(category) ? 1 : 0;
        }
    }
}
