package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import dev.slipway.source.Batch;
import dev.slipway.statistic.ByColumn;
import dev.slipway.statistic.Nothing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Products of numbers, so that a linear model can bend and let one number change what another means. The columns themselves
 * stay; products stand behind the others, called {@code age*fare} and {@code age^2*fare}, lower degrees first. A product with
 * a missing number is missing.
 *
 * @param columns which columns, in this order; empty for all of quantities in the order of their names
 * @param degree the most factors of a product: 2 or 3
 * @param interactionsOnly whether no number is multiplied with itself
 * @param bias whether a column called {@code 1}, of ones, is added
 */
public record Polynomial(List<String> columns, int degree, boolean interactionsOnly, boolean bias)
        implements Transformer<ByColumn<Nothing>> {
    /** More products than this are refused before they fill the memory. */
    static final int MOST_PRODUCTS = 5_000;

    public Polynomial {
        columns = columns.stream().distinct().toList();
        if (degree < 2 || degree > 3) {
            throw SlipwayException.usage(
                    "TRANSFORM-RANGE",
                    "products of degree %d are not made".formatted(degree),
                    "polynomial, degree",
                    "write 2 or 3, or derive the products that matter");
        }
    }

    @Override
    public ByColumn<Nothing> empty() {
        return ByColumn.none();
    }

    @Override
    public ByColumn<Nothing> of(Batch batch) {
        var states = new TreeMap<String, Nothing>();
        Numbers.chosen(batch.table(), columns, "multiplied")
                .forEach(column -> states.put(column.name(), new Nothing()));
        return new ByColumn<>(states);
    }

    @Override
    public FittedTransformer finish(ByColumn<Nothing> state) {
        var factors = columns.isEmpty() ? List.copyOf(state.columns().keySet()) : columns;
        var products = new ArrayList<List<String>>();
        if (bias) {
            products.add(List.of());
        }
        for (int factorsOfEach = 2; factorsOfEach <= degree; factorsOfEach++) {
            products(factors, factorsOfEach, 0, List.of(), products);
        }
        var fitted = products.stream().map(FittedPolynomial.Product::of).toList();
        var made = new HashSet<String>();
        TakenNames.refuse(
                "polynomial",
                fitted.stream()
                        .map(FittedPolynomial.Product::name)
                        .filter(name -> !made.add(name) || factors.contains(name))
                        .toList());
        return new FittedPolynomial(fitted);
    }

    /** Appends every choice of so many more factors, each not before the one in front of it. */
    private void products(List<String> factors, int more, int from, List<String> chosen, List<List<String>> products) {
        if (more == 0) {
            refuseTooMany(products.size() + 1, factors.size());
            products.add(chosen);
            return;
        }
        for (int next = from; next < factors.size(); next++) {
            var longer = new ArrayList<>(chosen);
            longer.add(factors.get(next));
            products(factors, more - 1, interactionsOnly ? next + 1 : next, longer, products);
        }
    }

    private void refuseTooMany(int products, int factors) {
        if (products > MOST_PRODUCTS) {
            throw SlipwayException.usage(
                    "TRANSFORM-TOO-MANY-COLUMNS",
                    "%d columns have more than %d products up to degree %d".formatted(factors, MOST_PRODUCTS, degree),
                    "polynomial, columns",
                    "name fewer columns: - polynomial: {columns: [a, b]}");
        }
    }
}
