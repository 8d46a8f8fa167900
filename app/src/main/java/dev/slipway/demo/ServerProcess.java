package dev.slipway.demo;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code slipway serve} in a Java of its own, with the class path and the switches of this one. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
    private static final long PATIENCE_SECONDS = 40;

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static ServerProcess start(Path project) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-agentlib") && !argument.startsWith("-javaagent"))
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.slipway.cli.Main"));
        command.addAll(List.of("serve", "--project", project.toString(), "--port", "0"));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(project.resolve("serve.log").toFile())
                    .start();
            return new ServerProcess(process, address(process, project));
        } catch (IOException failure) {
            throw failed("cannot start the server: " + failure, project, failure);
        }
    }

    private static URI address(Process process, Path project) throws IOException {
        // Whoever waits for a line of a process that has ended gets the end of its output, so this cannot hang on a
        // crash.
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                return URI.create(found.group());
            }
        }
        throw failed("the server ended before it said where it is", project, new IOException("no address"));
    }

    private static SlipwayException failed(String what, Path project, Exception cause) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "DEMO-SERVER",
                        what,
                        project.resolve("serve.log").toString(),
                        "read that file, and try it alone: slipway serve --project " + project),
                cause);
    }

    URI address() {
        return address;
    }

    /** Asks it to stop, as an operator would, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
