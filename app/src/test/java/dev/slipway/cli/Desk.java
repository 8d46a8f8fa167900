package dev.slipway.cli;

import dev.slipway.database.Witness;
import dev.slipway.wiring.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A person at a desk: a folder to be in, the program, and what was seen on the screen. Everything is real. */
final class Desk {
    static final String HEADER = "booking,age,cabin,price,bought";

    /** What a command left on the screen. */
    record Seen(int code, String out, String err) {}

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private Optional<UnaryOperator<String>> terminal = Optional.empty();

    Desk(Path folder) {
        this.folder = folder;
    }

    Desk set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Somebody answers what is asked. */
    Desk answering(UnaryOperator<String> person) {
        terminal = Optional.of(person);
        return this;
    }

    Seen slipway(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var world = new Surroundings(folder, environment, "ann", InstantSource.system(), Witness.NONE, terminal);
        int code = Main.run(world, new PrintWriter(out), new PrintWriter(err), words);
        return new Seen(code, out.toString(), err.toString());
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Bookings in which who is older and has a cabin buys more often; the same rows every time. */
    Path bookings(String name, int rows) throws IOException {
        var random = new SplittableRandom(7);
        var text = new StringBuilder(HEADER).append('\n');
        for (int row = 1; row <= rows; row++) {
            int age = 18 + random.nextInt(60);
            boolean cabin = random.nextBoolean();
            boolean bought = random.nextDouble() < 0.08 + (age > 45 ? 0.45 : 0) + (cabin ? 0.35 : 0);
            text.append(String.format(
                    Locale.ROOT,
                    "B%05d,%s,%s,%.2f,%s%n",
                    row,
                    random.nextInt(12) == 0 ? "" : Integer.toString(age),
                    cabin ? "inside" : "none",
                    20 + 200 * random.nextDouble(),
                    bought ? "yes" : "no"));
        }
        return file(name, text.toString().replace("\r\n", "\n"));
    }

    /** A project on such bookings, in this folder, that trains in seconds. */
    void project(int rows) throws IOException {
        bookings("bookings.csv", rows);
        slipway("contract", "infer", "bookings.csv", "--target", "bought", "--out", "contract.yaml");
        file("slipway.yaml", """
                name: ferry
                data: {train: bookings.csv, target: bought, positive: "yes"}
                features:
                  - impute: {columns: [age], with: median, indicate: true}
                  - onehot: {columns: [cabin]}
                candidates:
                  - baseline: majority
                  - rule: "CASE WHEN cabin = 'inside' THEN 0.7 ELSE 0.3 END"
                  - logistic: {}
                train: {metric: roc_auc, budget: 20s, trials: 0}
                gates: [beats baseline by 0.02, size <= 20MB]
                """);
    }
}
