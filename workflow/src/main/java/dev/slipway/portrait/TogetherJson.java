package dev.slipway.portrait;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What columns say together, as JSON. */
final class TogetherJson {
    private TogetherJson() {}

    static Map<String, Object> object(Together together) {
        var object = new LinkedHashMap<String, Object>();
        object.put("rows", together.rows());
        object.put("exact", together.exact());
        object.put("leak_suspects", together.leaks());
        object.put("target_by_column", together.byTarget());
        object.put("strength", strength(together.strength()));
        object.put("dependencies", together.dependencies());
        object.put("strange_rows", together.strange());
        object.put(
                "near_duplicates",
                together.duplicates().stream().map(TogetherJson::same).toList());
        return object;
    }

    /** Each pair once; pairs of which nothing is known are left out. */
    private static List<Map<String, Object>> strength(Together.Strength strength) {
        var pairs = new ArrayList<Map<String, Object>>();
        int columns = strength.names().size();
        for (int row = 0; row < columns; row++) {
            for (int column = row + 1; column < columns; column++) {
                if (Double.isFinite(strength.at(row, column))) {
                    var pair = new LinkedHashMap<String, Object>();
                    pair.put("a", strength.names().get(row));
                    pair.put("b", strength.names().get(column));
                    pair.put("measure", strength.measure(row, column));
                    pair.put("value", strength.at(row, column));
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private static Map<String, Object> same(Together.SameRows rows) {
        var object = new LinkedHashMap<String, Object>();
        object.put("record", rows.record());
        object.put("other", rows.other());
        rows.difference().ifPresent(difference -> object.put("difference", difference));
        return object;
    }
}
