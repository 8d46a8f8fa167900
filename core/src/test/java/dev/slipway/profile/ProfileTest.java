package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.document.Document;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Extremes.Extreme;
import dev.slipway.profile.Keys.Repeat;
import dev.slipway.profile.Misfits.Misfit;
import dev.slipway.table.ColumnType;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static Table mixed(int rows) {
        var random = new SplittableRandom(7);
        var words = IntStream.range(0, rows)
                .mapToObj(row -> switch (random.nextInt(8)) {
                    case 0 -> "";
                    case 1 -> "NA";
                    case 2 -> "x" + random.nextInt(3);
                    case 3 -> "2024-02-" + (10 + random.nextInt(20));
                    default -> Double.toString(random.nextInt(1_000) / 8.0);
                })
                .toArray(String[]::new);
        var keys = IntStream.range(0, rows)
                .mapToObj(row -> "K" + (row % 500 == 499 ? row - 1 : row))
                .toArray(String[]::new);
        return Table.of(TextColumn.of("value", words), TextColumn.of("key", keys));
    }

    @Test
    void a_column_of_text_shows_what_it_can_be_read_as() {
        var table = Table.of(TextColumn.of("v", "1", "2.5", "", "NA", "true", "2024-02-29", "1", "two words", "007"));

        var column = Profile.of(table).columns().get(0);

        assertThat(column.rows()).isEqualTo(9);
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.evidence().integers().count()).isEqualTo(3);
        assertThat(column.evidence().numbers().count()).isEqualTo(4);
        assertThat(column.evidence().booleans().count()).isEqualTo(1);
        assertThat(column.evidence().timestamps().count()).isEqualTo(1);
        assertThat(column.evidence().padded()).isEqualTo(1);
        assertThat(column.evidence().blank()).isEqualTo(1);
        assertThat(column.evidence().nullLike()).containsOnlyKeys("NA");
        assertThat(column.evidence().numbers().misfits().first())
                .containsExactly(new Misfit(5, "true"), new Misfit(6, "2024-02-29"), new Misfit(8, "two words"));
        assertThat(column.extremes().smallest().get(0)).isEqualTo(new Extreme(1, new Seen(2, 1)));
        assertThat(column.extremes().max()).isEqualTo(7);
        assertThat(column.moments().mean()).isEqualTo(11.5 / 4);
        assertThat(column.values().values()).containsEntry("1", new Seen(2, 1));
        assertThat(column.lengths()).isEqualTo(new Lengths(8, 1, 10, 33, 0, 0));
        assertThat(column.keys().repeats()).contains(List.of(new Repeat(7, 1)));
    }

    @Test
    void typed_columns_need_no_evidence() {
        var column =
                Profile.of(Table.of(IntegerColumn.of("n", 3, 4, 4))).columns().get(0);

        assertThat(column.type()).isEqualTo(ColumnType.INTEGER);
        assertThat(column.moments().mean()).isEqualTo(11 / 3.0);
        assertThat(column.evidence()).isEqualTo(Evidence.NONE);
    }

    @Test
    void parts_in_any_order_give_what_the_whole_gives() {
        var table = mixed(5_000);
        var whole = Profile.of(table);

        for (int cut : new int[] {0, 1, 700, 1_001, 4_999}) {
            var left = Profile.of(table.slice(0, cut));
            var right = Profile.of(table.slice(cut, 5_000));

            assertThat(left.merge(right)).isEqualTo(whole);
            assertThat(right.merge(left)).isEqualTo(whole);
        }
        assertThat(Profile.EMPTY.merge(whole)).isEqualTo(whole);
        assertThat(whole.merge(Profile.EMPTY)).isEqualTo(whole);
    }

    @Test
    void there_are_never_more_distinct_values_than_values() {
        var ids = IntStream.range(0, 100_000).mapToObj(i -> "id-" + i * 7).toArray(String[]::new);

        var distinct =
                Profile.of(Table.of(TextColumn.of("id", ids))).columns().get(0).distinct();

        assertThat(distinct.exact()).isFalse();
        assertThat(distinct.value()).isLessThanOrEqualTo(100_000).isCloseTo(100_000, within(distinct.error()));
    }

    @Test
    void a_stored_profile_is_read_back_to_the_bit_and_goes_on_growing() {
        var table = mixed(5_000);
        var stored = Profile.of(table.slice(0, 3_000)).json();

        var read = Profile.read(Document.json("profile.json", stored.getBytes(StandardCharsets.UTF_8)));

        assertThat(read).isEqualTo(Profile.of(table.slice(0, 3_000)));
        assertThat(read.json()).isEqualTo(stored);
        assertThat(read.merge(Profile.of(table.slice(3_000, 5_000)))).isEqualTo(Profile.of(table));
    }

    @Test
    void a_damaged_profile_is_refused_where_it_is_damaged() {
        var stored = Profile.of(mixed(50)).json().replaceFirst("\"hashes\" : \"[^\"]{5}", "\"hashes\" : \"");

        assertThatThrownBy(() -> Profile.read(Document.json("p.json", stored.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(SlipwayException.class)
                .hasMessageContaining("hashes");
    }

    @Test
    void the_way_parts_are_hung_together_cannot_be_seen() {
        var table = mixed(3_000);
        var parts = IntStream.range(0, 30)
                .mapToObj(i -> Profile.of(table.slice(i * 100, i * 100 + 100)))
                .toList();

        var leftFirst = parts.stream().reduce(Profile.EMPTY, Profile::merge);
        var pairs = IntStream.range(0, 15)
                .mapToObj(i -> parts.get(29 - i).merge(parts.get(i)))
                .reduce(Profile.EMPTY, (some, others) -> others.merge(some));

        assertThat(pairs).isEqualTo(leftFirst);
    }

    @Test
    void beyond_a_thousand_distinct_values_there_are_only_many() {
        var some = Profile.of(Table.of(
                IntegerColumn.of("n", IntStream.range(0, 1_000).asLongStream().toArray())));
        var one = Profile.of(Table.of(IntegerColumn.of("n", 1_000)));

        assertThat(some.columns().get(0).values().exact()).isTrue();
        assertThat(some.merge(some).columns().get(0).values().exact()).isTrue();
        assertThat(some.merge(one).columns().get(0).values()).isEqualTo(ValueCounts.MANY);
    }

    @Test
    void a_column_with_many_repeats_is_no_key() {
        var table = Table.of(IntegerColumn.of(
                "n", IntStream.range(0, 9_000).mapToLong(i -> i % 4_500).toArray()));

        assertThat(Profile.of(table).columns().get(0).keys().repeats()).isEqualTo(Optional.empty());
        assertThat(Profile.of(table.slice(0, 4_500)).merge(Profile.of(table.slice(4_500, 9_000))))
                .isEqualTo(Profile.of(table));
    }
}
