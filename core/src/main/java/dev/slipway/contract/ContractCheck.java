package dev.slipway.contract;

import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Mergeable;
import dev.slipway.source.Batch;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Asks an engine whether a source keeps a contract: the rules of every row, and those of the whole data set. */
public final class ContractCheck implements Aggregation<ContractCheck.State, Report> {
    /** What was seen of some batches; they are only hung together here, and read when all are there. */
    public static final class State implements Mergeable<State> {
        private static final State EMPTY = new State(List.of(), List.of());

        private final List<Part> part;
        private final List<State> parts;

        private State(List<Part> part, List<State> parts) {
            this.part = part;
            this.parts = parts;
        }

        @Override
        public State merge(State other) {
            if (this == EMPTY || other == EMPTY) {
                return this == EMPTY ? other : this;
            }
            return new State(List.of(), List.of(this, other));
        }

        private Object readResolve() {
            return part.isEmpty() && parts.isEmpty() ? EMPTY : this;
        }

        /* Not recursive: an engine may hang ten thousand batches one below the other. */
        private List<Part> all() {
            var found = new ArrayList<Part>();
            var open = new ArrayDeque<State>();
            open.push(this);
            while (!open.isEmpty()) {
                var next = open.pop();
                found.addAll(next.part);
                for (int i = next.parts.size() - 1; i >= 0; i--) {
                    open.push(next.parts.get(i));
                }
            }
            return found;
        }
    }

    /** What travels: the examiner is made again where it arrives. */
    private record Described(Contract contract) implements Serializable {
        private Object readResolve() {
            return new ContractCheck(contract);
        }
    }

    private final Contract contract;
    private final Examiner examiner;
    private final List<ContractColumn> columns;

    public ContractCheck(Contract contract) {
        this.contract = contract;
        examiner = new Examiner(contract);
        columns = contract.checked().toList();
    }

    private Object writeReplace() {
        return new Described(contract);
    }

    public Contract contract() {
        return contract;
    }

    @Override
    public State empty() {
        return State.EMPTY;
    }

    @Override
    public State of(Batch batch) {
        var examined = examiner.examine(batch.table());
        var table = examined.table();
        var keys = columns.stream()
                .filter(ContractColumn::unique)
                .map(column -> KeyRows.of(table.column(column.name()), table.origins()))
                .toList();
        var part = new Part(
                table.origins().source(),
                table.rows(),
                examined.findings(),
                examined.nulls(),
                keys,
                batch.unreadable());
        return new State(List.of(part), List.of());
    }

    @Override
    public Report finish(State state) {
        var parts = state.all();
        long rows = parts.stream().mapToLong(Part::rows).sum();
        var findings = new ArrayList<>(parts.stream()
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.record() == 0)
                .distinct()
                .toList());
        findings.addAll(missingShares(parts, rows));
        parts.forEach(part ->
                part.findings().stream().filter(finding -> finding.record() > 0).forEach(findings::add));
        findings.addAll(repeats(parts));
        findings.sort(Finding.BY_ROW);
        return Report.of(
                contract.name(),
                rows,
                findings,
                parts.stream().flatMap(part -> part.unreadable().stream()).toList());
    }

    private List<Finding> missingShares(List<Part> parts, long rows) {
        var exceeded = new ArrayList<Finding>();
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            var column = columns.get(i);
            long nulls =
                    parts.stream().mapToLong(part -> part.nulls().get(place)).sum();
            if (column.missing() > 0 && nulls > column.missing() * rows) {
                String note = "%d of %d rows, more than the allowed share of %s"
                        .formatted(nulls, rows, YamlText.number(column.missing()));
                exceeded.add(Finding.of(
                        Rule.MISSING, Finding.Row.none(parts.get(0).source()), column, Long.toString(nulls), note));
            }
        }
        return exceeded;
    }

    private List<Finding> repeats(List<Part> parts) {
        var unique = columns.stream().filter(ContractColumn::unique).toList();
        return IntStream.range(0, unique.size())
                .boxed()
                .flatMap(i -> KeyRows.repeats(
                                parts.stream().map(part -> part.keys().get(i)).toList())
                        .stream()
                        .map(repeat -> repeat(parts.get(0).source(), unique.get(i), repeat)))
                .toList();
    }

    private static Finding repeat(String source, ContractColumn column, KeyRows.Repeat repeat) {
        String first = repeat.firstLine() == 0
                ? "row " + repeat.firstRecord()
                : "row %d (line %d)".formatted(repeat.firstRecord(), repeat.firstLine());
        return Finding.of(
                Rule.UNIQUE, new Finding.Row(source, repeat.record(), repeat.line()), column, repeat.value(), first);
    }
}
