package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.Set;

/**
 * A step that has learned: the same code at training, batch and request time. Immutable, safe to share between threads;
 * written to and read from {@code pipeline.json} as a record of values.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = FittedDerive.class, name = "derive"),
    @JsonSubTypes.Type(value = FittedImpute.class, name = "impute"),
    @JsonSubTypes.Type(value = FittedOneHot.class, name = "onehot"),
    @JsonSubTypes.Type(value = FittedScale.class, name = "scale")
})
public interface FittedTransformer extends Serializable {
    /**
     * The rows with the step's columns changed; rows are never added, dropped or reordered. A column of the step that is
     * not there is passed over: a request need not carry what the model does not read.
     */
    Table apply(Table input);

    /** Which columns must be there before the step so that these can be there after it. */
    Set<String> inputs(Set<String> outputs);
}
