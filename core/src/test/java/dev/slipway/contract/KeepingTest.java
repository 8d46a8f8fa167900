package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.document.Document;
import dev.slipway.source.Batch;
import dev.slipway.source.TableSource;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeepingTest {
    private static final Contract PEOPLE = Contract.read(Document.yaml("contract.yaml", """
            name: people
            columns:
              id:  {type: integer, unique: true}
              age: {type: integer, max: 110, missing: 1}
              sex: {type: category}
            """));
    private static final Table RAW =
            Raw.csv("id,age,sex", "1,22,male", "2,,female", "3,212,male", "4,7,female", "5,30,other");
    private static final Keeping KEEPING = Keeping.of(new ContractCheck(PEOPLE), new TableSource(RAW));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rows_and_report_are_the_same_in_whatever_order_the_parts_come(long seed) {
        var parts = IntStream.range(0, RAW.rows())
                .mapToObj(row -> KEEPING.of(Batch.of(RAW.slice(row, row + 1))))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(parts, new Random(seed));

        var kept = KEEPING.finish(parts.stream().reduce(KEEPING.empty(), Keeping.State::merge));

        assertThat(kept.typed()).isEqualTo(PEOPLE.examine(RAW).table());
        assertThat(kept.typed().origins().record(4)).isEqualTo(5);
        assertThat(kept.report().json())
                .isEqualTo(new ContractCheck(PEOPLE).run(List.of(Batch.of(RAW))).json());
    }

    @Test
    void a_header_without_rows_keeps_the_columns_of_the_contract() {
        var none = RAW.slice(0, 0);

        var kept = KEEPING.finish(KEEPING.empty().merge(KEEPING.of(Batch.of(none))));

        assertThat(kept.typed().names()).containsExactly("id", "age", "sex");
        assertThat(kept.typed().rows()).isZero();
        assertThat(kept.report().rows()).isZero();
    }
}
