package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.document.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The state folder is open in a server, which does the work and is asked over HTTP. */
public final class There implements Place {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final URI server;
    private final Optional<String> token;
    private final HttpClient client;

    /** @param token what the server wants to see; none where it asks for none */
    public There(URI server, Optional<String> token) {
        this.server = URI.create(server.toString().replaceAll("/+$", "") + Wire.ROOT);
        this.token = token;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public <Q, A> A ask(Operation<Q, A> operation, Q question) {
        var request = request(operation.name())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(question)));
        var answer = send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return Json.read("the server's answer", answer, operation.answer());
    }

    @Override
    public Manifest put(Path folder) {
        var manifest = Manifest.of(folder);
        for (var file : manifest.files()) {
            var request = request("artifacts/" + file.sha256())
                    .header("Content-Type", "application/octet-stream")
                    .PUT(body(folder.resolve(file.path())));
            send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        return manifest;
    }

    private static HttpRequest.BodyPublisher body(Path file) {
        try {
            return HttpRequest.BodyPublishers.ofFile(file);
        } catch (IOException gone) {
            throw unreachable(file.toString(), "cannot read: " + gone, "check the file", gone);
        }
    }

    @Override
    public void fetch(Manifest files, Path folder) {
        try {
            for (var file : files.files()) {
                var target = folder.resolve(file.path());
                Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
                var request = request("artifacts/" + file.sha256()).GET().build();
                Files.write(target, send(request, HttpResponse.BodyHandlers.ofByteArray()));
            }
        } catch (IOException failure) {
            throw unreachable(folder.toString(), "cannot write: " + failure, "free space on the disk", failure);
        }
        var found = Manifest.of(folder);
        if (!found.equals(files)) {
            throw SlipwayException.failed(
                    "SERVER-DAMAGED",
                    "the files that came are not the ones that were asked for",
                    server.toString(),
                    "try again; if it stays so, check what stands between here and the server");
        }
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(server + path)).timeout(ANSWER);
        token.ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
        return builder;
    }

    private byte[] send(HttpRequest request, HttpResponse.BodyHandler<byte[]> handler) {
        try {
            var response = client.send(request, handler);
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            throw refusal(response);
        } catch (IOException failure) {
            throw unreachable(
                    server.toString(),
                    "no server answers: " + failure,
                    "check the address, and that the server runs: slipway serve",
                    failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable(server.toString(), "interrupted", "run the command again", stopped);
        }
    }

    private SlipwayException refusal(HttpResponse<byte[]> response) {
        try {
            var refusal = Json.read("the server's answer", response.body(), Wire.Refusal.class);
            return new SlipwayException(refusal.kind(), refusal.problems());
        } catch (SlipwayException unreadable) {
            return SlipwayException.failed(
                    "SERVER-ANSWER",
                    "an answer with status %d that is not Slipway's".formatted(response.statusCode()),
                    server.toString(),
                    "check that this is the address of a Slipway server");
        }
    }

    private static SlipwayException unreachable(String where, String what, String fix, Exception cause) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED, new Problem("SERVER-UNREACHABLE", what, where, fix), cause);
    }

    @Override
    public void close() {
        // The JDK 17 client has nothing to close; its threads end with it.
    }
}
