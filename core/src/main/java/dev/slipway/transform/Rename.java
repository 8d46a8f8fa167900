package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.Nothing;
import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives columns other names, all at once: two can change places. */
public record Rename(List<Renaming> renamings) implements Transformer<Nothing>, FittedTransformer {
    /** A column, and its name from here on. */
    public record Renaming(String from, String to) implements Serializable {}

    public Rename {
        renamings = List.copyOf(renamings);
        var seen = new HashSet<String>();
        for (var renaming : renamings) {
            if (!seen.add("from " + renaming.from()) || !seen.add("to " + renaming.to())) {
                throw SlipwayException.usage(
                        "TRANSFORM-NAME-TAKEN",
                        "'%s' to '%s' comes after another renaming of one of these names"
                                .formatted(renaming.from(), renaming.to()),
                        "rename, '" + renaming.from() + "'",
                        "name each column once, and give each a name of its own");
            }
        }
    }

    @Override
    public Nothing empty() {
        return new Nothing();
    }

    /** Looks only at the columns: whether those to rename are there, and the new names free. */
    @Override
    public Nothing of(Batch batch) {
        renamings.forEach(renaming -> batch.table().column(renaming.from()));
        apply(batch.table().slice(0, 0));
        return new Nothing();
    }

    @Override
    public FittedTransformer finish(Nothing state) {
        return this;
    }

    @Override
    public Table apply(Table input) {
        var columns = new ArrayList<Column>(input.columns().size());
        var taken = new ArrayList<String>(0);
        for (var column : input.columns()) {
            var name = after(column.name());
            columns.add(name.equals(column.name()) ? column : column.named(name));
            if (name.equals(column.name()) && comesFromAnother(name, input)) {
                taken.add(name);
            }
        }
        TakenNames.refuse("rename", taken);
        return Table.of(columns, input.origins());
    }

    /** What a column of this name is called from here on. */
    public String after(String name) {
        for (var renaming : renamings) {
            if (renaming.from().equals(name)) {
                return renaming.to();
            }
        }
        return name;
    }

    private boolean comesFromAnother(String name, Table input) {
        for (var renaming : renamings) {
            if (renaming.to().equals(name)
                    && !renaming.from().equals(name)
                    && input.find(renaming.from()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        renamings.forEach(renaming -> inputs.remove(renaming.to()));
        for (var renaming : renamings) {
            if (outputs.contains(renaming.to())) {
                inputs.add(renaming.from());
            }
        }
        return inputs;
    }
}
