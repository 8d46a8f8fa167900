package dev.slipway.algorithm;

import dev.slipway.problem.SlipwayException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The running child: its streams, its last words, and the folder its native library is unpacked to. */
final class ChildProcess {
    private static final int SECONDS_TO_END = 5;

    private final NativeLibrary library;
    private final Process process;
    private final Path folder;
    private final LastLines messages = new LastLines();
    private final Thread drain;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    private ChildProcess(NativeLibrary library, Process process, Path folder) {
        this.library = library;
        this.process = process;
        this.folder = folder;
        this.drain = LastLines.drain(process.getErrorStream(), messages);
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    static ChildProcess start(NativeLibrary library, int threads, int heapMegabytes) {
        try {
            Path folder = Files.createTempDirectory("slipway-training");
            return start(library, javaCommand(library, folder, heapMegabytes), folder, threads);
        } catch (IOException full) {
            throw notStarted(full);
        }
    }

    static ChildProcess start(NativeLibrary library, List<String> command, Path folder, int threads) {
        var builder = new ProcessBuilder(command);
        // Must be set before the native library loads: waiting threads otherwise spin and training takes 15 times
        // longer.
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        if (Neighbours.areQuiet(threads)) {
            builder.environment().putIfAbsent("GOMP_SPINCOUNT", Neighbours.SPINS);
        }
        try {
            return new ChildProcess(library, builder.start(), folder);
        } catch (IOException impossible) {
            delete(folder);
            throw notStarted(impossible);
        }
    }

    private static SlipwayException notStarted(IOException cause) {
        return SlipwayException.failed(
                "TRAIN-WORKER",
                "the training process cannot be started: " + cause.getMessage(),
                "java of " + System.getProperty("java.home"),
                "check that this Java can be run and that its temporary folder can be written and has space");
    }

    private static List<String> javaCommand(NativeLibrary library, Path folder, int heapMegabytes) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        // Rows pass through the heap once, as few large arrays; behind them it shrinks, and the library has the memory.
        command.addAll(
                List.of("-Xms" + Math.min(24, heapMegabytes) + "m", "-Xmn" + Math.min(16, heapMegabytes / 2) + "m"));
        command.addAll(List.of("-XX:MaxHeapFreeRatio=10", "-XX:MinHeapFreeRatio=5", "-XX:-ShrinkHeapInSteps"));
        // Standard output belongs to the answers.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-XX:+ExitOnOutOfMemoryError"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(List.of("-cp", classPath(library), TrainingChild.class.getName()));
        command.addAll(List.of(folder.toString(), library.name()));
        return command;
    }

    /** Only what the child needs: its own class, the library, and those its classes cannot load without. */
    private static String classPath(NativeLibrary library) {
        return Stream.concat(Stream.of(TrainingChild.class), library.needed().stream())
                .map(ChildProcess::home)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(type + " comes from " + source.getLocation(), impossible);
        }
    }

    DataOutputStream requests() {
        return requests;
    }

    DataInputStream answers() {
        return answers;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it now, whatever it does. */
    void destroy() {
        process.destroyForcibly();
        waitForEnd();
        delete(folder);
    }

    private void waitForEnd() {
        try {
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            drain.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | java.io.UncheckedIOException gone) {
            // The child deletes the folder itself once its library is loaded; nothing is left to do.
            return;
        }
    }

    /** What to tell people about a child that ended unasked or answered nonsense; ends it where it still runs. */
    SlipwayException died(IOException cause) {
        waitForEnd();
        String end = process.isAlive() ? "answered nonsense" : "ended with exit code " + process.exitValue();
        destroy();
        String last = messages.text();
        return SlipwayException.failed(
                "TRAIN-WORKER",
                "the training process %s%s"
                        .formatted(end, last.isEmpty() ? " (%s)".formatted(cause.getMessage()) : ":\n" + last),
                library.label() + " in a process of its own",
                fix(last.toLowerCase(Locale.ROOT), process.isAlive() ? 0 : process.exitValue()));
    }

    private String fix(String messages, int exit) {
        if (messages.contains("libgomp")) {
            return "install OpenMP: 'apt-get install libgomp1' (Debian, Ubuntu) or 'dnf install libgomp' (Fedora), then train again";
        }
        if (messages.contains("outofmemory") || messages.contains("bad_alloc") || exit == 137) {
            return "give the machine more memory, train on fewer rows or columns, or run fewer programs beside it";
        }
        return "train again; if it ends the same way, report the messages above, or leave out the %s candidates"
                .formatted(library.candidate());
    }
}
