package dev.slipway.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A program that is asked to come to an end, says so, and does not. */
final class Patient {
    static final String READY = "ready";
    static final String ASKED = "asked";

    private Patient() {}

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var interrupts = new Interrupts(() -> out.println(ASKED));
        out.println(READY);
        new CountDownLatch(1).await();
        interrupts.restore();
    }
}
