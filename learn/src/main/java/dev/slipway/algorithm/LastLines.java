package dev.slipway.algorithm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The end of what a child process said on its error stream, however much it says. Thread-safe. */
final class LastLines {
    private static final int LINES = 40;
    private static final int WIDEST = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Starts to drain the stream on a thread that ends with it. */
    static Thread drain(InputStream stream, LastLines into) {
        var thread = new Thread(() -> into.read(stream), "xgboost-messages");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void read(InputStream stream) {
        var line = new StringBuilder();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    keep(line.toString());
                    line.setLength(0);
                } else if (line.length() < WIDEST) {
                    line.append((char) next);
                }
            }
        } catch (IOException closed) {
            keep("(the messages end here: " + closed.getMessage() + ")");
        }
        keep(line.toString());
    }

    private synchronized void keep(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.strip());
    }

    /** The lines kept, oldest first. */
    synchronized String text() {
        return String.join("\n", lines);
    }
}
