package dev.slipway.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.evaluation.Split;
import dev.slipway.evaluation.Split.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitReaderTest {
    @TempDir
    Path folder;

    private Split read(String split) throws IOException {
        Files.writeString(folder.resolve("slipway.yaml"), "data: {train: a.csv, target: y%s}\n".formatted(split));
        return Project.read(folder).data().split();
    }

    @Test
    void what_is_not_said_follows_from_the_data() throws IOException {
        assertThat(read("")).isEqualTo(Split.unsaid(5, 42));
        assertThat(read(", split: {folds: 3, seed: 1}")).isEqualTo(Split.unsaid(3, 1));
    }

    @Test
    void each_kind_is_read_with_what_it_needs() throws IOException {
        assertThat(read(", split: {by: time, column: day, folds: 1}"))
                .isEqualTo(new Split(Optional.of(By.TIME), Optional.of("day"), Optional.empty(), 1, 42));
        assertThat(read(", split: {by: file, file: folds.txt.gz}").file()).hasValue(folder.resolve("folds.txt.gz"));
        assertThat(read(", split: {by: group, column: customer}").by()).hasValue(By.GROUP);
    }

    @Test
    void what_would_be_passed_over_or_is_missing_is_said() {
        assertThatThrownBy(() -> read(", split: {by: random, column: day}"))
                .hasMessageContaining("'column' says nothing here");
        assertThatThrownBy(() -> read(", split: {file: folds.txt}")).hasMessageContaining("set 'by' to file");
        assertThatThrownBy(() -> read(", split: {by: group}")).hasMessageContaining("no column says to which group");
        assertThatThrownBy(() -> read(", split: {by: file}")).hasMessageContaining("add 'file'");
        assertThatThrownBy(() -> read(", split: {by: randm}")).hasMessageContaining("random");
        assertThatThrownBy(() -> read(", split: {by: random, folds: 1}")).hasMessageContaining("between 2 and 100");
    }
}
