package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.source.QuerySource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL, started for these tests. */
@Tag("slow")
class PostgresTest {
    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void a_server() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("password_encryption", "scram-sha-256")
                .start();
    }

    @AfterAll
    static void is_stopped() throws IOException {
        postgres.close();
    }

    @Test
    void values_come_typed_and_exact() {
        var table = QueryReaderTest.read(url(), """
                SELECT 9007199254740993::bigint AS id, 0.1::double precision AS x, 12345678901234567890.123::numeric AS n,
                       true AS b, DATE '2024-02-29' AS d, TIMESTAMP '2024-02-29 12:30:00.123456' AS t,
                       TIMESTAMPTZ '2024-02-29 12:30:00+02' AS z, 'Zoë' AS s, NULL::int AS nothing
                """);

        assertThat(QueryReaderTest.rows(table))
                .containsExactly("id=9007199254740993 x=0.1 n=12345678901234567890.123 b=true d=2024-02-29T00:00:00Z"
                        + " t=2024-02-29T12:30:00.123456Z z=2024-02-29T10:30:00Z s=Zoë");
    }

    @Test
    void a_long_result_is_read_in_pieces() {
        var table = QueryReaderTest.read(url(), "SELECT i, 'text ' || i AS s FROM generate_series(1, 100000) AS i");

        assertThat(table.rows()).isEqualTo(100_000);
        assertThat(table.column("s").text(99_999)).isEqualTo("text 100000");
    }

    @Test
    void the_database_is_only_read() {
        assertThatThrownBy(() -> QueryReaderTest.read(url(), "CREATE TABLE t AS SELECT 1 AS a"))
                .hasMessageContaining("SOURCE-QUERY");
        assertThatThrownBy(() -> QueryReaderTest.read(url(), "SELECT 1 / 0 AS a"))
                .hasMessageContaining("division by zero");
        assertThatThrownBy(() -> QueryReaderTest.read(url(), "SELECT 'infinity'::timestamp AS a"))
                .hasMessageContaining("infinite");
    }

    @Test
    void a_wrong_password_is_named_and_not_shown() throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'");
            var file = "";
            try (var row = statement.executeQuery("SHOW hba_file")) {
                row.next();
                file = row.getString(1);
            }
            var path = Path.of(file);
            Files.writeString(path, "host all guarded all scram-sha-256\n" + Files.readString(path));
            statement.execute("SELECT pg_reload_conf()");
        }
        var address = "jdbc:postgresql://127.0.0.1:%d/postgres?user=guarded".formatted(postgres.getPort());

        assertThatThrownBy(() -> QueryReaderTest.read(new QuerySource(address, "SELECT 1 AS a", () -> "wrong s3cret")))
                .hasMessageContaining("SOURCE-DATABASE")
                .hasMessageContaining("password")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("s3cret"));
        assertThat(QueryReaderTest.read(new QuerySource(address, "SELECT 1 AS a", () -> "right"))
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void a_database_that_does_not_answer_is_given_up_in_time() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "jdbc:postgresql://127.0.0.1:%d/d?user=x".formatted(silent.getLocalPort());

            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(25),
                    () -> assertThatThrownBy(() -> QueryReaderTest.read(address, "SELECT 1"))
                            .hasMessageContaining("SOURCE-DATABASE"));
        }
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(postgres.getPort());
    }
}
