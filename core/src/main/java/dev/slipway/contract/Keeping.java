package dev.slipway.contract;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.source.Batch;
import dev.slipway.source.ManySources;
import dev.slipway.source.Source;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The first pass of a check that also keeps the typed rows it looked at.
 *
 * @param sources the names of the sources, in the order of their rows
 */
record Keeping(ContractCheck check, List<String> sources) implements Aggregation<Keeping.State, CheckedRows> {
    /** Some rows: which source they are of, and the number of the first. */
    private record Part(int source, long first, Table typed) implements Serializable {
        static final Comparator<Part> IN_SOURCE_ORDER =
                Comparator.comparingInt(Part::source).thenComparingLong(Part::first);
    }

    /** What the check says, and the rows so far, in source order. */
    static final class State implements Mergeable<State> {
        private final ContractCheck.State check;
        private final List<Part> parts;

        private State(ContractCheck.State check, List<Part> parts) {
            this.check = check;
            this.parts = parts;
        }

        @Override
        public State merge(State other) {
            var all = new ArrayList<>(parts);
            all.addAll(other.parts);
            all.sort(Part.IN_SOURCE_ORDER);
            return new State(check.merge(other.check), List.copyOf(all));
        }
    }

    static Keeping of(ContractCheck check, Source source) {
        return new Keeping(
                check,
                source instanceof ManySources many
                        ? many.parts().stream().map(Source::name).toList()
                        : List.of(source.name()));
    }

    @Override
    public State empty() {
        return new State(check.empty(), List.of());
    }

    @Override
    public State of(Batch batch) {
        var examined = check.examine(batch);
        var typed = examined.table();
        var part = typed.rows() == 0
                ? new Part(-1, 0, typed)
                : new Part(
                        sources.indexOf(typed.origins().source(0)),
                        typed.origins().record(0),
                        typed);
        return new State(check.of(batch, examined), List.of(part));
    }

    @Override
    public CheckedRows finish(State state) {
        var typed = state.parts.stream().map(Part::typed).toList();
        return new CheckedRows(check.finish(state.check), Table.concat(typed));
    }
}
