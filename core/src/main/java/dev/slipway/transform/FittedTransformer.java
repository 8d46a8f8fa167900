package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;

/**
 * A step that has learned: the same code at training, batch and request time. Immutable, safe to share between threads;
 * written to and read from {@code pipeline.json} as a record of values.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FittedBins.class, name = "bins"),
    @JsonSubTypes.Type(value = FittedCyclic.class, name = "cyclic"),
    @JsonSubTypes.Type(value = FittedDerive.class, name = "derive"),
    @JsonSubTypes.Type(value = Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = FittedHash.class, name = "hash"),
    @JsonSubTypes.Type(value = FittedImpute.class, name = "impute"),
    @JsonSubTypes.Type(value = FittedOneHot.class, name = "onehot"),
    @JsonSubTypes.Type(value = FittedOrdinal.class, name = "ordinal"),
    @JsonSubTypes.Type(value = FittedOwn.class, name = "own"),
    @JsonSubTypes.Type(value = FittedPca.class, name = "pca"),
    @JsonSubTypes.Type(value = FittedPolynomial.class, name = "polynomial"),
    @JsonSubTypes.Type(value = FittedQuantile.class, name = "quantile"),
    @JsonSubTypes.Type(value = Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = FittedScale.class, name = "scale"),
    @JsonSubTypes.Type(value = Select.class, name = "select"),
    @JsonSubTypes.Type(value = FittedTargetMean.class, name = "target"),
    @JsonSubTypes.Type(value = FittedBagOfTerms.class, name = "terms"),
    @JsonSubTypes.Type(value = FittedTimeParts.class, name = "time"),
    @JsonSubTypes.Type(value = FittedYeoJohnson.class, name = "yeo_johnson")
})
public interface FittedTransformer extends Serializable {
    /**
     * The rows with the step's columns changed; rows are never added, dropped or reordered. A column of the step that is
     * not there is passed over: a request need not carry what the model does not read.
     */
    Table apply(Table input);

    /**
     * How many rows have a value that was never seen in training, by column, where the step learned the values of columns.
     * Columns without any are left out.
     *
     * @param input the rows as they come into the step
     */
    default SortedMap<String, Long> unseen(Table input) {
        return Collections.emptySortedMap();
    }

    /** Which columns must be there before the step so that these can be there after it. */
    Set<String> inputs(Set<String> outputs);
}
