package dev.slipway.bench;

import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** What programs that are no JVM need: the files they work on, and the server on a port they know. */
public final class PeerFiles {
    private static final int CSV_ROWS = 100_000;
    private static final int TRAINING_ROWS = 20_000;

    private PeerFiles() {}

    /** {@code FOLDER} writes the files; {@code FOLDER PORT} also serves the model there until it is killed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]);
        var training = Shipments.table(TRAINING_ROWS);
        Shipments.write(folder.resolve("shipments.csv"), Shipments.table(CSV_ROWS));
        Shipments.write(folder.resolve("training.csv"), training);
        Shipments.write(folder.resolve("late.csv"), late(training));
        Files.write(folder.resolve("request.json"), Shipments.request(training, 0));
        if (arguments.length > 1) {
            try (var server = LateServer.start(folder, LateModel.TREES, Integer.parseInt(arguments[1]))) {
                Files.writeString(
                        folder.resolve("slipway.address"), server.address().toString());
                new CountDownLatch(1).await();
            }
        }
    }

    private static Table late(Table training) {
        return Table.of(IntegerColumn.of(
                Shipments.LATE,
                Arrays.stream(Shipments.late(training)).asLongStream().toArray()));
    }
}
