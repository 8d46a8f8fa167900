package dev.slipway.source;

import dev.slipway.table.Table;
import java.io.Serializable;

/**
 * Brings one team's raw rows into the columns that everybody shares, in their canonical text: numbers such as {@code 1.5},
 * times in ISO 8601. It judges nothing; that is the contract's. A cell that it cannot read keeps its text and is named with
 * {@link dev.slipway.table.Origins#withMisread}.
 *
 * <p>Row-wise: what it makes of a row does not depend on the rows beside it, and each row stays in its place. It is called
 * from several threads at once, and with tables of no rows, which must get their columns all the same.
 */
public interface TableParser extends Serializable {
    /** What people call it: {@code parser: NAME} in {@code slipway.yaml}. */
    String name();

    /** As many rows as the raw table has, in its order. */
    Table parse(Table raw);
}
