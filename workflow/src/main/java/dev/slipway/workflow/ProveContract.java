package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.problem.SlipwayException;
import dev.slipway.proof.Proof;
import dev.slipway.source.Batch;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Plants violations of every rule of a contract and shows that each is named. */
public final class ProveContract {
    /** Good rows that are looked at; the proof chooses of them. */
    private static final int ROWS = 200;

    private ProveContract() {}

    /** In rows drawn from the rules. */
    public static Proof run(Contract contract) {
        return Proof.of(contract);
    }

    /** In good rows of the data. */
    public static Proof run(Engine engine, Source source, Contract contract) {
        var rows = engine.fold(source, new FirstGood(contract));
        if (rows.isEmpty()) {
            throw SlipwayException.refused(
                    "PROOF-NO-ROWS",
                    "no row keeps the contract",
                    source.name(),
                    "see why: slipway contract check " + source.name() + "; or leave --data out");
        }
        return Proof.of(contract, Table.concat(rows));
    }

    /** The first rows in which no cell breaks a rule, as tables of one source. */
    private record FirstGood(Contract contract) implements Aggregation<FirstGood.Rows, List<Table>>, Serializable {
        /** Tables by their first record; never more rows than are wanted. */
        private record Rows(List<Table> tables) implements Mergeable<Rows>, Serializable {
            @Override
            public Rows merge(Rows other) {
                var all = new ArrayList<>(tables);
                all.addAll(other.tables);
                all.sort(Comparator.comparing((Table table) -> table.origins().source())
                        .thenComparingLong(table -> table.origins().record(0)));
                var kept = new ArrayList<Table>();
                int left = ROWS;
                for (var table : all) {
                    if (left > 0) {
                        kept.add(table.slice(0, Math.min(left, table.rows())));
                        left -= table.rows();
                    }
                }
                return new Rows(kept);
            }
        }

        @Override
        public Rows empty() {
            return new Rows(List.of());
        }

        @Override
        public Rows of(Batch batch) {
            var good = contract.examine(batch.table()).goodRows();
            int size = Math.min(good.length, ROWS);
            if (size == 0) {
                return empty();
            }
            return new Rows(List.of(batch.table().rows(Arrays.copyOf(good, size))));
        }

        @Override
        public List<Table> finish(Rows state) {
            return state.tables();
        }
    }
}
