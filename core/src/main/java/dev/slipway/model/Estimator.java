package dev.slipway.model;

import dev.slipway.transform.Transformer;
import java.util.List;

/** What learns a model from prepared columns: values only. */
public interface Estimator {
    /** Steps of its own, behind the project's features and before the fit: a linear model scales, a tree does not. */
    default List<Transformer<?>> preparation() {
        return List.of();
    }

    /**
     * The model learned from these rows; the same rows give the same model, to the bit.
     *
     * @throws dev.slipway.problem.SlipwayException where these data cannot teach it
     */
    Model fit(Training training);
}
