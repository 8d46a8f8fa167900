package dev.slipway.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything found about one rule of one column.
 *
 * @param column empty where no one column is meant
 * @param name of the rule, where a contract has several of the kind; else empty
 * @param count how many entries there are, exactly
 * @param first some of the first entries, in source order
 */
public record Group(String code, String column, String name, boolean fails, long count, List<Entry> first) {
    public Group {
        first = List.copyOf(first);
    }

    /** "CONTRACT-RANGE, column 'age'". */
    String title() {
        return first.isEmpty() ? code : code + first.get(0).part();
    }

    /** What to do, in the words of the first entry. */
    String fix() {
        return first.isEmpty() ? "" : first.get(0).fix();
    }

    /** The column, or the name of the rule. */
    String subject() {
        return column.isEmpty() ? name : column;
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", code);
        object.put("severity", fails ? "fail" : "warn");
        if (!column.isEmpty()) {
            object.put("column", column);
        }
        if (!name.isEmpty()) {
            object.put("rule", name);
        }
        object.put("count", count);
        return object;
    }
}
