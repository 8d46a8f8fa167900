package dev.slipway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.local.LocalEngine;
import dev.slipway.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferContractTest {
    @TempDir
    private Path folder;

    private final LocalEngine engine = new LocalEngine(2);

    @Test
    void unique_columns_are_keys_and_the_named_ones_get_their_roles() throws IOException {
        var data = Bookings.write(folder.resolve("bookings.csv"), 60);

        var answer = infer(data, Optional.of("bought"), Optional.of("revenue"));

        assertThat(answer.inferred().yaml())
                .contains("name: bookings")
                .containsPattern("booking: +\\{type: text, unique: true, role: key\\}")
                .containsPattern("bought: .*role: target")
                .containsPattern("revenue: .*role: reward");
        assertThat(answer.profile().rows()).isEqualTo(60);
    }

    @Test
    void a_target_that_is_not_there_is_wrong_usage_with_the_nearest_column() throws IOException {
        var data = Bookings.write(folder.resolve("bookings.csv"), 60);

        assertThatThrownBy(() -> infer(data, Optional.of("bougt"), Optional.empty()))
                .hasMessageContaining("there is no column 'bougt'; did you mean 'bought'?")
                .hasMessageContaining("use one of: booking, age,");
    }

    @Test
    void a_header_alone_teaches_nothing() throws IOException {
        var data = Files.writeString(folder.resolve("header.csv"), "a,b\n");

        assertThatThrownBy(() -> infer(data, Optional.empty(), Optional.empty()))
                .hasMessageContaining("SOURCE-NO-ROWS")
                .hasMessageContaining("there is a header and no row")
                .hasMessageContaining("header.csv");
    }

    @Test
    void records_that_nobody_can_read_teach_nothing_either() throws IOException {
        var data = Files.writeString(folder.resolve("torn.csv"), "a,b\n1\n2\n");

        assertThatThrownBy(() -> infer(data, Optional.empty(), Optional.empty()))
                .hasMessageContaining("none of 2 records can be read");
    }

    @Test
    void a_file_is_not_replaced_unless_it_is_said_so() throws IOException {
        var file = new NewFile(Files.writeString(folder.resolve("contract.yaml"), "mine"));

        assertThatThrownBy(() -> file.write("theirs", false))
                .hasMessageContaining("FILE-EXISTS")
                .hasMessageContaining("--force");
        assertThat(file.path()).hasContent("mine");

        file.write("theirs", true);

        assertThat(file.path()).hasContent("theirs");
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    private InferContract.Proposal infer(Path data, Optional<String> target, Optional<String> reward) {
        return InferContract.run(engine, Source.of(data), "bookings", target, reward);
    }
}
