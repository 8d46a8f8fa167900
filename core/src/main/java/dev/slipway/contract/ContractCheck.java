package dev.slipway.contract;

import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.contract.DataRules.Freshness;
import dev.slipway.engine.Aggregation;
import dev.slipway.engine.Engine;
import dev.slipway.engine.Mergeable;
import dev.slipway.profile.Profile;
import dev.slipway.source.Batch;
import dev.slipway.source.Source;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.TimestampColumn;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Holds a source against a contract: the rules of every row, and those of the whole data set.
 *
 * <p>{@link #run} is the whole check. It takes one pass over clean data. Where values come again that must not, a second pass
 * looks at those values themselves, because the first kept only hashes, and a third says which rows are bad. Folded alone, it is
 * the first pass: its report {@linkplain Report#isSettled() is settled} unless such values were met.
 */
public final class ContractCheck implements Aggregation<ContractCheck.State, Report> {
    /** What was seen of some rows. Immutable. */
    public static final class State implements Mergeable<State> {
        private final CheckState seen;

        private State(CheckState seen) {
            this.seen = seen;
        }

        @Override
        public State merge(State other) {
            return new State(seen.merge(other.seen));
        }
    }

    private final Contract contract;
    private final Verdicts verdicts;
    private final boolean settled;
    private final Instant now;
    private final Profile stored;
    private final List<ContractColumn> columns;
    private final List<RowKey> keys;
    private final List<Dependency> dependencies;
    private final RowCheck rowCheck;

    /** A check that asks nothing of freshness and distributions, for it has no clock and no stored profile. */
    public ContractCheck(Contract contract) {
        this(contract, Instant.MIN, Profile.EMPTY, Verdicts.NONE, false);
    }

    /** This check, with what freshness is measured from. */
    public ContractCheck at(Instant moment) {
        return new ContractCheck(contract, moment, stored, verdicts, settled);
    }

    /** This check, with what distributions are compared with. */
    public ContractCheck against(Profile profile) {
        return new ContractCheck(contract, now, profile, verdicts, settled);
    }

    private ContractCheck(Contract contract, Instant now, Profile stored, Verdicts verdicts, boolean settled) {
        this.contract = contract;
        this.now = now;
        this.stored = stored;
        this.verdicts = verdicts;
        this.settled = settled;
        columns = contract.checked().toList();
        keys = settled ? List.of() : RowKey.of(contract);
        dependencies = settled
                ? List.of()
                : contract.rules().dependencies().stream()
                        .filter(dependency -> dependency.map().isEmpty())
                        .toList();
        rowCheck = new RowCheck(contract, verdicts);
    }

    public Contract contract() {
        return contract;
    }

    /** The whole check, in as many passes as it takes. */
    public Report run(Engine engine, Source source) {
        return run(over(engine, source));
    }

    private static Passes over(Engine engine, Source source) {
        return new Passes() {
            @Override
            public <S extends Mergeable<S>, R> R fold(Aggregation<S, R> aggregation) {
                return engine.fold(source, aggregation);
            }
        };
    }

    /** The whole check of rows that are in memory. */
    public Report run(List<Batch> batches) {
        return run(new Passes() {
            @Override
            public <S extends Mergeable<S>, R> R fold(Aggregation<S, R> aggregation) {
                return aggregation.finish(batches.stream().map(aggregation::of).reduce(aggregation.empty(), S::merge));
            }
        });
    }

    private interface Passes {
        <S extends Mergeable<S>, R> R fold(Aggregation<S, R> aggregation);
    }

    /** The whole check, and the rows as the contract types them: over clean data both in one pass. */
    public CheckedRows keep(Engine engine, Source source) {
        var first = engine.fold(source, Keeping.of(this, source));
        return new CheckedRows(settled(first.report(), over(engine, source)), first.typed());
    }

    private Report run(Passes passes) {
        return settled(passes.fold(this), passes);
    }

    private Report settled(Report first, Passes passes) {
        if (first.isSettled()) {
            return first;
        }
        var confirmed = passes.fold(new Confirmation(contract, first.suspects()));
        return passes.fold(new ContractCheck(contract, now, stored, confirmed, true));
    }

    @Override
    public State empty() {
        return new State(CheckState.EMPTY);
    }

    @Override
    public State of(Batch batch) {
        return of(batch, examine(batch));
    }

    Examined examine(Batch batch) {
        return rowCheck.examine(batch.table());
    }

    /** What these rows say, which have been looked at already. */
    State of(Batch batch, Examined examined) {
        return new State(seen(batch, examined));
    }

    private CheckState seen(Batch batch, Examined examined) {
        var raw = batch.table();
        var typed = examined.table();
        var ofRows = examined.findings().stream()
                .filter(finding -> finding.record() > 0)
                .toList();
        return new CheckState(
                typed.origins().source(),
                typed.rows(),
                examined.bad(),
                batch.unreadable().size(),
                CheckState.firstOf(batch.unreadable().stream()),
                CheckState.groups(ofRows),
                examined.findings().stream()
                        .filter(finding -> finding.record() == 0)
                        .toList(),
                examined.nulls().stream().map(Integer::longValue).toList(),
                keys.stream().map(key -> hashes(key, raw, typed)).toList(),
                dependencies.stream()
                        .map(dependency -> pairs(dependency, typed))
                        .toList(),
                contract.rules().relations().stream()
                        .map(relation -> RelationState.of(relation, typed))
                        .toList(),
                contract.rules().freshness().stream()
                        .map(fresh -> latest(fresh, typed))
                        .toList(),
                stored.rows() == 0 || contract.rules().distributions().isEmpty() ? Profile.EMPTY : profile(raw));
    }

    /** Of the columns as they were written, which is what profiles are made of. */
    private Profile profile(Table raw) {
        var compared = contract.rules().distributions().stream()
                .flatMap(asked -> Distributed.columns(contract, asked).stream())
                .filter(name -> raw.find(name).isPresent())
                .distinct()
                .toList();
        return Profile.of(raw.select(compared));
    }

    private static HashBag hashes(RowKey key, Table raw, Table typed) {
        return key.of(raw, typed)
                .map(found -> {
                    long[] all = CellHashes.of(found);
                    boolean complete = key.rule() == Rule.DUPLICATE
                            || found.stream()
                                    .allMatch(column -> column.missing().count() == 0);
                    return HashBag.of(
                            complete
                                    ? all
                                    : IntStream.range(0, all.length)
                                            .filter(row -> key.holds(found, row))
                                            .mapToLong(row -> all[row])
                                            .toArray());
                })
                .orElse(HashBag.EMPTY);
    }

    private static HashPairs pairs(Dependency dependency, Table typed) {
        var from = typed.column(dependency.from());
        var to = typed.column(dependency.to());
        int[] rows = IntStream.range(0, typed.rows())
                .filter(row -> !from.isMissing(row) && !to.isMissing(row))
                .toArray();
        return HashPairs.of(chosen(from, rows), chosen(to, rows));
    }

    private static long[] chosen(Column column, int... rows) {
        long[] hashes = CellHashes.of(column);
        return Arrays.stream(rows).mapToLong(row -> hashes[row]).toArray();
    }

    private static long latest(Freshness fresh, Table typed) {
        long latest = Long.MIN_VALUE;
        if (typed.column(fresh.column()) instanceof TimestampColumn times) {
            for (int row = 0; row < times.size(); row++) {
                latest = times.isMissing(row) ? latest : Math.max(latest, times.at(row));
            }
        }
        return latest;
    }

    @Override
    public Report finish(State all) {
        var state = all.seen;
        var suspects = new Suspects(
                keys,
                state.keys().stream().map(HashBag::repeated).toList(),
                dependencies,
                state.pairs().stream().map(HashPairs::ambiguous).toList());
        var whole = new WholeFindings(contract, columns, clock(), stored, state).all();
        return Report.of(rowCheck, state, whole, suspects);
    }

    private Optional<Instant> clock() {
        return now.equals(Instant.MIN) ? Optional.empty() : Optional.of(now);
    }

    /* What travels is the description: the rest is made again where it arrives. */
    private record Described(Contract contract, Instant now, Profile stored, Verdicts verdicts, boolean settled)
            implements Serializable {
        private Object readResolve() {
            return new ContractCheck(contract, now, stored, verdicts, settled);
        }
    }

    private Object writeReplace() {
        return new Described(contract, now, stored, verdicts, settled);
    }
}
