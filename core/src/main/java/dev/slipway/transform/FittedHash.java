package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import dev.slipway.table.VectorColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A vector of hashed values or terms in the place of each column, under its name. */
public record FittedHash(List<String> columns, Grams grams, int places, boolean normalised)
        implements FittedTransformer {
    public FittedHash {
        columns = List.copyOf(columns);
        Sound.check(places >= 1 && places <= Hash.MOST_PLACES, "hash", "it hashes into %d places".formatted(places));
    }

    @Override
    public Table apply(Table input) {
        var changed = new ArrayList<Column>();
        for (var name : columns) {
            input.find(name).ifPresent(column -> changed.add(hashed(column)));
        }
        return input.with(changed);
    }

    private Column hashed(Column column) {
        var rows = new VectorRows(column.size(), normalised);
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                grams.each(column.text(row), term -> {
                    int hash = Hash.hash(term);
                    rows.add(Hash.place(hash, places), hash < 0);
                });
            }
            rows.end((place, count) -> count);
        }
        return rows.column(column.name(), VectorColumn.numbered(places));
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }
}
