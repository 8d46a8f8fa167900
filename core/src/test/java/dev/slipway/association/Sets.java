package dev.slipway.association;

import dev.slipway.contract.Contract;
import dev.slipway.document.Document;
import dev.slipway.document.Mapping;
import dev.slipway.profile.Profile;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The public data sets, as tables of text. */
final class Sets {
    private static final Path DATA = Path.of(System.getProperty("slipway.root", "."), "..", "shared", "data");
    static final String ADULT =
            "age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,race,"
                    + "sex,capital-gain,capital-loss,hours-per-week,native-country,income";

    /** What is known of a flight only when it has landed. */
    static final List<String> AFTER_LANDING = List.of(
            "ActualElapsedTime",
            "ArrTime",
            "TaxiIn",
            "AirTime",
            "CarrierDelay",
            "WeatherDelay",
            "NASDelay",
            "SecurityDelay",
            "LateAircraftDelay");

    private Sets() {}

    static Mapping golden(String name) {
        Path file = DATA.resolve("golden").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no golden figures at " + file);
        return Document.json(file).root().mapping();
    }

    /** A file with a header. */
    static Table read(String name, char delimiter) {
        var lines = lines(name);
        return table(name, fields(lines.get(0), delimiter), lines.subList(1, lines.size()), delimiter, field -> field);
    }

    static Table titanic() {
        return read("titanic/titanic.csv", ',');
    }

    /** As the golden figures have it: blanks stripped, '?' missing, no dot behind the income. */
    static Table adult(String... parts) {
        var lines = new ArrayList<String>();
        for (var part : parts) {
            lines(part).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("|"))
                    .forEach(lines::add);
        }
        return table("adult", List.of(ADULT.split(",")), lines, ',', field -> {
            String bare = field.strip();
            return bare.equals("?") ? "" : bare.endsWith("K.") ? bare.substring(0, bare.length() - 1) : bare;
        });
    }

    /** Ten thousand flights of May 2008, with the names the columns have elsewhere; NA and \\N are missing values. */
    static Table flights() {
        String names = "Year,Month,DayofMonth,DayOfWeek,DepTime,CRSDepTime,ArrTime,CRSArrTime,UniqueCarrier,FlightNum,"
                + "TailNum,ActualElapsedTime,CRSElapsedTime,AirTime,ArrDelay,DepDelay,Origin,Dest,Distance,TaxiIn,"
                + "TaxiOut,Cancelled,CancellationCode,Diverted,CarrierDelay,WeatherDelay,NASDelay,SecurityDelay,"
                + "LateAircraftDelay";
        return table(
                "flights",
                List.of(names.split(",")),
                lines("flights2008/flights_2008_5_1_sample.csv.gz"),
                ',',
                field -> field.equals("NA") || field.equals("\\N") ? "" : field);
    }

    /** The same with what people want to know instead of the delay: whether they will be more than 15 minutes late. */
    static Table late() {
        var flights = flights();
        var delay = (TextColumn) flights.column("ArrDelay");
        return flights.without(List.of("ArrDelay"))
                .with(TextColumn.of(
                        "late",
                        IntStream.range(0, flights.rows())
                                .mapToObj(row -> delay.at(row).isEmpty()
                                        ? ""
                                        : Integer.parseInt(delay.at(row)) > 15 ? "yes" : "no")
                                .toArray(String[]::new)));
    }

    private static Table table(
            String name, List<String> names, List<String> lines, char delimiter, UnaryOperator<String> clean) {
        var rows = lines.stream().map(line -> fields(line, delimiter)).toList();
        var columns = IntStream.range(0, names.size())
                .mapToObj(c -> TextColumn.of(
                        names.get(c),
                        rows.stream().map(row -> clean.apply(row.get(c))).toArray(String[]::new)))
                .toList();
        return Table.of(columns, Origins.from(name, 1, rows.size()));
    }

    private static List<String> fields(String line, char delimiter) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static List<String> lines(String name) {
        Path file = DATA.resolve("sets").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no data set at " + file);
        try (InputStream in = Files.newInputStream(file);
                var reader = new BufferedReader(new InputStreamReader(
                        name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds inference sees, as a profile would have them. */
    static Reading reading(Table table) {
        Map<String, ColumnType> kinds = new HashMap<>();
        Contract.infer("data", Profile.of(table))
                .contract()
                .columns()
                .forEach(column -> kinds.put(column.name(), column.type()));
        return Reading.of(kinds);
    }

    static Sample sample(Table table) {
        return sample(table, Sampling.MOST);
    }

    static Sample sample(Table table, int most) {
        var sampling = new Sampling(List.of(), most);
        return sampling.finish(IntStream.rangeClosed(0, table.rows() / 8_192)
                .mapToObj(i -> table.slice(i * 8_192, Math.min(table.rows(), (i + 1) * 8_192)))
                .map(part -> RowSample.of(part, most))
                .reduce(sampling.empty(), RowSample::merge));
    }
}
