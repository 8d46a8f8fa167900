package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.List;

/** What a fitted step does to one column, which stays in its place. */
interface Change {
    String column();

    Column changed(Column from);

    /** The table with each column that is there changed. */
    static Table each(List<? extends Change> changes, Table input) {
        var changed = new ArrayList<Column>(changes.size());
        for (var change : changes) {
            input.find(change.column()).ifPresent(column -> changed.add(change.changed(column)));
        }
        return input.with(changed);
    }
}
