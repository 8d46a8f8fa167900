package dev.slipway.project;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.parser.AsWritten;
import dev.slipway.parser.ColumnReading;
import dev.slipway.parser.EpochReading;
import dev.slipway.parser.MomentReading;
import dev.slipway.parser.NumberReading;
import dev.slipway.parser.Reading;
import dev.slipway.parser.WordReading;
import dev.slipway.problem.Nearest;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how one column of a parser is written: a number, a date, a count since 1970, or words. */
final class ReadingReader {
    private static final List<Kind> KINDS = List.of(
            new Kind("a number", Set.of("decimal", "grouping", "prefix", "suffix", "scale", "offset")),
            new Kind("a date", Set.of("date", "zone", "locale", "overlap")),
            new Kind("a count since 1970", Set.of("epoch")),
            new Kind("words", Set.of("values", "otherwise")));
    private static final Set<String> MARKS = Set.of(",", ".", "\u066b");
    private static final Set<String> GROUPS = Set.of("", ",", ".", " ", "'", "_");
    private static final Pattern FACTOR = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /** What a column can be, and the keys that say it is. */
    private record Kind(String name, Set<String> keys) {}

    private ReadingReader() {}

    static ColumnReading read(Mapping keys) {
        keys.allowOnly(
                "decimal",
                "grouping",
                "prefix",
                "suffix",
                "scale",
                "offset",
                "unit",
                "date",
                "zone",
                "locale",
                "overlap",
                "epoch",
                "values",
                "otherwise",
                "missing");
        var kinds = KINDS.stream()
                .filter(kind ->
                        kind.keys().stream().anyMatch(key -> keys.find(key).isPresent()))
                .map(Kind::name)
                .toList();
        if (kinds.size() > 1) {
            keys.problem(
                    "PROJECT-PARSER",
                    "a column cannot be %s".formatted(String.join(" and ", kinds)),
                    "keep the keys of one of them");
        }
        return new ColumnReading(
                Set.copyOf(
                        keys.optionalList("missing").stream().map(Node::written).toList()),
                reading(keys, kinds.isEmpty() ? "" : kinds.get(0)));
    }

    private static Reading reading(Mapping keys, String kind) {
        return switch (kind) {
            case "a number" -> number(keys);
            case "a date" -> moment(keys);
            case "a count since 1970" -> epoch(keys);
            case "words" -> words(keys);
            default -> new AsWritten();
        };
    }

    private static Reading number(Mapping keys) {
        var plain = NumberReading.PLAIN;
        var decimal = sign(keys, "decimal", plain.decimal(), MARKS);
        var grouping = sign(keys, "grouping", plain.grouping(), GROUPS);
        if (decimal.equals(grouping)) {
            keys.problem(
                    "PROJECT-PARSER",
                    "'%s' cannot be before the fraction and between groups".formatted(decimal),
                    "say decimal: \",\" where grouping is \".\"");
        }
        return new NumberReading(
                decimal,
                grouping,
                keys.optionalWritten("prefix").orElse(""),
                keys.optionalWritten("suffix").orElse(""),
                factor(keys, "scale", plain.scale()),
                factor(keys, "offset", plain.offset()));
    }

    private static String sign(Mapping keys, String key, String otherwise, Set<String> known) {
        var sign = keys.optionalWritten(key).orElse(otherwise);
        if (!known.contains(sign)) {
            keys.find(key)
                    .ifPresent(node -> node.problem(
                            "PROJECT-PARSER",
                            "%s cannot be the %s sign".formatted(node.shown(), key),
                            key.equals("decimal")
                                    ? "write \",\" or \".\""
                                    : "write one of \",\", \".\", \" \", \"'\" and \"_\""));
        }
        return sign;
    }

    private static BigDecimal factor(Mapping keys, String key, BigDecimal otherwise) {
        var node = keys.find(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        var written = node.get().written();
        if (!FACTOR.matcher(written).matches()) {
            node.get()
                    .problem(
                            "PROJECT-PARSER",
                            "%s is no decimal number".formatted(node.get().shown()),
                            "write it in digits, such as 0.01");
            return otherwise;
        }
        return new BigDecimal(written);
    }

    private static Reading moment(Mapping keys) {
        var reading = new MomentReading(
                keys.written("date"),
                keys.find("zone").flatMap(ReadingReader::zone),
                keys.optionalWritten("locale").orElse("en"),
                keys.optionalOneOf("overlap", List.of("earlier", "later", "bad"))
                        .flatMap(word -> constant(MomentReading.Overlap.values(), word))
                        .orElse(MomentReading.Overlap.BAD));
        boolean unreadable = keys.find("date").isEmpty()
                || (keys.find("zone").isPresent() && reading.zone().isEmpty());
        if (!unreadable) {
            reading.fault()
                    .ifPresent(fault -> keys.require("date")
                            .ifPresent(node -> node.problem(
                                    "PROJECT-PARSER",
                                    fault,
                                    "write a pattern such as dd.MM.yyyy, or dd.MM.yyyy HH:mm and its zone, such as"
                                            + " zone: Europe/Berlin")));
        }
        return reading;
    }

    private static Optional<ZoneId> zone(Node node) {
        var name = node.written();
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        node.problem(
                "PROJECT-PARSER",
                "there is no time zone '%s'%s".formatted(name, Nearest.hint(name, known)),
                "write one such as Europe/Berlin, or UTC");
        return Optional.empty();
    }

    private static Reading epoch(Mapping keys) {
        return new EpochReading(keys.optionalOneOf("epoch", List.of("seconds", "milliseconds", "microseconds"))
                .flatMap(word -> constant(EpochReading.Unit.values(), word))
                .orElse(EpochReading.Unit.SECONDS));
    }

    private static Reading words(Mapping keys) {
        var values = new LinkedHashMap<String, String>();
        keys.mapping("values")
                .entries()
                .forEach(entry -> values.put(entry.name(), entry.value().written()));
        return new WordReading(
                values,
                keys.optionalOneOf("otherwise", List.of("keep", "missing", "bad"))
                        .flatMap(word -> constant(WordReading.Otherwise.values(), word))
                        .orElse(WordReading.Otherwise.BAD));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String word) {
        return List.of(all).stream()
                .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
