package dev.slipway.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** A small data file in which who is older and has a cabin buys more often. The same rows every time. */
final class Bookings {
    static final String HEADER = "booking,age,cabin,price,harbour,note,departs,bought,revenue";

    private Bookings() {}

    static Path write(Path file, int rows) throws IOException {
        var random = new SplittableRandom(7);
        var text = new StringBuilder(HEADER).append('\n');
        for (int row = 1; row <= rows; row++) {
            text.append(line(random, row)).append('\n');
        }
        return Files.writeString(file, text);
    }

    private static String line(SplittableRandom random, int row) {
        int age = 18 + random.nextInt(60);
        boolean cabin = random.nextBoolean();
        boolean bought = random.nextDouble() < 0.1 + (age > 45 ? 0.4 : 0) + (cabin ? 0.35 : 0);
        return String.format(
                Locale.ROOT,
                "B%05d,%s,%s,%.2f,%s,note %d of a passenger,2026-05-%02dT12:00,%d,%s",
                row,
                random.nextInt(10) == 0 ? "" : Integer.toString(age),
                cabin ? "yes please" : "none",
                20 + 200 * random.nextDouble(),
                "Turku",
                random.nextInt(1_000_000),
                1 + random.nextInt(28),
                bought ? 1 : 0,
                bought ? "31.50" : "0.00");
    }
}
