package dev.slipway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractCheck;
import dev.slipway.document.Document;
import dev.slipway.source.CsvSource;
import dev.slipway.source.Gathering;
import dev.slipway.source.ManySources;
import dev.slipway.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckedRowsTest {
    private static final Contract PEOPLE = Contract.read(Document.yaml("contract.yaml", """
            name: people
            columns:
              id:  {type: integer, unique: true}
              age: {type: integer, max: 110, missing: 1}
            """));

    @TempDir
    Path folder;

    @Test
    void checked_and_kept_in_one_pass_is_checked_and_then_read() throws IOException {
        // Later files come first by name, and each is several batches long.
        same(new ManySources(List.of(people("b.csv", 0, 20_000), people("a.csv", 20_000, 20_000))), true);
    }

    @Test
    void repeats_are_named_as_in_a_check_without_rows() throws IOException {
        same(new ManySources(List.of(people("b.csv", 0, 20_000), people("a.csv", 19_990, 20_000))), false);
    }

    private Source people(String name, int first, int rows) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(
                file,
                IntStream.range(first, first + rows)
                        .mapToObj(id -> id + "," + (id % 7 == 0 ? "" : id % 100))
                        .collect(Collectors.joining("\n", "id,age\n", "\n")));
        return new CsvSource(file);
    }

    private static void same(Source source, boolean passes) {
        try (var engine = new LocalEngine(2)) {
            var check = new ContractCheck(PEOPLE);
            var gathered = new Gathering();
            engine.map(source, batch -> PEOPLE.examine(batch.table()).table(), gathered);

            var kept = check.keep(engine, source);

            assertThat(kept.report().passed()).isEqualTo(passes);
            assertThat(kept.report().json()).isEqualTo(check.run(engine, source).json());
            assertThat(kept.typed()).isEqualTo(gathered.table());
            int last = kept.typed().rows() - 1;
            assertThat(kept.typed().origins().where(last))
                    .isEqualTo(gathered.table().origins().where(last));
        }
    }
}
