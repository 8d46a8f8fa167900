package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that a fitted step makes of one column; they stand behind the others. */
interface Expansion {
    String column();

    /** The names of the columns it makes, in order. */
    List<String> outputs();

    /** As many columns as outputs. */
    List<? extends Column> made(Column from);

    /**
     * The table with what was made of each column that is there.
     *
     * @param keep whether the columns themselves stay
     */
    static Table each(String step, List<? extends Expansion> expansions, boolean keep, Table input) {
        var columns = new ArrayList<Column>(input.columns().size() + 2 * expansions.size());
        var gone = keep ? Set.<String>of() : sources(expansions);
        for (var column : input.columns()) {
            if (!gone.contains(column.name())) {
                columns.add(column);
            }
        }
        var taken = new ArrayList<String>(0);
        for (var expansion : expansions) {
            input.find(expansion.column()).ifPresent(from -> {
                for (var made : expansion.made(from)) {
                    if (input.find(made.name()).isPresent() && !gone.contains(made.name())) {
                        taken.add(made.name());
                    }
                    columns.add(made);
                }
            });
        }
        TakenNames.refuse(step, taken);
        return Table.of(columns, input.origins());
    }

    private static Set<String> sources(List<? extends Expansion> expansions) {
        var sources = new HashSet<String>(2 * expansions.size());
        expansions.forEach(expansion -> sources.add(expansion.column()));
        return sources;
    }

    /** Refuses expansions that make two columns of one name. */
    static <E extends Expansion> List<E> distinct(String step, List<E> expansions) {
        var made = new HashSet<String>();
        TakenNames.refuse(
                step,
                expansions.stream()
                        .flatMap(expansion -> expansion.outputs().stream())
                        .filter(name -> !made.add(name))
                        .toList());
        return expansions;
    }

    /** What must be there before the step so that these can be there after it. */
    static Set<String> inputs(List<? extends Expansion> expansions, Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        for (var expansion : expansions) {
            if (inputs.removeAll(Set.copyOf(expansion.outputs()))) {
                inputs.add(expansion.column());
            }
        }
        return inputs;
    }
}
