package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import dev.slipway.table.TextColumn;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds the columns that the names of a file's folders say: {@code year=2024/month=03}. */
record Partition(LinkedHashMap<String, String> columns) implements TableParser {
    /** What Hive calls the folder of rows without a value. */
    private static final String NOTHING = "__HIVE_DEFAULT_PARTITION__";

    Partition(Map<String, String> columns) {
        this(new LinkedHashMap<>(columns));
    }

    /** A value as it is written in the name of a folder: %3A is a colon. */
    static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    @Override
    public String name() {
        return "folders";
    }

    @Override
    public Table parse(Table raw) {
        var added = new ArrayList<Column>();
        columns.forEach((key, value) -> {
            if (raw.find(key).isPresent()) {
                throw SlipwayException.refused(
                        "SOURCE-PARTITION",
                        "the column '%s' is in the file and in the name of its folder".formatted(key),
                        raw.origins().source(),
                        "rename the folder or the column");
            }
            boolean missing = value.equals(NOTHING);
            var values = new String[raw.rows()];
            Arrays.fill(values, missing ? "" : value);
            added.add(TextColumn.of(key, missing ? Missing.where(values.length, row -> true) : Missing.NONE, values));
        });
        return raw.with(added);
    }
}
