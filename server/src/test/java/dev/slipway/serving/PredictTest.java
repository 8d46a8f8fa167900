package dev.slipway.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.http.Limits;
import dev.slipway.http.Options;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictTest {
    private static final String WOMAN = "{\"age\": 30, \"sex\": \"female\"}";
    private static final String MAN = "{\"age\": 30, \"sex\": \"male\"}";

    @TempDir
    private static Path project;

    private static Harbour harbour;
    private static Client client;

    @BeforeAll
    static void serve() {
        harbour = Harbour.open(project);
        harbour.release(harbour.train(Harbour.RULE).version());
        client = harbour.client();
    }

    @AfterAll
    static void stop() {
        harbour.close();
    }

    @Test
    void records_get_a_label_and_the_probability_of_the_positive_class() {
        var answer = client.predict("{\"records\": [%s, %s]}".formatted(WOMAN, MAN));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"deployment\":\"ferry\",\"release\":1,\"model\":\"ferry\",\"version\":1,\"predictions\":"
                        + "[{\"label\":\"1\",\"probability\":0.74},{\"label\":\"0\",\"probability\":0.19}]}");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void one_record_or_a_list_of_records_is_a_request_too() {
        assertThat(client.predict(WOMAN).body()).contains("[{\"label\":\"1\",\"probability\":0.74}]");
        assertThat(client.predict("[" + WOMAN + "]").body()).contains("[{\"label\":\"1\",\"probability\":0.74}]");
    }

    @Test
    void everything_that_breaks_the_contract_is_named_with_row_column_rule_and_value() {
        var answer = client.predict("[%s, {\"age\": 212, \"sex\": \"femal\"}, {\"age\": 1}]".formatted(WOMAN));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .startsWith("{\"kind\":\"REFUSED\",\"problems\":[")
                .contains("\"code\":\"CONTRACT-RANGE\"")
                .contains("\"row\":2,\"column\":\"age\",\"rule\":\"range\",\"value\":\"212\"")
                .contains("did you mean 'female'?")
                .contains("\"row\":2,\"column\":\"sex\",\"rule\":\"set\",\"value\":\"femal\"")
                .contains("\"row\":3,\"column\":\"sex\",\"rule\":\"column\",\"value\":\"\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age | \"1,5\"",
                "age | \"１２\"",
                "age | \"1.5f\"",
                "age | \"0x1p3\"",
                "age | \"NaN\"",
                "age | \"\"",
                "age | 1e400",
                "age | -1e400",
                "age | 1e999999999",
                "age | true",
                "age | [1]",
                "age | {}",
                "age | \"2026-01-01\"",
                "sex | null",
                "sex | \"\\u0000\"",
                "sex | 1",
                "sexe | \"female\"",
            })
    void a_value_that_cannot_be_meant_is_refused_with_its_column(String column, String value) {
        var answer = client.predict("{\"age\": 30, \"%s\": %s, \"sex\": \"male\"}"
                .formatted(column, value)
                .replace(column.equals("sex") ? ", \"sex\": \"male\"" : "§", "")
                .replace(column.equals("age") ? "\"age\": 30, " : "§", ""));

        assertThat(answer.statusCode()).as(value).isEqualTo(422);
        assertThat(answer.body()).contains("\"row\":1,\"column\":\"%s\"".formatted(column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{'age': 30}",
                "{\"age\": 30, /* */ \"sex\": \"male\"}",
                "{\"age\": 30, \"sex\": \"male\",}",
                "{\"age\": 30, \"sex\": \"male\"} x",
                "{\"age\": 30, \"sex\": \"male\"} {}",
                "{\"age\": 30, \"age\": 31, \"sex\": \"male\"}",
                "{\"age\": 30, \"sex\": \"\\ud800\"}",
                "{\"records\": {}}",
                "{\"records\": [1]}",
                "{\"records\": [], \"more\": 1}",
            })
    void what_is_no_request_is_400_with_a_place(String body) {
        var answer = client.predict(body);

        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(Client.refusal(answer).problems().get(0).where()).startsWith("request");
    }

    static List<byte[]> notJson() {
        var bodies = new ArrayList<byte[]>();
        for (var number : List.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "01",
                "+1",
                ".5",
                "5.",
                "0x10",
                "1_000",
                "1,5",
                "0b1",
                "--1",
                "1e",
                "١٢",
                "１",
                "1".repeat(10_000))) {
            bodies.add("{\"age\": %s, \"sex\": \"male\"}".formatted(number).getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'\n', 0, 0, 0, 0});
        bodies.add(new byte[] {'"', (byte) 0xFF, '"'});
        bodies.add(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'});
        bodies.add("{\"age\": 1}".getBytes(StandardCharsets.UTF_16));
        bodies.add("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        bodies.add("{\"a\":".repeat(300_000).getBytes(StandardCharsets.UTF_8));
        bodies.add("{\"%s\": 1}".formatted("k".repeat(200_000)).getBytes(StandardCharsets.UTF_8));
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void numbers_and_bytes_that_are_not_json_are_400(byte[] body) {
        assertThat(client.post("/deployments/ferry/predict", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-400", "0.1", "1e-1", "119.99999999999999", "-0.0"})
    void every_other_number_is_answered(String number) {
        assertThat(client.predict("{\"age\": %s, \"sex\": \"male\"}".formatted(number))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void more_rows_than_a_request_may_have_are_413() {
        var rows = "[" + "{},".repeat(100_000) + "{}]";

        var answer = client.predict(rows);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Client.refusal(answer).problems().get(0).code()).isEqualTo("REQUEST-TOO-MANY-ROWS");
    }

    @Test
    void ten_thousand_findings_are_listed_and_the_others_counted() {
        var rows = IntStream.range(0, 12_000)
                .mapToObj(i -> "{\"age\":-1,\"sex\":\"male\"}")
                .collect(Collectors.joining(","));

        var answer = client.predict("[" + rows + "]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("2000 more findings are not listed");
    }

    @Test
    void a_body_over_the_limit_is_413_announced_or_not() throws Exception {
        try (var small =
                Harbour.open(project.resolve("small"), Options.local(0).withLimits(Limits.DEFAULT.withBody(100)))) {
            var body = " ".repeat(101);
            var chunked = small.client()
                    .raw("POST /deployments/ferry/predict HTTP/1.1\r\nHost: %s\r\n"
                                    .formatted(small.client().address().getAuthority())
                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" + body
                            + "\r\n0\r\n\r\n");

            assertThat(small.client().predict(body).statusCode()).isEqualTo(413);
            assertThat(chunked).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_deployment_that_does_not_exist_is_404_and_the_nearest_is_named() {
        var answer = client.post("/deployments/fery/predict", WOMAN);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("there is no deployment 'fery'; did you mean 'ferry'?");
    }

    @Test
    void a_deployment_says_what_to_send() {
        var answer = client.get("/deployments/ferry");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"deployment\":\"ferry\",\"release\":1,\"model\":\"ferry\",\"version\":1,"
                        + "\"target\":\"survived\",\"labels\":[\"0\",\"1\"],\"columns\":["
                        + "{\"name\":\"age\",\"type\":\"number\",\"required\":true,\"missing\":true,\"min\":0.0,\"max\":120.0,"
                        + "\"set\":[],\"unit\":\"\",\"description\":\"\"},"
                        + "{\"name\":\"sex\",\"type\":\"category\",\"required\":true,\"missing\":false,\"min\":null,"
                        + "\"max\":null,\"set\":[\"female\",\"male\"],\"unit\":\"\",\"description\":\"\"}]}");
        assertThat(client.get("/deployments").body())
                .isEqualTo(
                        "{\"deployments\":[{\"deployment\":\"ferry\",\"release\":1,\"model\":\"ferry\",\"version\":1}],"
                                + "\"broken\":[]}");
    }
}
