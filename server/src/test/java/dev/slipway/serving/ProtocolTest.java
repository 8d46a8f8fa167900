package dev.slipway.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not HTTP, or not from here, gets a refusal, and the server goes on. */
class ProtocolTest {
    private static final String PREDICT = String.join(
            "\r\n",
            "POST /deployments/ferry/predict HTTP/1.1",
            "Host: HOST",
            "Content-Type: application/json",
            "Connection: close",
            "");
    private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n";

    private static Harbour harbour;
    private static Client client;

    /** The id of the case, then what is sent, then the statuses that are right. */
    static final List<List<String>> CASES = List.of(
            List.of("P01 no Host", "GET /health/live HTTP/1.1\r\n\r\n", "400"),
            List.of("P02 two Hosts", "GET /health/live HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n", "400"),
            List.of("P04 two lengths", PREDICT + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}}", "400"),
            List.of("P05a", PREDICT + "Content-Length: +2\r\n\r\n{}", "400"),
            List.of("P05b", PREDICT + "Content-Length: -1\r\n\r\n{}", "400"),
            List.of("P05c", PREDICT + "Content-Length: 0x2\r\n\r\n{}", "400"),
            List.of("P05d", PREDICT + "Content-Length: 2 2\r\n\r\n{}", "400"),
            List.of("P05e", PREDICT + "Content-Length: " + "9".repeat(20) + "\r\n\r\n{}", "400 413"),
            List.of("P05f", PREDICT + "Content-Length: 2;q=1\r\n\r\n{}", "400"),
            List.of("P06a", PREDICT + "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "400 501"),
            List.of("P06b", PREDICT + "Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "400 501"),
            List.of("P06c", PREDICT + "Transfer-Encoding: identity, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "400 501"),
            List.of("P06d", PREDICT + "Transfer-Encoding: \u000bchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "400 501"),
            List.of("P07", "GET /health/live HTTP/1.1\r\nHost : HOST\r\n\r\n", "400"),
            List.of("P08a", PREDICT + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}", "400 413 408"),
            List.of("P08b", PREDICT + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}", "400 413 408"),
            List.of("P08c", PREDICT + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}", "400 413 408"),
            List.of("P08d", PREDICT + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n{}", "400 413 408"),
            List.of(
                    "P08e",
                    PREDICT + "Transfer-Encoding: chunked\r\n\r\n2;" + "x".repeat(120_000) + "\r\n{}\r\n0\r\n\r\n",
                    "400 413 408 422"),
            List.of("P09", PREDICT + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n \r\n".repeat(70_000), "400 413"),
            List.of("P10 half a body", PREDICT + "Content-Length: 20\r\n\r\n{}", "400 408"),
            List.of("P13 NUL in a header", LIVE + "X: a\u0000b\r\n\r\n", "400"),
            List.of("P14 CR in a header", LIVE + "X: a\rb\r\n\r\n", "400"),
            List.of("P15 huge header", LIVE + "X: " + "x".repeat(1_000_000) + "\r\n\r\n", "431"),
            List.of("P16 many headers", LIVE + "X: x\r\n".repeat(20_000) + "\r\n", "431"),
            List.of("P17 huge URL", "GET /" + "x".repeat(1_000_000) + " HTTP/1.1\r\nHost: HOST\r\n\r\n", "414"),
            List.of("P18", "GARBAGE\r\n\r\n", "400"),
            List.of("P19", "get /health/live HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", "400 405 501"),
            List.of(
                    "P20",
                    "TRACE /health/live HTTP/1.1\r\nHost: HOST\r\nX-Echo: pwn\r\nConnection: close\r\n\r\n",
                    "405 501"),
            List.of(
                    "P21",
                    "CONNECT 127.0.0.1:9 HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
                    "400 404 405 421 501"),
            List.of("P22", "GET /health/live HTTP/9.9\r\nHost: HOST\r\n\r\n", "400 505"),
            List.of("P24 a proxy", "GET http://127.0.0.1:9/health/live HTTP/1.1\r\nHost: HOST\r\n\r\n", "400 421"),
            List.of("P24b", "GET http://127.0.0.1:9/health/live HTTP/1.1\r\nHost: 127.0.0.1:9\r\n\r\n", "400 421"),
            List.of("P30 100 GB", PREDICT + "Content-Length: 100000000000\r\n\r\n{}", "413"),
            List.of(
                    "P29 and asks first",
                    PREDICT + "Expect: 100-continue\r\nContent-Length: 100000000000\r\n\r\n",
                    "413 417"),
            List.of("P31 TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003", "400"),
            List.of("P33 HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400 426 505"),
            List.of("P39 unknown encoding", PREDICT + "Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}", "415"),
            List.of(
                    "J34 a form",
                    PREDICT.replace("application/json", "text/plain") + "Content-Length: 2\r\n\r\n{}",
                    "415"),
            List.of(
                    "no type",
                    PREDICT.replace("Content-Type: application/json\r\n", "") + "Content-Length: 2\r\n\r\n{}",
                    "415"),
            List.of(
                    "charset",
                    PREDICT.replace("/json", "/json; charset=utf-16") + "Content-Length: 2\r\n\r\n{}",
                    "415"));

    @BeforeAll
    static void serve(@TempDir Path project) {
        harbour = Harbour.open(project);
        harbour.release(harbour.train(Harbour.RULE).version());
        client = harbour.client();
    }

    @AfterAll
    static void stop() {
        harbour.close();
    }

    @AfterEach
    void it_goes_on() {
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(harbour.log()).isEmpty();
    }

    private static String say(String bytes) {
        return client.raw(bytes.replace("HOST", client.address().getAuthority()));
    }

    @ParameterizedTest(name = "{index}")
    @FieldSource("CASES")
    void what_is_not_http_is_refused_once(List<String> test) {
        var answer = say(test.get(1));

        var statuses = List.of(test.get(2).split(" "));
        assertThat(answer).as(test.get(0)).startsWith("HTTP/1.1 ");
        assertThat(statuses).as(test.get(0) + ": " + answer).contains(answer.substring(9, 12));
        assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer: %s", answer).hasSize(2);
        assertThat(answer).doesNotContain("pwn", "jetty", "Jetty", "Server:", "<html");
        assertThat(answer).as(test.get(0)).contains("\"problems\":[");
    }

    @Test
    void a_second_request_cannot_hide_in_a_body() {
        var answer = say(
                PREDICT
                        + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: HOST\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    @Test
    void pipelined_requests_are_answered_in_order() {
        var answer = say("GET /health/live HTTP/1.1\r\nHost: HOST\r\n\r\n".repeat(49) + LIVE + "\r\n");

        assertThat(answer.split("\\{\"live\":true}", -1)).hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "//health/live",
                "/deployments//predict",
                "/%zz",
                "/%4",
                "/%",
                "/a%c0%af..",
                "/deployments/a%2fb",
                "/deployments/a%5cb",
                "/deployments/a\\b",
                "/deployments/%25",
                "/deployments/%252e%252e",
                "/deployments/a;b",
                "/deployments/a%3Bb",
                "/deployments/%0d%0aX:y",
                "/deployments/%ff",
                "/deployments/%２0",
                "/%2e%2e/",
                "/\\..",
                "/;x=y/",
                "/./deployments",
                "/x/../deployments",
            })
    void a_path_that_could_mean_two_things_is_400(String path) {
        var answer = client.raw("GET %s HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"
                .formatted(path)
                .replace("HOST", client.address().getAuthority())
                .getBytes(StandardCharsets.UTF_8));

        assertThat(answer).as(path).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /health/live/, 404, ''",
        "GET, /health/lives, 404, ''",
        "GET, /HEALTH/live, 404, ''",
        "GET, /, 404, ''",
        "POST, /health/live, 405, 'GET, HEAD'",
        "DELETE, /deployments/ferry, 405, 'GET, HEAD'",
        "GET, /deployments/ferry/predict, 405, POST",
        "OPTIONS, /deployments/ferry/predict, 405, POST",
        "PATCH, /api/1/artifacts/x, 405, 'GET, PUT, HEAD'",
    })
    void what_is_not_in_the_table_does_not_exist(String method, String path, int status, String allow) {
        var answer = say("%s %s HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n".formatted(method, path));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains(allow.isEmpty() ? "\"HTTP-UNKNOWN\"" : "Allow: " + allow + "\r\n");
    }

    @Test
    void a_long_path_is_refused_and_a_query_makes_no_header() {
        assertThat(say("GET /" + "x".repeat(6_000) + " HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
        assertThat(say(LIVE.replace("/live", "/live?x=%0d%0aSet-Cookie:%20pwn=1") + "\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("Set-Cookie");
    }

    @Test
    void head_is_get_without_the_body() {
        var answer = say(LIVE.replace("GET", "HEAD") + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
    }

    @Test
    void a_compressed_body_is_refused_before_it_is_opened() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[1_000_000]);
        }
        var head = PREDICT + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n";

        assertThat(say(head + bytes.toString(StandardCharsets.ISO_8859_1))).startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1.evil.example:PORT",
                "192.168.evil.example:PORT",
                "user@127.0.0.1:PORT",
                "127.0.0.1:1",
                "127.0.0.1",
                "localhost.:PORT",
                "0.0.0.0:PORT",
                "",
            })
    void a_server_answers_to_its_own_names_only(String host) {
        var answer = say(LIVE.replace("HOST", host.replace("PORT", port())) + "\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 4(00|03|21) ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT", "LocalHost:PORT"})
    void its_own_names_are_those_of_this_machine(String host) {
        assertThat(say(LIVE.replace("HOST", host.replace("PORT", port())) + "\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://localhost.evil.example, 403",
        "Origin, http://localhost:1, 403",
        "Origin, http://127.0.0.1, 403",
        "Origin, http://HOST, 200",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, none, 200",
        "Sec-Fetch-Site, same-origin, 200",
        "X-Forwarded-Host, evil.example, 200",
        "X-HTTP-Method-Override, DELETE, 200",
    })
    void a_page_of_another_site_gets_nothing(String header, String value, int status) {
        var answer = say(LIVE + header + ": " + value + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).doesNotContain("Access-Control-Allow-Origin");
    }

    private static String port() {
        return Integer.toString(client.address().getPort());
    }
}
