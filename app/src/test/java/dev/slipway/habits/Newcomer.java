package dev.slipway.habits;

import dev.slipway.cli.Main;
import dev.slipway.database.Witness;
import dev.slipway.wiring.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Somebody in a folder who types what the README says. Everything is real; the server is a program of its own. */
record Newcomer(Path folder) {
    /** What a command left on the screen. */
    record Seen(int code, String out, String err) {
        /** What was said, by a command that had to do its work. */
        String done() {
            if (code != 0) {
                throw new AssertionError("exit code %d: %s%n%s".formatted(code, err, out));
            }
            return out;
        }
    }

    Newcomer in(String other) {
        return new Newcomer(folder.resolve(other).normalize());
    }

    Seen slipway(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var world = new Surroundings(folder, Map.of(), "ann", InstantSource.system(), Witness.NONE, Optional.empty());
        int code = Main.run(world, new PrintWriter(out), new PrintWriter(err), words);
        return new Seen(code, out.toString(), err.toString());
    }

    /** Changes a file as a person with an editor would. */
    void edit(String file, String from, String to) throws IOException {
        var path = folder.resolve(file);
        var before = Files.readString(path);
        if (!before.contains(from)) {
            throw new AssertionError("no '%s' in %s:%n%s".formatted(from, path, before));
        }
        Files.writeString(path, before.replace(from, to));
    }

    /** Starts {@code slipway serve} here, on any free port. */
    Serving serve() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java, "-cp", System.getProperty("java.class.path"), "dev.slipway.cli.Main", "serve", "--port", "0");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("serve.log").toFile())
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = Optional.ofNullable(lines.readLine()).orElse("nothing");
        if (!said.startsWith("serving at ")) {
            process.destroyForcibly();
            throw new AssertionError(said + ": " + Files.readString(folder.resolve("serve.log")));
        }
        return new Serving(process, URI.create(said.substring("serving at ".length())));
    }

    /** A server that runs until it is closed. */
    record Serving(Process process, URI address) implements AutoCloseable {
        String get(String path) throws IOException {
            return answer(HttpRequest.newBuilder(address.resolve(path)).build());
        }

        /** What {@code curl -d} does. */
        String post(String path, String json) throws IOException {
            return answer(HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build());
        }

        private static String answer(HttpRequest request) throws IOException {
            try {
                var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new AssertionError(response.statusCode() + ": " + response.body());
                }
                return response.body();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(45, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new UncheckedIOException(new IOException("the server did not end when it was asked to"));
                }
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
