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
        object.put(
                "target_by_column",
                together.byTarget().stream().map(TogetherJson::byTarget).toList());
        object.put("strength", strength(together.strength()));
        object.put("dependencies", together.dependencies());
        object.put("strange_rows", together.strange());
        object.put("repeated_rows", together.repeated());
        return object;
    }

    private static Map<String, Object> byTarget(Together.ByTarget column) {
        var object = new LinkedHashMap<String, Object>();
        object.put("column", column.column());
        PortraitJson.number(object, "explained", column.explained());
        PortraitJson.number(object, "error", column.error());
        column.auc().ifPresent(auc -> object.put("auc", auc));
        column.measures().forEach(measure -> object.put(measure.name(), measure.value()));
        object.put("of", column.of());
        object.put(
                "steps",
                column.steps().stream()
                        .map(step -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("label", step.label());
                            one.put("rows", step.rows());
                            PortraitJson.number(one, "target", step.target());
                            return one;
                        })
                        .toList());
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
}
