package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.artifact.Scratch;
import dev.slipway.document.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.transform.OwnSteps;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The state folder is open in a server, which does the work and is asked over HTTP. */
public final class There implements Place {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private static final int LONGEST_REFUSAL = 16 << 20;

    private final URI server;
    private final Optional<String> token;
    private final HttpClient client;
    private final OwnSteps steps;

    /**
     * @param token what the server wants to see; none where it asks for none
     * @param steps that somebody else wrote, as they are here
     */
    public There(URI server, Optional<String> token, OwnSteps steps) {
        this.steps = steps;
        token.ifPresent(There::requireToken);
        this.server = URI.create(server.toString().replaceAll("/+$", "") + Wire.ROOT);
        this.token = token;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static void requireToken(String secret) {
        if (!secret.chars().allMatch(each -> each > ' ' && each <= '~')) {
            throw SlipwayException.usage(
                    "SERVER-TOKEN",
                    "a token with blanks or letters outside of ASCII cannot be sent",
                    "SLIPWAY_TOKEN",
                    "set it to visible ASCII characters only, as the server's");
        }
    }

    @Override
    public <Q, A> A ask(Operation<Q, A> operation, Q question) {
        var request = request(operation.name())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.namingBytes(question)));
        var answer = bytes(request.build());
        return Json.readNaming("the server's answer", answer, operation.answer());
    }

    @Override
    public OwnSteps steps() {
        return steps;
    }

    @Override
    public Manifest put(Path folder) {
        var manifest = Manifest.of(folder);
        for (var file : manifest.files()) {
            var request = request("artifacts/" + file.sha256())
                    .header("Content-Type", "application/octet-stream")
                    .PUT(body(folder.resolve(file.path())));
            bytes(request.build());
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
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw SlipwayException.usage(
                    "ARTIFACT-TARGET-EXISTS",
                    "cannot restore into something that exists",
                    folder.toString(),
                    "name a folder that does not exist yet");
        }
        // Beside the target, so that it gets its name in one move: nobody sees half a folder.
        var target = folder.toAbsolutePath();
        try (var scratch = Scratch.beside(target)) {
            var part = scratch.path().resolve("files");
            Files.createDirectory(part);
            for (var file : files.files()) {
                fetch(file, part.resolve(file.path()));
            }
            if (!Manifest.of(part).equals(files)) {
                throw SlipwayException.failed(
                        "SERVER-DAMAGED",
                        "the files that came are not the ones that were asked for",
                        server.toString(),
                        "try again; if it stays so, check what stands between here and the server");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unreachable(
                    folder.toString(),
                    "cannot copy the files here: " + failure,
                    "try again; free space on the disk",
                    failure);
        }
    }

    private void fetch(Manifest.Entry file, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent(), "a file lies in a folder"));
        var request = request("artifacts/" + file.sha256()).GET().build();
        try (var content = send(request)) {
            Files.copy(content, target);
        }
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(server + path)).timeout(ANSWER);
        token.ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
        return builder;
    }

    private byte[] bytes(HttpRequest request) {
        try (var answer = send(request)) {
            return answer.readAllBytes();
        } catch (IOException failure) {
            throw silent(failure);
        }
    }

    /** The body of an answer that says yes; what another one says is thrown. */
    private InputStream send(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            try (var body = response.body()) {
                throw refusal(response.statusCode(), body.readNBytes(LONGEST_REFUSAL));
            }
        } catch (IOException failure) {
            throw silent(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable(server.toString(), "interrupted", "run the command again", stopped);
        }
    }

    private SlipwayException silent(IOException failure) {
        return unreachable(
                server.toString(),
                "no server answers: " + failure,
                "check the address, and that the server runs: slipway serve",
                failure);
    }

    private SlipwayException refusal(int status, byte[] body) {
        try {
            var refusal = Json.read("the server's answer", body, Wire.Refusal.class);
            return new SlipwayException(refusal.kind(), refusal.problems());
        } catch (SlipwayException unreadable) {
            return SlipwayException.failed(
                    "SERVER-ANSWER",
                    "an answer with status %d that is not Slipway's".formatted(status),
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
