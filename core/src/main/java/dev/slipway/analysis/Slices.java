package dev.slipway.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * For whom a model does worse than its figure says.
 *
 * @param metric the figure the slices are measured by
 * @param overall its value for all rows
 * @param leastRows the rows below which a slice says too little
 * @param declared those of the project, in its order
 * @param looked how many slices were looked at to find some
 * @param found those whose rows lose more than the others, too much for chance; the worst first
 */
public record Slices(
        String metric,
        boolean higherIsBetter,
        Optional<Double> overall,
        int leastRows,
        List<Declared> declared,
        int looked,
        List<Slice> found) {
    public Slices {
        declared = List.copyOf(declared);
        found = List.copyOf(found);
    }

    /**
     * A slice that the project names, or the values of a column that it names.
     *
     * @param name as it is written
     */
    public record Declared(String name, List<Slice> slices) {
        public Declared {
            slices = List.copyOf(slices);
        }
    }

    /** The slice of a declared column, or the two sides of a declared condition, that does worst; of those with enough rows. */
    public Optional<Slice> worst(String declared) {
        return declared().stream()
                .filter(group -> group.name().equals(declared))
                .flatMap(group -> group.slices().stream())
                .filter(slice -> slice.enough() && slice.value().isPresent())
                .min(byValue());
    }

    /** The found slice with the worst value; absent where none was found. */
    public Optional<Slice> worst() {
        return found.stream().filter(slice -> slice.value().isPresent()).min(byValue());
    }

    private Comparator<Slice> byValue() {
        var rising = Comparator.<Slice>comparingDouble(slice -> slice.value().orElse(0.0));
        return higherIsBetter ? rising : rising.reversed();
    }
}
