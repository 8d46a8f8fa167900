package dev.slipway.demo;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the story is told: its folder, its screen, its server. Commands are the real ones, run as a person would type them
 * in the folder; a step that ends otherwise than it should is a failure, not a story.
 */
final class Stage implements AutoCloseable {
    /** Runs a command of the program and answers its exit code. */
    @FunctionalInterface
    interface Program {
        int run(List<String> arguments);
    }

    private final Path folder;
    private final PrintWriter out;
    private final Program program;
    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<ServerProcess> server = Optional.empty();

    Stage(Path folder, PrintWriter out, Program program) {
        this.folder = folder;
        this.out = out;
        this.program = program;
    }

    Path folder() {
        return folder;
    }

    /** Says a sentence to the reader. */
    void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    /** Shows a command and runs it. */
    void slipway(int expected, String... arguments) {
        show("slipway " + String.join(" ", quoted(arguments)));
        int code = program.run(List.of(arguments));
        out.flush();
        if (code != expected) {
            throw unexpected("slipway " + arguments[0], "exit code " + code + " instead of " + expected);
        }
        if (code != 0) {
            say("(exit code " + code + ": no)");
        }
    }

    private static List<String> quoted(String... arguments) {
        return List.of(arguments).stream()
                .map(argument -> argument.contains(" ") ? "\"" + argument + "\"" : argument)
                .toList();
    }

    private void show(String command) {
        say("");
        say("  $ " + command);
    }

    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem("DEMO-WRITE", "cannot write: " + failure, name, "free space on the disk"),
                    failure);
        }
    }

    List<String> read(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException failure) {
            throw unexpected("reading " + name, failure.toString());
        }
    }

    /** Starts the server in a program of its own, as it would run anywhere, and waits until it says where it is. */
    void serve() {
        show("slipway serve --port 0 &");
        var started = ServerProcess.start(folder);
        server = Optional.of(started);
        say("  serving at " + started.address());
    }

    /** Asks the server for a prediction, and answers what it said. */
    String ask(String deployment, String json, int expected) {
        var url = server.orElseThrow().address().resolve("/deployments/" + deployment + "/predict");
        show("curl -s %s -H 'content-type: application/json' -d '%s'".formatted(url, json));
        var request = HttpRequest.newBuilder(URI.create(url.toString()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            say("  " + response.body().strip());
            if (response.statusCode() != expected) {
                throw unexpected("the request", "status " + response.statusCode());
            }
            return response.body();
        } catch (IOException failure) {
            throw unexpected("the request", failure.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unexpected("the request", "interrupted");
        }
    }

    private SlipwayException unexpected(String what, String happened) {
        return SlipwayException.failed(
                "DEMO-STOPPED",
                "%s ended with %s".formatted(what, happened),
                folder.toString(),
                "please report this with the lines above");
    }

    @Override
    public void close() {
        server.ifPresent(ServerProcess::close);
    }
}
