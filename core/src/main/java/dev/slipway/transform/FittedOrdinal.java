package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.IntegerColumn;
import dev.slipway.table.Missing;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The number of each value, under the name of its column. */
public record FittedOrdinal(List<KnownValues> orders, Ordinal.Unseen unseen, Ordinal.Absent missing)
        implements FittedTransformer {
    /** The place of a missing value that stays missing. */
    private static final int LEFT = -2;

    public FittedOrdinal {
        orders = List.copyOf(orders);
    }

    @Override
    public Table apply(Table input) {
        var changed = new ArrayList<Column>();
        for (var order : orders) {
            input.find(order.column()).ifPresent(column -> changed.add(encode(input, column, order)));
        }
        return input.with(changed);
    }

    private Column encode(Table input, Column column, KnownValues order) {
        int[] places = places(column, order);
        if (unseen == Ordinal.Unseen.ERROR) {
            UnseenValues.refuse(input, column, places);
        }
        var absent = Missing.where(
                places.length,
                row -> places[row] == LEFT || (unseen == Ordinal.Unseen.MISSING && places[row] == KnownValues.UNSEEN));
        long[] numbers = new long[places.length];
        Arrays.setAll(numbers, row -> Math.max(places[row], -1));
        return IntegerColumn.of(column.name(), absent, numbers);
    }

    private int[] places(Column column, KnownValues order) {
        int[] places = order.places(column);
        for (int row = 0; missing == Ordinal.Absent.KEEP && row < places.length; row++) {
            places[row] = column.isMissing(row) ? LEFT : places[row];
        }
        return places;
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        return outputs;
    }

    @Override
    public SortedMap<String, Long> unseen(Table input) {
        return UnseenValues.count(input, orders, order -> places(input.column(order.column()), order));
    }
}
