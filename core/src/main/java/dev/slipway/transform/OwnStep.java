package dev.slipway.transform;

import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A step that somebody else wrote: a public record of values and one method. It learns nothing of the data, so what it makes
 * of a row depends on that row alone; put it before steps that learn. Its values travel in the model folder, its code does
 * not: whoever serves the model has the jar too.
 *
 * <p>The record stands in a jar under {@code META-INF/services/dev.slipway.transform.OwnStep}. It has a public constructor
 * without parameters too, whose values are those of keys that {@code slipway.yaml} leaves out. It is called from several
 * threads at once, and with tables of no rows. {@code TransformerContract} of the testkit is the test that every step passes.
 */
public interface OwnStep extends Serializable {
    /** What people call it in {@code features}: the record's name in small letters, {@code text_size} for TextSize. */
    default String word() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    /** The columns it reads: a component of the record. */
    List<String> columns();

    /**
     * What stands in their place.
     *
     * @param columns only those, in that order
     * @return as many rows in the same order, and always columns of the same names and types
     */
    Table make(Table columns);
}
