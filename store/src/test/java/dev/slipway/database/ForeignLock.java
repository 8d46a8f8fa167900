package dev.slipway.database;

import java.nio.file.Path;
import java.time.Duration;

/** A process that finds out whether a state folder is free: exit code 0 if so, 3 if somebody has it. */
final class ForeignLock {
    static final int HELD = 3;

    private ForeignLock() {}

    public static void main(String[] arguments) {
        var opening = StateFolder.open(Path.of(arguments[0]), Duration.ZERO);
        if (opening instanceof Opening.Opened opened) {
            // Not closed: the end of the process has to be enough.
            Runtime.getRuntime().halt(opened.folder().path().isAbsolute() ? 0 : 1);
        }
        Runtime.getRuntime().halt(HELD);
    }
}
