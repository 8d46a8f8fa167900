package dev.slipway.profile;

import dev.slipway.document.Document;
import dev.slipway.document.Json;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.table.ColumnType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model folder keeps of the data that the model learned from, {@code profile.json}: enough to draw typical rows, and
 * nothing of a single person. No text is stored, words of fewer than {@link #FEWEST} rows are counted together, and numbers are
 * means, deviations and ends rounded outward.
 */
public record Reference(long rows, List<ColumnReference> columns) {
    /** Words of fewer rows than this are counted as {@link #OTHER}. */
    public static final int FEWEST = 5;

    /** Stands for all words that too few rows have. */
    public static final String OTHER = "other";

    /**
     * What is kept of one column.
     *
     * @param missing share of the rows, 0 to 1
     * @param numbers of numeric and timestamp columns, if at least {@link #FEWEST} values were there
     * @param shares of the words of a category, and of true and false, among the values present
     * @param other share of the words that are not named
     */
    public record ColumnReference(
            String name,
            ColumnType type,
            double missing,
            Optional<Numbers> numbers,
            SortedMap<String, Double> shares,
            double other) {
        public ColumnReference {
            shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        }
    }

    /** The values lie between low and high, which are rounded outward; the deviation is 0 for a single value. */
    public record Numbers(double low, double high, double mean, double deviation) {}

    public Reference {
        columns = List.copyOf(columns);
    }

    /** What may be kept of a profile of typed columns. */
    public static Reference of(Profile profile) {
        return new Reference(
                profile.rows(), profile.columns().stream().map(Reference::of).toList());
    }

    private static ColumnReference of(ColumnProfile seen) {
        var type = seen.type();
        var shares = new TreeMap<String, Double>();
        boolean words = type == ColumnType.CATEGORY || type == ColumnType.BOOLEAN;
        long named = 0;
        if (words) {
            for (var value : seen.values().values().entrySet()) {
                if (value.getValue().count() >= FEWEST) {
                    shares.put(value.getKey(), (double) value.getValue().count() / seen.present());
                    named += value.getValue().count();
                }
            }
        }
        double other = words && seen.present() > 0 ? (double) (seen.present() - named) / seen.present() : 0;
        boolean numeric =
                !type.textual() && type != ColumnType.BOOLEAN && seen.moments().count() >= FEWEST;
        return new ColumnReference(
                seen.name(),
                type,
                seen.rows() == 0 ? 0 : seen.missingShare(),
                numeric ? Optional.of(numbers(seen)) : Optional.empty(),
                shares,
                other);
    }

    private static Numbers numbers(ColumnProfile seen) {
        var range = Rounded.outward(seen.extremes().min(), seen.extremes().max(), seen.type() != ColumnType.NUMBER);
        double deviation = seen.moments().deviation();
        return new Numbers(range.low(), range.high(), seen.moments().mean(), Double.isNaN(deviation) ? 0 : deviation);
    }

    /** The file's text. */
    public String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("rows", rows);
        all.put("columns", columns.stream().map(Reference::object).toList());
        return Json.pretty(all);
    }

    private static Map<String, Object> object(ColumnReference column) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", column.name());
        object.put("type", column.type().label());
        object.put("missing", column.missing());
        column.numbers().ifPresent(numbers -> {
            object.put("low", numbers.low());
            object.put("high", numbers.high());
            object.put("mean", numbers.mean());
            object.put("deviation", numbers.deviation());
        });
        if (!column.shares().isEmpty()) {
            object.put("shares", column.shares());
        }
        if (column.other() > 0) {
            object.put(OTHER, column.other());
        }
        return object;
    }

    /** Reads what {@link #json()} wrote. */
    public static Reference read(Document json) {
        return json.read(root -> {
            root.allowOnly("rows", "columns");
            return new Reference(
                    root.whole("rows"),
                    root.list("columns").stream()
                            .map(Node::mapping)
                            .map(Reference::column)
                            .toList());
        });
    }

    private static ColumnReference column(Mapping column) {
        column.allowOnly("name", "type", "missing", "low", "high", "mean", "deviation", "shares", OTHER);
        var types = ColumnType.ofData();
        var labels = types.stream().map(ColumnType::label).toList();
        var shares = new TreeMap<String, Double>();
        column.optionalMapping("shares")
                .ifPresent(words -> words.entries()
                        .forEach(entry -> shares.put(entry.name(), entry.value().number())));
        var numbers = column.find("mean")
                .map(mean -> new Numbers(
                        column.number("low"), column.number("high"), mean.number(), column.number("deviation")));
        return new ColumnReference(
                column.text("name"),
                types.get(Math.max(0, labels.indexOf(column.oneOf("type", labels)))),
                column.number("missing"),
                numbers,
                shares,
                column.number(OTHER, 0));
    }
}
