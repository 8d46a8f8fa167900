package dev.slipway.algorithm;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A public data set as numbers, for tests of scorers: a column of words becomes the places of its words in order, and is
 * known as a category; a gap becomes {@code NaN}. The target column, as numbers or places too, stands apart.
 */
final class RealData {
    static final Path FOLDER = Path.of(System.getProperty("slipway.root"), "../shared/data/sets");

    private final List<double[]> columns = new ArrayList<>();
    private final List<Integer> categories = new ArrayList<>();
    private double[] target = {};

    private RealData() {}

    /** A file with its separator; the target by its place. */
    static RealData read(String file, char separator, boolean header, int target, int... dropped) {
        var data = new RealData();
        List<List<String>> rows = rows(FOLDER.resolve(file), separator, header);
        for (int column = 0; column < rows.get(0).size(); column++) {
            int place = column;
            if (IntStream.of(dropped).noneMatch(each -> each == place)) {
                data.add(rows.stream().map(row -> row.get(place).strip()).toList(), column == target);
            }
        }
        return data;
    }

    /** A file of lines {@code label feature:value …}; what is not named is zero. */
    static RealData sparse(String file, int features) {
        var data = new RealData();
        List<List<String>> rows = rows(FOLDER.resolve(file), ' ', false);
        for (int column = 0; column < features; column++) {
            data.columns.add(new double[rows.size()]);
        }
        data.target = new double[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            data.target[row] = Double.parseDouble(rows.get(row).get(0));
            for (String cell : rows.get(row).subList(1, rows.get(row).size())) {
                String[] parts = cell.split(":");
                data.columns.get(Integer.parseInt(parts[0]))[row] = Double.parseDouble(parts[1]);
            }
        }
        return data;
    }

    private static List<List<String>> rows(Path file, char separator, boolean header) {
        try (var in = open(file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                var csv = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(reader)) {
            var rows = csv.stream().map(CsvRecord::getFields).toList();
            int width = rows.get(0).size();
            return rows.subList(header ? 1 : 0, rows.size()).stream()
                    .filter(row -> separator == ' ' || row.size() == width)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private void add(List<String> cells, boolean isTarget) {
        boolean numbers = cells.stream().allMatch(cell -> isGap(cell) || isNumber(cell));
        var words = new ArrayList<>(
                new TreeSet<>(cells.stream().filter(cell -> !isGap(cell)).toList()));
        double[] values = cells.stream()
                .mapToDouble(
                        cell -> isGap(cell) ? Double.NaN : numbers ? Double.parseDouble(cell) : words.indexOf(cell))
                .toArray();
        if (isTarget) {
            target = values;
            return;
        }
        if (!numbers) {
            categories.add(columns.size());
        }
        columns.add(values);
    }

    private static boolean isGap(String cell) {
        return cell.isEmpty() || cell.equals("?");
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
    }

    int rows() {
        return target.length;
    }

    int features() {
        return columns.size();
    }

    /** The features of words. */
    List<Integer> categories() {
        return categories;
    }

    double[] target() {
        return target.clone();
    }

    float[] labels() {
        var labels = new float[target.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (float) target[row];
        }
        return labels;
    }

    /** All rows, one after the other. */
    double[] matrix() {
        int width = columns.size();
        var matrix = new double[rows() * width];
        Arrays.setAll(matrix, cell -> columns.get(cell % width)[cell / width]);
        return matrix;
    }
}
