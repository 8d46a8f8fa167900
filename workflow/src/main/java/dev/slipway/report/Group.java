package dev.slipway.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything found about one rule of one column.
 *
 * @param column empty where whole records are meant
 * @param count how many entries there are, exactly
 * @param first some of the first entries, in source order
 */
public record Group(String code, String column, boolean fails, long count, List<Entry> first) {
    public Group {
        first = List.copyOf(first);
    }

    /** "CONTRACT-RANGE, column 'age'". */
    String title() {
        return column.isEmpty() ? code : "%s, column '%s'".formatted(code, column);
    }

    boolean holds(Entry entry) {
        return code.equals(entry.code()) && column.equals(entry.column());
    }

    /** What to do, in the words of the first entry. */
    String fix() {
        return first.isEmpty() ? "" : first.get(0).fix();
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", code);
        object.put("severity", fails ? "fail" : "warn");
        if (!column.isEmpty()) {
            object.put("column", column);
        }
        object.put("count", count);
        return object;
    }
}
