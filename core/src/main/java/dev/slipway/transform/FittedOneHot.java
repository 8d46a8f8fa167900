package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Zeros and ones for the values seen in training; the columns are called {@code Sex=male}. */
public record FittedOneHot(List<OneHotEncoding> encodings, OneHot.Unseen unseen) implements FittedTransformer {
    public FittedOneHot {
        encodings = List.copyOf(encodings);
    }

    @Override
    public Table apply(Table input) {
        var columns = new ArrayList<Column>(input.columns().size() + 16);
        var taken = new ArrayList<String>(0);
        for (var column : input.columns()) {
            if (!encodes(column)) {
                columns.add(column);
                if (makes(column.name(), input)) {
                    taken.add(column.name());
                }
            }
        }
        TakenNames.refuse("one-hot", taken);
        for (var encoding : encodings) {
            input.find(encoding.column()).ifPresent(column -> encode(input, column, encoding, columns));
        }
        return Table.of(columns, input.origins());
    }

    private void encode(Table input, Column column, OneHotEncoding encoding, List<Column> columns) {
        int[] places = encoding.known().places(column);
        if (unseen == OneHot.Unseen.ERROR) {
            UnseenValues.refuse(input, column, places);
        }
        if (places.length == 1) {
            encoding.encodeOne(places[0], unseen, columns);
        } else {
            encoding.encode(places, unseen, columns);
        }
    }

    private boolean encodes(Column column) {
        for (var encoding : encodings) {
            if (encoding.column().equals(column.name())) {
                return true;
            }
        }
        return false;
    }

    private boolean makes(String name, Table input) {
        for (var encoding : encodings) {
            if (encoding.makes(name) && input.find(encoding.column()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        for (var encoding : encodings) {
            if (inputs.removeAll(Set.copyOf(encoding.outputs()))) {
                inputs.add(encoding.column());
            }
        }
        return inputs;
    }

    @Override
    public SortedMap<String, Long> unseen(Table input) {
        return UnseenValues.count(
                input, encodings.stream().map(OneHotEncoding::known).toList());
    }
}
