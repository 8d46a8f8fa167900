package dev.slipway.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.problem.SlipwayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsTest {
    // From FIPS 180-2, the example of one block.
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path project;

    private StateFolder folder;
    private Artifacts artifacts;

    @BeforeEach
    void open() {
        folder = StateFolder.open(project.resolve(".slipway"), Duration.ZERO).orBusy();
        artifacts = new Artifacts(folder, Witness.NONE);
    }

    @AfterEach
    void close() {
        assertThat(folder.temporary()).isEmptyDirectory();
        folder.close();
    }

    private String put(String content) {
        return artifacts.put(new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private String content(String sha256) throws IOException {
        try (InputStream content = artifacts.open(sha256)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private Path place(String sha256) {
        return folder.artifacts().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    @Test
    void content_is_found_by_its_sha256() throws IOException {
        assertThat(put("abc")).isEqualTo(ABC);

        assertThat(content(ABC)).isEqualTo("abc");
        assertThat(artifacts.contains(ABC)).isTrue();
        assertThat(artifacts.contains("0".repeat(64))).isFalse();
    }

    @Test
    void announced_content_is_kept_and_any_other_refused() throws IOException {
        artifacts.put(ABC, new ByteArrayInputStream("abc".getBytes(UTF_8)));

        assertThat(content(ABC)).isEqualTo("abc");
        assertThatThrownBy(() -> artifacts.put("0".repeat(64), new ByteArrayInputStream("other".getBytes(UTF_8))))
                .hasMessageContaining("ARTIFACT-OTHER");
        try (var kept = Files.list(folder.artifacts())) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void the_same_content_is_kept_once() throws IOException {
        put("abc");
        var before = Files.getLastModifiedTime(place(ABC));

        assertThat(put("abc")).isEqualTo(ABC);

        assertThat(Files.getLastModifiedTime(place(ABC))).isEqualTo(before);
    }

    @Test
    void many_threads_may_put_the_same_content() throws IOException {
        assertThat(IntStream.range(0, 32).parallel().mapToObj(number -> put("abc")))
                .containsOnly(ABC);

        assertThat(content(ABC)).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "../../../etc/passwd",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
            })
    void what_is_no_sha256_is_refused(String id) {
        assertThatThrownBy(() -> artifacts.contains(id))
                .hasMessageContaining("ARTIFACT-ID")
                .extracting(problem -> ((SlipwayException) problem).kind())
                .isEqualTo(SlipwayException.Kind.USAGE);
    }

    @Test
    void what_is_not_there_is_missing() {
        assertThatThrownBy(() -> artifacts.open(ABC))
                .hasMessageContaining("ARTIFACT-MISSING")
                .hasMessageContaining(ABC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abd", "ab", "", "abcd"})
    void damaged_content_is_never_handed_out_and_its_file_is_named(String damaged) throws IOException {
        put("abc");
        Files.writeString(place(ABC), damaged);
        Path copy = project.resolve("copy");

        assertThatThrownBy(() -> artifacts.open(ABC))
                .hasMessageContaining("ARTIFACT-DAMAGED")
                .hasMessageContaining(place(ABC).toString());
        assertThatThrownBy(() -> artifacts.copyTo(ABC, copy)).hasMessageContaining("ARTIFACT-DAMAGED");
        assertThat(copy).doesNotExist();
    }

    @Test
    void storing_the_content_again_mends_a_damaged_copy() throws IOException {
        put("abc");
        Files.writeString(place(ABC), "abd");

        put("abc");

        assertThat(content(ABC)).isEqualTo("abc");
    }

    @Test
    void a_stream_that_breaks_off_leaves_nothing() {
        var cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), cut);

        assertThatThrownBy(() -> artifacts.put(broken)).hasMessageContaining("connection reset");
        assertThat(folder.artifacts()).isEmptyDirectory();
    }

    @Test
    void a_copy_replaces_what_was_there_as_a_whole() throws IOException {
        put("abc");
        Path copy = Files.writeString(project.resolve("copy"), "older and longer");

        artifacts.copyTo(ABC, copy);

        assertThat(copy).hasContent("abc");
    }

    @Test
    void what_a_killed_restore_left_behind_is_in_nobodys_way() throws IOException {
        Manifest manifest = artifacts.putFolder(modelFolder());
        for (int number = 1; number <= 10; number++) {
            String part =
                    ".restored.part-%d-%d".formatted(ProcessHandle.current().pid(), number);
            Files.writeString(Files.createDirectory(project.resolve(part)).resolve("model.json"), "half");
        }

        artifacts.restore(manifest, project.resolve("restored"));

        assertThat(artifacts.putFolder(project.resolve("restored"))).isEqualTo(manifest);
    }

    @Test
    void a_folder_comes_back_as_it_was() throws IOException {
        Path model = modelFolder();

        Manifest manifest = artifacts.putFolder(model);
        Path restored = project.resolve("restored");
        artifacts.restore(manifest, restored);

        assertThat(manifest.files().stream().map(Manifest.Entry::path))
                .containsExactly("data/a.txt", "empty", "model.json");
        assertThat(manifest.size()).isEqualTo(5);
        assertThat(artifacts.putFolder(restored)).isEqualTo(manifest);
    }

    private Path modelFolder() throws IOException {
        Path model = Files.createDirectories(project.resolve("model"));
        Files.writeString(model.resolve("model.json"), "{}");
        Files.createFile(model.resolve("empty"));
        Files.writeString(Files.createDirectory(model.resolve("data")).resolve("a.txt"), "abc");
        return model;
    }

    @Test
    void a_folder_with_a_damaged_file_is_not_restored_at_all() throws IOException {
        Manifest manifest = artifacts.putFolder(modelFolder());
        Files.writeString(place(ABC), "abd");

        assertThatThrownBy(() -> artifacts.restore(manifest, project.resolve("restored")))
                .hasMessageContaining("ARTIFACT-DAMAGED");

        try (var left = Files.list(project)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(".slipway", "model");
        }
    }

    @Test
    void nothing_is_restored_over_something_that_exists() throws IOException {
        Path model = modelFolder();
        Manifest manifest = artifacts.putFolder(model);

        assertThatThrownBy(() -> artifacts.restore(manifest, model)).hasMessageContaining("ARTIFACT-TARGET-EXISTS");
    }

    @Test
    void a_link_in_a_folder_is_refused() throws IOException {
        Path model = modelFolder();
        Files.createSymbolicLink(model.resolve("link"), model.resolve("model.json"));

        assertThatThrownBy(() -> artifacts.putFolder(model)).hasMessageContaining("ARTIFACT-LINK");
    }

    @Test
    void a_folder_that_is_not_there_cannot_be_kept() {
        assertThatThrownBy(() -> artifacts.putFolder(project.resolve("nowhere")))
                .hasMessageContaining("ARTIFACT-READ");
        assertThat(folder.artifacts()).isEmptyDirectory();
    }
}
