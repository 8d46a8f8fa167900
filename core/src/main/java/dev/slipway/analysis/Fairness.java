package dev.slipway.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How differently a model treats the groups of one column. Only groups with enough rows are compared; the others are listed,
 * and nothing is concluded of them.
 *
 * @param column the groups are its values
 * @param leastRows the rows below which a group says too little
 * @param reference the group others are held against: the one named, or the largest
 * @param groups by name
 * @param gaps over the groups with enough rows; empty where fewer than two have
 * @param inequality Theil's index of the benefit each row gets: answer less truth plus one (Speicher et al. 2018)
 */
public record Fairness(
        String column,
        int leastRows,
        String reference,
        List<Group> groups,
        List<Gap> gaps,
        Optional<Double> inequality) {
    public Fairness {
        groups = List.copyOf(groups);
        gaps = List.copyOf(gaps);
    }

    /**
     * One value of the column.
     *
     * @param enough whether it has the rows to be compared
     * @param rates by name, 0 to 1; those that divide by nothing are left out
     * @param against the reference: AIF360's measures; empty for the reference itself and for groups without enough rows
     */
    public record Group(
            String name, int rows, boolean enough, SortedMap<String, Double> rates, SortedMap<String, Double> against) {
        public Group {
            rates = Collections.unmodifiableSortedMap(rates);
            against = Collections.unmodifiableSortedMap(against);
        }
    }

    /** A measure of disparity over all groups with enough rows; values absent where they have no meaning. */
    public record Gap(String measure, Optional<Double> value, Optional<Interval> interval) {}

    public Optional<Gap> find(Disparity measure) {
        return gaps.stream().filter(gap -> gap.measure().equals(measure.id())).findFirst();
    }
}
