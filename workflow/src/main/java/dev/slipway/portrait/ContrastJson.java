package dev.slipway.portrait;

import dev.slipway.document.Json;
import dev.slipway.drift.ColumnShift;
import dev.slipway.drift.ColumnShift.Slice;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A contrast as JSON for programs. */
public final class ContrastJson {
    private ContrastJson() {}

    /** Indented, ending in a line feed. */
    public static String of(Contrast contrast) {
        var object = new LinkedHashMap<String, Object>();
        object.put("source", contrast.after());
        object.put("against", contrast.before());
        object.put("rows", contrast.drift().rowsAfter());
        object.put("rows_before", contrast.drift().rowsBefore());
        object.put("changed", contrast.changed());
        object.put("added", contrast.drift().added());
        object.put("gone", contrast.drift().gone());
        object.put(
                "columns",
                contrast.drift().shifts().stream().map(ContrastJson::shift).toList());
        return Json.pretty(object);
    }

    private static Map<String, Object> shift(ColumnShift shift) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", shift.column());
        object.put("verdict", shift.verdict().name().toLowerCase(Locale.ROOT));
        object.put("kind_before", shift.before().label());
        object.put("kind", shift.after().label());
        object.put("missing_before", shift.missingBefore());
        object.put("missing", shift.missingAfter());
        shift.comparison().ifPresent(of -> {
            object.put("exact", of.exact());
            PortraitJson.number(object, of.numbers() ? "ks" : "total_variation", of.distance());
            PortraitJson.number(object, of.numbers() ? "wasserstein_in_deviations" : "jensen_shannon", of.other());
            PortraitJson.number(object, "psi", of.psi());
            PortraitJson.number(object, "p", of.p());
            PortraitJson.number(object, "mean_shift_in_deviations", of.meanShift());
            object.put("slices", of.slices().stream().map(ContrastJson::slice).toList());
        });
        object.put("new_values", shift.fresh());
        return object;
    }

    private static Map<String, Object> slice(Slice slice) {
        var object = new LinkedHashMap<String, Object>();
        if (slice.value().isEmpty()) {
            PortraitJson.number(object, "low", slice.low());
            PortraitJson.number(object, "high", slice.high());
        } else {
            object.put("value", slice.value());
        }
        PortraitJson.number(object, "before", slice.before());
        PortraitJson.number(object, "after", slice.after());
        return object;
    }
}
