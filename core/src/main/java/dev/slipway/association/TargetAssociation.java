package dev.slipway.association;

import dev.slipway.table.ColumnType;
import java.util.List;

/**
 * What one column alone says about the target.
 *
 * @param measures those that fit the two kinds
 * @param power the one figure that compares columns of all kinds: the share of the target's spread that this column alone
 *     explains in rows that were not used to learn it (five folds), 0 to 1. The spread is the variance of the ranks of an
 *     amount, or the Gini impurity of classes; so for two classes it is the Brier skill score
 * @param auc of the same predictions, where the target has two classes; else {@code NaN}
 */
public record TargetAssociation(
        String column, ColumnType kind, List<Association> measures, Estimate power, double auc) {
    public TargetAssociation {
        measures = List.copyOf(measures);
    }
}
