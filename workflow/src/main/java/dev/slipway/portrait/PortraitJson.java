package dev.slipway.portrait;

import dev.slipway.document.Json;
import dev.slipway.statistic.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A portrait as JSON for programs: the same keys every time, and each figure says whether it is exact. */
public final class PortraitJson {
    private PortraitJson() {}

    /** Indented, ending in a line feed. */
    public static String of(Portrait portrait) {
        return Json.pretty(object(portrait));
    }

    static Map<String, Object> object(Portrait portrait) {
        var object = new LinkedHashMap<String, Object>();
        object.put("source", portrait.source());
        object.put("rows", portrait.rows());
        object.put("unreadable", portrait.unreadable());
        portrait.target().ifPresent(target -> object.put("target", target));
        object.put(
                "columns", portrait.columns().stream().map(PortraitJson::column).toList());
        object.put("missing_together", portrait.missing());
        object.put("together", TogetherJson.object(portrait.together()));
        portrait.samples().ifPresent(samples -> object.put("samples", samples));
        object.put("remarks", remarks(portrait.remarks()));
        return object;
    }

    private static Map<String, Object> column(ColumnPortrait column) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", column.name());
        object.put("kind", column.kind().label());
        object.put("rows", column.rows());
        object.put("missing", column.missing());
        object.put("distinct", measure(column.distinct()));
        column.spread().ifPresent(spread -> {
            object.put("min", spread.min());
            object.put("max", spread.max());
            number(object, "mean", spread.mean());
            number(object, "deviation", spread.deviation());
            object.put(
                    "quantiles",
                    spread.quantiles().stream()
                            .map(quantile -> {
                                var one = new LinkedHashMap<String, Object>();
                                one.put("of", quantile.of());
                                one.putAll(measure(quantile.at()));
                                return one;
                            })
                            .toList());
        });
        object.put("histogram", column.bins().stream().map(PortraitJson::bin).toList());
        object.put("top", column.top().stream().map(PortraitJson::top).toList());
        object.put("smallest", column.smallest());
        object.put("largest", column.largest());
        column.lengths().ifPresent(lengths -> object.put("lengths", lengths));
        object.put(
                "patterns",
                column.shapes().stream()
                        .map(shape -> Map.of("form", shape.form(), "count", measure(shape.count())))
                        .toList());
        column.timeline().ifPresent(timeline -> object.put("timeline", timeline(timeline)));
        object.put("remarks", remarks(column.remarks()));
        return object;
    }

    private static Map<String, Object> bin(ColumnPortrait.Bin bin) {
        var object = new LinkedHashMap<String, Object>();
        object.put("low", bin.low());
        object.put("high", bin.high());
        object.put("count", measure(bin.count()));
        return object;
    }

    private static Map<String, Object> top(ColumnPortrait.Top top) {
        var object = new LinkedHashMap<String, Object>();
        object.put("value", top.value());
        object.put("count", measure(top.count()));
        object.put("share", top.share());
        return object;
    }

    private static Map<String, Object> timeline(ColumnPortrait.Timeline timeline) {
        var object = new LinkedHashMap<String, Object>();
        object.put("first", Figures.time(timeline.first()));
        object.put("last", Figures.time(timeline.last()));
        object.put("gap_start", Figures.time(timeline.gapStart()));
        object.put("gap_end", Figures.time(timeline.gapEnd()));
        return object;
    }

    private static List<Map<String, Object>> remarks(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> {
                    var object = new LinkedHashMap<String, Object>();
                    object.put("weight", remark.weight().label());
                    Optional.of(remark.column())
                            .filter(name -> !name.isEmpty())
                            .ifPresent(name -> object.put("column", name));
                    object.put("brief", remark.brief());
                    object.put("text", remark.text());
                    return (Map<String, Object>) object;
                })
                .toList();
    }

    /** The value, whether it is exact and, if not, its error; no value where none is known. */
    static Map<String, Object> measure(Figure measure) {
        var object = new LinkedHashMap<String, Object>();
        number(object, "value", measure.value());
        object.put("exact", measure.exact());
        if (!measure.exact()) {
            number(object, "error", measure.error());
        }
        return object;
    }

    static void number(Map<String, Object> object, String key, double number) {
        if (Double.isFinite(number)) {
            object.put(key, number);
        }
    }
}
