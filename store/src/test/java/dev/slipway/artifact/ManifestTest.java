package dev.slipway.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final String SHA = "a".repeat(64);

    private static Manifest.Entry file(String path) {
        return new Manifest.Entry(path, SHA, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "..",
                "../up",
                "a/../b",
                "a/./b",
                ".",
                "a//b",
                "a/",
                "a\\b",
                "nul\0",
                "new\nline",
                "C:/x",
                "c:x"
            })
    void a_path_that_could_leave_its_folder_is_refused(String path) {
        assertThatThrownBy(() -> file(path))
                .hasMessageContaining("ARTIFACT-PATH")
                .hasMessageContaining("relative paths");
    }

    @Test
    void a_path_may_have_255_characters() {
        assertThat(file("p".repeat(255)).path()).hasSize(255);
        assertThatThrownBy(() -> file("p".repeat(256))).hasMessageContaining("256 characters, more than 255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "data/größe.csv", "..hidden", "a b/c-d_e"})
    void a_plain_relative_path_is_welcome(String path) {
        assertThat(file(path).path()).isEqualTo(path);
    }

    @Test
    void files_stand_in_the_order_of_their_paths() {
        assertThat(new Manifest(List.of(file("b"), file("a")))).isEqualTo(new Manifest(List.of(file("a"), file("b"))));
    }

    @Test
    void no_file_stands_twice_or_inside_another() {
        assertThatThrownBy(() -> new Manifest(List.of(file("a"), file("a")))).hasMessageContaining("'a' stands twice");
        assertThatThrownBy(() -> new Manifest(List.of(file("a/b/c"), file("a/b"))))
                .hasMessageContaining("'a/b/c' lies inside a file");
    }
}
