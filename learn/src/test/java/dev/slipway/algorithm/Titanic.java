package dev.slipway.algorithm;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/** The Titanic's passengers as numbers, encoded by hand for tests. */
public final class Titanic {
    public static final int ONE_HOT = 12;

    private static final List<String> NUMBERS = List.of("Pclass", "Age", "SibSp", "Parch", "Fare");

    private final List<NamedCsvRecord> passengers;

    private Titanic(List<NamedCsvRecord> passengers) {
        this.passengers = passengers;
    }

    public static Titanic read(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new Titanic(reader.stream().toList());
        }
    }

    public int rows() {
        return passengers.size();
    }

    public int[] survived() {
        return passengers.stream()
                .mapToInt(passenger -> Integer.parseInt(passenger.getField("Survived")))
                .toArray();
    }

    /** Five columns, median for missing, mean 0 and deviation 1; then 1 for a man. */
    public double[] standardised() {
        var matrix = new double[rows() * 6];
        for (int feature = 0; feature < 5; feature++) {
            String name = NUMBERS.get(feature);
            double[] present = passengers.stream()
                    .map(passenger -> passenger.getField(name))
                    .filter(cell -> !cell.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .sorted()
                    .toArray();
            double median = (present[(present.length - 1) / 2] + present[present.length / 2]) / 2;
            double[] filled = passengers.stream()
                    .mapToDouble(passenger -> number(passenger, name, median))
                    .toArray();
            double mean = DoubleStream.of(filled).sum() / filled.length;
            double deviation = Math.sqrt(DoubleStream.of(filled)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / filled.length);
            for (int row = 0; row < filled.length; row++) {
                matrix[row * 6 + feature] = (filled[row] - mean) / deviation;
            }
        }
        for (int row = 0; row < rows(); row++) {
            matrix[row * 6 + 5] = passengers.get(row).getField("Sex").equals("male") ? 1 : 0;
        }
        return matrix;
    }

    /** Four columns as they are, missing as NaN; then one column a class, a sex and a port. */
    public float[] oneHot() {
        var numbers = List.of("Age", "SibSp", "Parch", "Fare");
        var categories = List.of(
                "Pclass=1", "Pclass=2", "Pclass=3", "Sex=female", "Sex=male", "Embarked=C", "Embarked=Q", "Embarked=S");
        var matrix = new float[rows() * ONE_HOT];
        int at = 0;
        for (NamedCsvRecord passenger : passengers) {
            for (String name : numbers) {
                matrix[at++] = (float) number(passenger, name, Double.NaN);
            }
            for (String category : categories) {
                String[] pair = category.split("=");
                matrix[at++] = passenger.getField(pair[0]).equals(pair[1]) ? 1 : 0;
            }
        }
        return matrix;
    }

    private static double number(NamedCsvRecord passenger, String name, double missing) {
        String cell = passenger.getField(name);
        return cell.isEmpty() ? missing : Double.parseDouble(cell);
    }
}
