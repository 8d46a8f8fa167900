package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.table.CategoryColumn;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Table PEOPLE = Table.of(
            TextColumn.of("name", "Ann", "Bob", "Cy", "Di", "Ed", "Flo", "Gus"),
            CategoryColumn.from(TextColumn.of("class", "a", "a", "a", "a", "a", "b", "c")),
            IntegerColumn.of("age", Missing.where(7, row -> row == 6), 21, 32, 33, 44, 57, 83, 0));

    @Test
    void nothing_of_a_single_person_is_kept() {
        String json = Reference.of(Profile.of(PEOPLE)).json();

        assertThat(json)
                .doesNotContain("Ann")
                .doesNotContain("\"b\"")
                .doesNotContain("83")
                .doesNotContain("21");
    }

    @Test
    void rare_words_are_counted_together() {
        var column = Reference.of(Profile.of(PEOPLE)).columns().get(1);

        assertThat(column.shares()).containsOnlyKeys("a");
        assertThat(column.other()).isEqualTo(2 / 7.0);
    }

    @Test
    void numbers_keep_their_mean_and_rounded_ends() {
        var column = Reference.of(Profile.of(PEOPLE)).columns().get(2);

        assertThat(column.missing()).isEqualTo(1 / 7.0);
        assertThat(column.numbers().orElseThrow()).isEqualTo(new Reference.Numbers(10, 90, 45, Math.sqrt(2478 / 5.0)));
    }

    @Test
    void what_was_written_is_read_back() {
        var reference = Reference.of(Profile.of(PEOPLE));
        byte[] file = reference.json().getBytes(StandardCharsets.UTF_8);

        assertThat(Reference.read(Document.json("profile.json", file))).isEqualTo(reference);
    }

    @Test
    void the_mean_of_a_handful_is_not_kept() {
        var few = Reference.of(Profile.of(Table.of(IntegerColumn.of("age", 21, 32, 33, 44))));

        assertThat(few.columns().get(0).numbers()).isEmpty();
    }
}
