package dev.slipway.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.http.Access;
import dev.slipway.http.Limits;
import dev.slipway.http.Options;
import dev.slipway.http.Route;
import dev.slipway.workflow.Operations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
    private static final String SECRET = "open-sesame-over-the-sea";

    @TempDir
    private Path project;

    @Test
    void it_is_live_and_ready_without_any_release() {
        try (var harbour = Harbour.open(project)) {
            var client = harbour.client();

            assertThat(client.get("/health/live").body()).isEqualTo("{\"live\":true}");
            assertThat(client.get("/health/ready").body()).isEqualTo("{\"ready\":true,\"broken\":[]}");
            assertThat(client.get("/deployments").body()).isEqualTo("{\"deployments\":[],\"broken\":[]}");
        }
    }

    @Test
    void a_release_that_cannot_be_loaded_is_named_and_keeps_no_other_request_from_an_answer() throws IOException {
        try (var harbour = Harbour.open(project)) {
            harbour.release(harbour.train(Harbour.RULE).version());
            damageArtifacts();
            harbour.restart();
            var client = harbour.client();

            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(client.get("/health/ready").body()).isEqualTo("{\"ready\":false,\"broken\":[\"ferry\"]}");
            var answer = client.predict("{\"age\": 30, \"sex\": \"male\"}");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("ARTIFACT-DAMAGED");
            assertThat(harbour.log()).singleElement().asString().contains("deployment ferry cannot serve");

            harbour.release(harbour.train("0.5").version());
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private void damageArtifacts() throws IOException {
        try (var files = Files.walk(project.resolve(".slipway/artifacts"))) {
            for (var file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                Files.writeString(file, "damaged");
            }
        }
    }

    @Test
    void every_route_but_the_health_needs_the_token_once_there_is_one() {
        var options = Options.local(0).withToken(SECRET);
        try (var harbour = Harbour.open(project, options)) {
            var client = harbour.client();
            var routes = Server.routes(harbour.workspace(), options);

            for (var route : routes) {
                var path = route.path().replace("{name}", "ferry").replace("{sha256}", "0".repeat(64));
                var bare = client.send(client.to(path)
                        .header(
                                "Content-Type",
                                route.intake().type().isEmpty()
                                        ? "text/plain"
                                        : route.intake().type())
                        .method(route.method(), BodyPublishers.ofString("{}")));
                if (route.access() == Access.TOKEN) {
                    assertThat(bare.statusCode()).as(route.path()).isEqualTo(401);
                    assertThat(bare.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                }
            }
            assertThat(routes.stream()
                            .filter(route -> route.access() == Access.OPEN)
                            .map(Route::path))
                    .containsExactly("/health/live", "/health/ready");
            assertThat(client.send(client.to("/deployments")
                                    .header("Authorization", "Bearer " + SECRET)
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void without_a_token_of_its_own_everything_that_changes_something_still_needs_one() {
        try (var harbour = Harbour.open(project)) {
            var open = Server.routes(harbour.workspace(), Options.local(0)).stream()
                    .filter(route -> route.access() == Access.OPEN)
                    .map(Route::path)
                    .collect(Collectors.toList());

            assertThat(open)
                    .containsExactly(
                            "/health/live",
                            "/health/ready",
                            "/deployments/{name}/predict",
                            "/deployments",
                            "/deployments/{name}");
            assertThat(Server.routes(harbour.workspace(), Options.local(0)).stream()
                            .map(Route::path))
                    .containsAll(Operations.ALL.stream()
                            .map(operation -> "/api/1/" + operation.name())
                            .toList());
        }
    }

    @Test
    void a_wrong_token_in_any_shape_is_401() {
        try (var harbour = Harbour.open(project, Options.local(0).withToken(SECRET))) {
            var client = harbour.client();
            var wrong = List.of(
                    "Bearer",
                    "Bearer ",
                    "Bearer wrong",
                    "Bearer " + SECRET + "x",
                    "Bearer " + SECRET.substring(1),
                    "Basic YWRtaW46cGFzc3dvcmQxMjM0",
                    "Bearer eyJhbGciOiJub25lIn0.e30.",
                    SECRET);

            for (var header : wrong) {
                assertThat(client.send(client.to("/deployments")
                                        .header("Authorization", header)
                                        .GET())
                                .statusCode())
                        .as(header)
                        .isEqualTo(401);
            }
            assertThat(client.get("/deployments?token=" + SECRET.replace(' ', '+'))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.send(client.to("/deployments")
                                    .header("X-User", "admin")
                                    .header("X-Forwarded-For", "127.0.0.1")
                                    .GET())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(harbour.log()).isEmpty();
        }
    }

    @Test
    void no_spelling_of_a_path_goes_around_the_token() {
        try (var harbour = Harbour.open(project, Options.local(0).withToken(SECRET))) {
            var client = harbour.client();
            var paths = List.of(
                    "//deployments",
                    "/./deployments",
                    "/deployments/",
                    "/deployments;x=y",
                    "/deployments%20",
                    "/deployments.css",
                    "/x/../deployments",
                    "/DEPLOYMENTS",
                    "/%64eployments",
                    "/health/../deployments",
                    "/health/live/../../deployments",
                    "/health%2f..%2fdeployments",
                    "/api//1/runs");

            for (var path : paths) {
                var answer = client.raw("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, client.address().getAuthority()));
                assertThat(answer).as(path).startsWith("HTTP/1.1 4");
            }
        }
    }

    @Test
    void listening_to_a_network_without_a_token_is_refused_at_the_start() {
        var everywhere = new Options("0.0.0.0", 0, Optional.empty(), Limits.DEFAULT);

        assertThatThrownBy(() -> Harbour.open(project, everywhere).close())
                .hasMessageContaining("SERVER-NO-TOKEN")
                .hasMessageContaining("SLIPWAY_TOKEN");
    }

    @Test
    void a_port_that_is_taken_is_named_with_what_to_do() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Harbour.open(project, Options.local(taken.getLocalPort()))
                            .close())
                    .hasMessageContaining("SERVER-PORT")
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("another --port, or 0");
        }
    }
}
