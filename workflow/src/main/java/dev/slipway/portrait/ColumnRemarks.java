package dev.slipway.portrait;

import dev.slipway.contract.ContractColumn;
import dev.slipway.portrait.Remark.Weight;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be said about one column by itself, in words. */
final class ColumnRemarks {
    private static final double MOSTLY = 0.95;
    private static final int SHOWN = 60;

    private final ColumnPortrait column;
    private final ColumnProfile seen;
    private final ContractColumn proposed;
    private final List<Remark> remarks = new ArrayList<>();

    private ColumnRemarks(ColumnPortrait column, ColumnProfile seen, ContractColumn proposed) {
        this.column = column;
        this.seen = seen;
        this.proposed = proposed;
    }

    static ColumnPortrait added(ColumnPortrait column, ColumnProfile seen, ContractColumn proposed) {
        return with(column, new ColumnRemarks(column, seen, proposed).remarks());
    }

    /** The column with these remarks, the heaviest first. */
    static ColumnPortrait with(ColumnPortrait column, List<Remark> remarks) {
        return new ColumnPortrait(
                column.name(),
                column.kind(),
                column.rows(),
                column.missing(),
                column.distinct(),
                column.spread(),
                column.bins(),
                column.top(),
                column.smallest(),
                column.largest(),
                column.lengths(),
                column.shapes(),
                column.timeline(),
                remarks.stream().sorted(Comparator.comparing(Remark::weight)).toList());
    }

    private List<Remark> remarks() {
        if (column.present() == 0) {
            add(Weight.DECIDE, "empty", "no row has a value");
            return remarks;
        }
        constant();
        tokens();
        misfits();
        if (proposed.unique()) {
            add(
                    Weight.NOTE,
                    "key-like",
                    "no value, or hardly any, comes twice: it names a row and teaches a model nothing");
        } else if (column.kind() == ColumnType.TEXT && column.distinct().value() > 0.9 * column.present()) {
            add(Weight.NOTE, "mostly unique", "nearly every row has a text of its own");
        }
        if (column.missingShare() > 0.5) {
            add(
                    Weight.DECIDE,
                    "mostly missing",
                    "%s of the rows have no value".formatted(Figures.share(column.missingShare())));
        }
        if (seen.evidence().padded() > 0 && !column.kind().quantity()) {
            add(Weight.NOTE, "leading zeros", "numbers with leading zeros, so they are kept as words");
        }
        return remarks;
    }

    private void add(Weight weight, String brief, String text) {
        remarks.add(new Remark(weight, column.name(), brief, text));
    }

    private static String quoted(String value) {
        return "'" + (value.length() > SHOWN ? value.substring(0, value.offsetByCodePoints(0, SHOWN / 2)) + "…" : value)
                + "'";
    }

    private void constant() {
        if (column.top().isEmpty()) {
            return;
        }
        var first = column.top().get(0);
        if (column.distinct().exact() && column.distinct().value() == 1) {
            boolean everywhere = column.missing() == 0;
            add(
                    Weight.DECIDE,
                    "constant",
                    "%s is %s: nothing to learn from"
                            .formatted(
                                    everywhere ? "every value" : "every value that is there", quoted(first.value())));
        } else if (first.share() >= MOSTLY) {
            add(
                    Weight.NOTE,
                    "almost constant",
                    "%s in %s of the rows with a value".formatted(quoted(first.value()), Figures.share(first.share())));
        }
    }

    private void tokens() {
        long tokens = seen.evidence().nullLikeCount();
        if (tokens > 0) {
            var named = seen.evidence().nullLike().entrySet().stream()
                    .limit(3)
                    .map(token -> "'%s' in %s (first in row %d)"
                            .formatted(
                                    token.getKey(),
                                    Figures.count(token.getValue().count(), "row"),
                                    token.getValue().record()))
                    .toList();
            add(
                    Weight.DECIDE,
                    "n/a tokens",
                    String.join(", ", named) + ": say in the contract whether that is a missing value (null_tokens)");
        }
    }

    /** Texts that keep a column of numbers or times from being one. */
    private void misfits() {
        var evidence = seen.evidence();
        var reading = column.kind().quantity()
                ? evidence.numbers()
                : column.kind() == ColumnType.TIMESTAMP
                        ? evidence.timestamps()
                        : column.kind() == ColumnType.BOOLEAN ? evidence.booleans() : evidence.numbers();
        long voting = column.present() - evidence.nullLikeCount();
        boolean typed = !column.kind().textual();
        if (typed && reading.count() > 0 && reading.count() < voting) {
            var first = reading.misfits().first().get(0);
            add(
                    Weight.DECIDE,
                    "misfits",
                    "%s no %s; the first is %s in row %d"
                            .formatted(
                                    voting - reading.count() == 1
                                            ? "1 value is"
                                            : Figures.count(voting - reading.count()) + " values are",
                                    column.kind().label(),
                                    quoted(first.value()),
                                    first.record()));
        }
    }
}
