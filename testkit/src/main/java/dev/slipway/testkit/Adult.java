package dev.slipway.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** The Adult data as tests use it: 32,561 rows with a header, numbered in a column of their own. */
public final class Adult {
    private static final String HEADER =
            "id,age,workclass,fnlwgt,education,education_num,marital_status,occupation,relationship,race,sex,"
                    + "capital_gain,capital_loss,hours_per_week,native_country,income";

    private Adult() {}

    /** A file of the data that tests share; a test is skipped where they are not beside the project. */
    public static Path shared(String file) {
        var path = Path.of(System.getProperty("slipway.root"), "..", "shared", "data", file);
        assumeTrue(Files.exists(path), "no shared data beside the project: " + file);
        return path;
    }

    private static List<String> rows() {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(shared("sets/adult/adult.data.gz"))),
                StandardCharsets.US_ASCII))) {
            var rows = new ArrayList<String>();
            lines.lines().filter(line -> !line.isBlank()).forEach(line -> rows.add(line.replace(", ", ",")));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is. */
    public static Path clean(Path folder) throws IOException {
        var text = new StringBuilder(HEADER).append('\n');
        int id = 0;
        for (var row : rows()) {
            text.append(++id).append(',').append(row).append('\n');
        }
        return Files.writeString(folder.resolve("adult.csv"), text);
    }

    /** One row in thirty damaged in one of many ways, and lines of every kind between them. */
    public static Path broken(Path folder, int seed) throws IOException {
        var random = new Random(seed);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEADER + "\r\n").getBytes(StandardCharsets.UTF_8));
        int id = 0;
        for (var row : rows()) {
            var record = ++id + "," + row;
            var written = random.nextInt(30) == 0 ? damaged(record, row, random) : record + "\n";
            bytes.writeBytes(written.getBytes(StandardCharsets.ISO_8859_1));
        }
        return Files.write(folder.resolve("broken.csv"), bytes.toByteArray());
    }

    private static String damaged(String record, String row, Random random) {
        String[] cells = record.split(",", -1);
        switch (random.nextInt(12)) {
            case 0 -> cells[1] = "212";
            case 1 -> cells[1] = "thirty";
            case 2 -> cells[2] = "Privat";
            case 3 -> cells[15] = "";
            case 4 -> cells[4] = "\"Bach\nelors, \"\"hons\"\"\"";
            case 5 -> cells[4] = "\"HS-grad\r\n\r\n\"";
            case 6 -> cells[0] = "17";
            case 7 -> cells[3] = "1e400";
            case 8 -> cells[14] = "\u00f6sterreich"; // a byte that is not UTF-8
            case 9 -> {
                return row + "\n"; // one field too few
            }
            case 10 -> {
                return record + ",more\r\n";
            }
            default -> {
                return "\n" + record + "\r\r";
            }
        }
        return String.join(",", cells) + "\r\n";
    }
}
