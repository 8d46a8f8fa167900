package dev.slipway.parser;

import dev.slipway.expression.Expression;
import dev.slipway.source.TableParser;
import dev.slipway.table.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * From one team's raw format to the columns that everybody shares. The steps come in this order, and each column has its
 * shared name from the first on: rename, read the columns, add the constants, derive, drop.
 *
 * @param rename the shared name of each raw column that has another one
 * @param columns how cells are written; columns that are not here stay as they are
 * @param constants new columns that say the same in every row
 * @param derive columns by expressions over those there are, the ones derived before among them
 * @param drop columns that nobody else needs
 */
public record Parser(
        String name,
        Map<String, String> rename,
        Map<String, ColumnReading> columns,
        Map<String, String> constants,
        Map<String, Expression> derive,
        Set<String> drop)
        implements TableParser {
    public Parser {
        rename = inOrder(rename);
        columns = inOrder(columns);
        constants = inOrder(constants);
        derive = inOrder(derive);
        drop = Collections.unmodifiableSortedSet(new TreeSet<>(drop));
    }

    /** A parser that changes nothing. */
    public static Parser named(String name) {
        return new Parser(name, Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * @throws dev.slipway.problem.SlipwayException where the file lacks a column that is named here, or would get two of one
     *     name: all of them at once
     */
    @Override
    public Table parse(Table raw) {
        return new Parsing(this, raw).table();
    }

    /** What the column is called in the raw file. */
    public String rawName(String column) {
        return rename.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }

    /** The columns that a raw file must have, by their raw names. */
    List<String> wanted() {
        var wanted = new LinkedHashSet<>(rename.keySet());
        columns.keySet().forEach(column -> wanted.add(rawName(column)));
        return List.copyOf(wanted);
    }
}
