package dev.slipway.profile;

import dev.slipway.document.Document;
import dev.slipway.document.Json;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.profile.Evidence.Reading;
import dev.slipway.profile.Extremes.Extreme;
import dev.slipway.profile.Misfits.Misfit;
import dev.slipway.statistic.Distinct;
import dev.slipway.statistic.Distribution;
import dev.slipway.statistic.Moments;
import dev.slipway.statistic.Timeline;
import dev.slipway.table.ColumnType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A profile as a JSON document that can be read back and merged with the profile of later rows, to the bit. */
final class ProfileText {
    private static final List<ColumnType> TYPES = ColumnType.ofData();
    private static final List<String> LABELS =
            TYPES.stream().map(ColumnType::label).toList();

    private ProfileText() {}

    static String write(Profile profile) {
        var all = new LinkedHashMap<String, Object>();
        all.put("rows", profile.rows());
        all.put("unreadable", profile.unreadable());
        all.put("columns", profile.columns().stream().map(ProfileText::object).toList());
        return Json.pretty(all);
    }

    static Profile read(Document json) {
        return json.read(root -> {
            // The increments it grew by are for whoever appends to it.
            root.allowOnly("increments", "rows", "unreadable", "columns");
            return new Profile(
                    root.whole("rows"),
                    root.whole("unreadable"),
                    root.list("columns").stream()
                            .map(Node::mapping)
                            .map(ProfileText::column)
                            .toList());
        });
    }

    private static Map<String, Object> object(ColumnProfile column) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", column.name());
        object.put("type", column.type().label());
        object.put("rows", column.rows());
        object.put("missing", column.missing());
        object.put("first_missing", column.firstMissing());
        object.put("evidence", object(column.evidence()));
        object.put("moments", column.moments().object());
        object.put("smallest", extremes(column.extremes().smallest()));
        object.put("largest", extremes(column.extremes().largest()));
        object.put("values_exact", column.values().exact());
        object.put("values", seen(column.values().values()));
        object.put("lengths", object(column.lengths()));
        object.put("patterns_exact", column.patterns().exact());
        object.put("patterns", column.patterns().shapes());
        object.put("numbers", column.numbers().object());
        object.put("timeline", column.timeline().object());
        object.put("distinct", column.differing().object());
        object.put("keys", column.keys().object());
        return object;
    }

    private static ColumnProfile column(Mapping from) {
        from.allowOnly(
                "name",
                "type",
                "rows",
                "missing",
                "first_missing",
                "evidence",
                "moments",
                "smallest",
                "largest",
                "values_exact",
                "values",
                "lengths",
                "patterns_exact",
                "patterns",
                "numbers",
                "timeline",
                "distinct",
                "keys");
        var shapes = new TreeMap<String, Long>();
        from.mapping("patterns")
                .entries()
                .forEach(entry -> shapes.put(entry.name(), entry.value().whole()));
        return new ColumnProfile(
                from.text("name"),
                TYPES.get(Math.max(0, LABELS.indexOf(from.oneOf("type", LABELS)))),
                from.whole("rows"),
                from.whole("missing"),
                from.list("first_missing").stream().map(Node::whole).toList(),
                evidence(from.mapping("evidence")),
                Moments.read(from.mapping("moments")),
                new Extremes(extremes(from, "smallest"), extremes(from, "largest")),
                new ValueCounts(from.bool("values_exact"), seen(from.mapping("values"))),
                lengths(from.mapping("lengths")),
                new Patterns(from.bool("patterns_exact"), shapes),
                Distribution.read(from.mapping("numbers")),
                Timeline.read(from.mapping("timeline")),
                Distinct.read(from.mapping("distinct")),
                Keys.read(from.mapping("keys")));
    }

    private static Map<String, Object> object(Evidence evidence) {
        var object = new LinkedHashMap<String, Object>();
        object.put("integers", object(evidence.integers()));
        object.put("numbers", object(evidence.numbers()));
        object.put("booleans", object(evidence.booleans()));
        object.put("timestamps", object(evidence.timestamps()));
        object.put("padded", evidence.padded());
        object.put("blank", evidence.blank());
        object.put("null_like", seen(evidence.nullLike()));
        return object;
    }

    private static Evidence evidence(Mapping from) {
        from.allowOnly("integers", "numbers", "booleans", "timestamps", "padded", "blank", "null_like");
        return new Evidence(
                reading(from.mapping("integers")),
                reading(from.mapping("numbers")),
                reading(from.mapping("booleans")),
                reading(from.mapping("timestamps")),
                from.whole("padded"),
                from.whole("blank"),
                seen(from.mapping("null_like")));
    }

    private static Map<String, Object> object(Reading reading) {
        var misfits = reading.misfits().first().stream()
                .map(misfit -> Map.of("record", misfit.record(), "value", misfit.value()))
                .toList();
        return Map.of("count", reading.count(), "misfits", misfits);
    }

    private static Reading reading(Mapping from) {
        from.allowOnly("count", "misfits");
        var misfits = from.list("misfits").stream()
                .map(Node::mapping)
                .map(misfit -> new Misfit(misfit.whole("record"), misfit.text("value")))
                .toList();
        return new Reading(from.whole("count"), new Misfits(misfits));
    }

    private static List<Map<String, Object>> extremes(List<Extreme> end) {
        return end.stream()
                .map(extreme -> Map.<String, Object>of(
                        "value", extreme.value(),
                        "count", extreme.seen().count(),
                        "record", extreme.seen().record()))
                .toList();
    }

    private static List<Extreme> extremes(Mapping from, String end) {
        return from.list(end).stream()
                .map(Node::mapping)
                .map(extreme ->
                        new Extreme(extreme.number("value"), new Seen(extreme.whole("count"), extreme.whole("record"))))
                .toList();
    }

    private static Map<String, Object> seen(SortedMap<String, Seen> values) {
        var object = new LinkedHashMap<String, Object>();
        values.forEach((value, seen) -> object.put(value, List.of(seen.count(), seen.record())));
        return object;
    }

    private static SortedMap<String, Seen> seen(Mapping from) {
        var values = new TreeMap<String, Seen>();
        from.entries().forEach(entry -> {
            var pair = entry.value().list();
            if (pair.size() == 2) {
                values.put(
                        entry.name(), new Seen(pair.get(0).whole(), pair.get(1).whole()));
            } else {
                entry.value()
                        .problem(
                                "PROFILE-DAMAGED",
                                "expected a count and a record",
                                "make the file again from the data");
            }
        });
        return values;
    }

    private static Map<String, Object> object(Lengths lengths) {
        return Map.of(
                "count", lengths.count(),
                "min", lengths.min(),
                "max", lengths.max(),
                "total", lengths.total(),
                "edged", lengths.edged(),
                "foreign", lengths.foreign());
    }

    private static Lengths lengths(Mapping from) {
        from.allowOnly("count", "min", "max", "total", "edged", "foreign");
        return new Lengths(
                from.whole("count"),
                (int) from.whole("min"),
                (int) from.whole("max"),
                from.whole("total"),
                from.whole("edged"),
                from.whole("foreign"));
    }
}
