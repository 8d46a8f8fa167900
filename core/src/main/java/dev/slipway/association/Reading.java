package dev.slipway.association;

import dev.slipway.table.ColumnType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a sample are to be read as. A text that cannot be read so counts as missing, and
 * {@link Associations#unread()} counts it.
 *
 * @param kinds by column; a column without one is what its source says
 * @param nulls the texts that mean a missing value, by column, beside the empty one
 */
public record Reading(Map<String, ColumnType> kinds, Map<String, Set<String>> nulls) {
    public Reading {
        kinds = Map.copyOf(kinds);
        nulls = Map.copyOf(nulls);
    }

    public static Reading of(Map<String, ColumnType> kinds) {
        return new Reading(kinds, Map.of());
    }

    /** The same, where these texts of the column mean a missing value, too. */
    public Reading missing(String column, String... tokens) {
        var more = new HashMap<>(nulls);
        var all = new HashSet<>(nulls.getOrDefault(column, Set.of()));
        all.addAll(Arrays.asList(tokens));
        more.put(column, Set.copyOf(all));
        return new Reading(kinds, more);
    }
}
