package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.QuerySource;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import dev.slipway.testkit.ChildJava;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a file can be wrong ends in a problem, in a Java of 256 MB and within a minute. */
@Tag("slow")
class HostileFilesTest {
    private static final int SECONDS = 60;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private interface Making {
        void make(Path file) throws IOException;
    }

    private record Hostile(String title, String name, String said, Making making) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                new Hostile("empty", "x.csv", "SOURCE-EMPTY", file -> Files.write(file, new byte[0])),
                new Hostile("empty gzip", "x.csv.gz", "SOURCE-EMPTY", file -> Files.write(file, gzip(new byte[0]))),
                new Hostile("truncated gzip", "x.csv.gz", "SOURCE-GZIP", file -> Files.write(file, half(gzip(rows())))),
                new Hostile(
                        "truncated zstd",
                        "x.csv.zst",
                        "SOURCE-ZSTD",
                        file -> Files.write(file, half(Zstd.compress(rows())))),
                new Hostile(
                        "truncated parquet",
                        "x.parquet",
                        "SOURCE-PARQUET",
                        file -> Files.write(file, half(parquet(file)))),
                new Hostile("broken footer", "x.parquet", "SOURCE-PARQUET", file -> {
                    byte[] bytes = parquet(file);
                    Arrays.fill(bytes, bytes.length - 60, bytes.length - 8, (byte) 0x5A);
                    Files.write(file, bytes);
                }),
                new Hostile("binary", "x.csv", "SOURCE-", file -> {
                    byte[] bytes = new byte[MEGABYTE];
                    new SplittableRandom(5).nextBytes(bytes);
                    bytes[0] = (byte) 0xF1;
                    Files.write(file, bytes);
                }),
                new Hostile(
                        "wrong encoding",
                        "x.csv",
                        "SOURCE-ENCODING",
                        file -> Files.write(file, "a\nä\nö\nü\nß\n".getBytes(Charset.forName("windows-1252")))),
                new Hostile(
                        "too many columns", "x.csv", "SOURCE-WIDE", file -> Files.writeString(file, columns(16_385))),
                new Hostile(
                        "ten thousand columns", "x.csv", "rows: 100", file -> Files.writeString(file, columns(10_000))),
                new Hostile(
                        "a field of 100 mb", "x.csv", "SOURCE-TOO-LONG", file -> sparse(file, "a,b\n1,2\n3,x", 100)),
                new Hostile(
                        "a quoted field of 100 mb",
                        "x.csv",
                        "SOURCE-QUOTE",
                        file -> sparse(file, "a,b\n1,2\n3,\"x", 100)),
                new Hostile(
                        "unclosed quote before 1 gb",
                        "x.csv",
                        "SOURCE-QUOTE",
                        file -> sparse(file, "a,b\n1,\"", 1_024)),
                new Hostile("gzip bomb", "x.csv.gz", "SOURCE-TOO-LONG", HostileFilesTest::bomb),
                new Hostile(
                        "deep array",
                        "x.json",
                        "SOURCE-JSON",
                        file -> Files.writeString(file, "[{\"a\": " + "[".repeat(100_000))),
                new Hostile(
                        "deep objects",
                        "x.jsonl",
                        "SOURCE-JSON",
                        file -> Files.writeString(file, "{\"a\":".repeat(100_000))),
                new Hostile("json text of 100 mb", "x.json", "SOURCE-JSON", file -> sparse(file, "[{\"a\": \"", 100)),
                new Hostile(
                        "json line of 100 mb", "x.jsonl", "SOURCE-TOO-LONG", file -> sparse(file, "{\"a\": \"", 100)),
                new Hostile(
                        "unreachable database",
                        "jdbc:postgresql://127.0.0.1:1/d?user=x",
                        "SOURCE-DATABASE",
                        file -> {}));
    }

    /** Reads what is named to the end, in a Java of its own. */
    static final class Reading {
        private Reading() {}

        public static void main(String... arguments) {
            var named = arguments[0];
            long rows = 0;
            long unreadable = 0;
            try {
                var source = QuerySource.isUrl(named)
                        ? new QuerySource(named, "SELECT 1 AS a", QuerySource.Password.NONE)
                        : Source.of(Path.of(named));
                try (var reader = Readers.open(source)) {
                    for (var batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                        rows += batch.get().table().rows();
                        unreadable += batch.get().unreadable().size();
                    }
                }
                System.out.println("rows: " + rows + ", unreadable: " + unreadable);
            } catch (SlipwayException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatever_is_wrong_with_a_file_is_said_within_256_mb_and_a_minute(Hostile hostile)
            throws IOException, InterruptedException {
        var file = folder.resolve(hostile.name.startsWith("jdbc:") ? "none" : hostile.name);
        hostile.making.make(file);
        var log = folder.resolve("said.txt");
        var named = hostile.name.startsWith("jdbc:") ? hostile.name : file.toString();

        var child = ChildJava.of(Reading.class, folder, List.of(named))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = child.waitFor(SECONDS, TimeUnit.SECONDS);
        child.destroyForcibly();

        assertThat(ended).as("ended within %d s", SECONDS).isTrue();
        assertThat(Files.readString(log))
                .contains(hostile.said)
                .doesNotContain("OutOfMemoryError", "StackOverflowError", "\tat ");
    }

    private static byte[] rows() {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> i + "," + i * 31 % 1_009 + "\n")
                .collect(Collectors.joining("", "a,b\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] parquet(Path file) throws IOException {
        var made = file.resolveSibling("made.parquet");
        try (var sink = Sinks.open(made)) {
            sink.write(Table.of(TextColumn.of(
                    "s", IntStream.range(0, 10_000).mapToObj(i -> "v" + i).toArray(String[]::new))));
            sink.finish();
        }
        return Files.readAllBytes(made);
    }

    private static String columns(int count) {
        var names = IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        return names + "\n" + ("1,".repeat(count - 1) + "1\n").repeat(100);
    }

    /** The text, then so many megabytes of nothing, which the disk does not hold. */
    private static void sparse(Path file, String text, int megabytes) throws IOException {
        Files.writeString(file, text);
        try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength((long) megabytes * MEGABYTE);
        }
    }

    private static void bomb(Path file) throws IOException {
        byte[] nothing = new byte[MEGABYTE];
        Arrays.fill(nothing, (byte) 'x');
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write("a,b\n1,".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 500; i++) {
                gzip.write(nothing);
            }
        }
    }
}
