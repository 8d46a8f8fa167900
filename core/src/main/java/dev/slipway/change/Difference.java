package dev.slipway.change;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.problem.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Everything that changed from one version of a contract to the next: by column, in the order of the old one. */
public record Difference(List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    public static Difference between(Contract before, Contract after) {
        var changes = new ArrayList<Change>();
        for (var column : before.columns()) {
            after.find(column.name())
                    .ifPresentOrElse(
                            now -> changes.addAll(new ColumnDifference(column, now).changes()),
                            () -> changes.add(gone(column, before, after)));
        }
        for (var column : after.columns()) {
            if (before.find(column.name()).isEmpty()) {
                changes.add(added(column, before));
            }
        }
        if (before.extra() != after.extra()) {
            changes.add(extra(after));
        }
        changes.addAll(new RulesDifference(before.rules(), after.rules()).changes());
        if (!before.owner().equals(after.owner())) {
            changes.add(Change.harmless(
                    "", "owner", "owner changed from '%s' to '%s'".formatted(before.owner(), after.owner())));
        }
        if (!before.name().equals(after.name())) {
            changes.add(
                    Change.harmless("", "name", "renamed from '%s' to '%s'".formatted(before.name(), after.name())));
        }
        return new Difference(changes);
    }

    /** The worst that any change does to those who deliver data. */
    public Impact producers() {
        return changes.stream().map(Change::producers).reduce(Impact.NONE, Impact::or);
    }

    /** The worst that any change does to those who rely on the data. */
    public Impact consumers() {
        return changes.stream().map(Change::consumers).reduce(Impact.NONE, Impact::or);
    }

    private static Change gone(ContractColumn column, Contract before, Contract after) {
        var fresh = after.names().stream()
                .filter(name -> before.find(name).isEmpty())
                .toList();
        var seen = column.required() ? Impact.BREAKS : Impact.MAY;
        return new Change(
                column.name(),
                "column",
                "the column is gone" + Nearest.hint(column.name(), fresh),
                after.extra() == Extra.REFUSE ? seen : Impact.NONE,
                seen);
    }

    private static Change added(ContractColumn column, Contract before) {
        var producers = column.required() ? Impact.BREAKS : Impact.NONE;
        // Where other columns were ignored, there may be one of this name already: it may be right, and it may be
        // wrong.
        return Change.tighter(
                column.name(),
                "column",
                "a new %s column of type %s"
                        .formatted(
                                column.required() ? "required" : "optional",
                                column.type().label()),
                before.extra() == Extra.IGNORE ? producers.or(Impact.MAY) : producers);
    }

    private static Change extra(Contract after) {
        return after.extra() == Extra.REFUSE
                ? Change.tighter("", "extra", "columns the contract does not name are refused now", Impact.BREAKS)
                : Change.looser("", "extra", "columns the contract does not name are ignored now", Impact.MAY);
    }
}
