package dev.slipway.transform;

import dev.slipway.table.Column;
import dev.slipway.table.Missing;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Products of the columns chosen in training. */
public record FittedPolynomial(List<Product> products) implements FittedTransformer {
    /** @param factors multiplied from left to right; a column as often as its power; none makes a column of ones */
    public record Product(String name, List<String> factors) implements Serializable {
        public Product {
            factors = List.copyOf(factors);
        }

        static Product of(List<String> factors) {
            return new Product(factors.isEmpty() ? "1" : name(factors), factors);
        }

        private static String name(List<String> factors) {
            var name = new StringJoiner("*");
            for (int from = 0, to = 0; from < factors.size(); from = to) {
                while (to < factors.size() && factors.get(to).equals(factors.get(from))) {
                    to++;
                }
                name.add(to - from == 1 ? factors.get(from) : factors.get(from) + "^" + (to - from));
            }
            return name.toString();
        }

        /** Empty where a factor is not there. */
        private Optional<Column> of(Table input) {
            var columns = new ArrayList<Column>(factors.size());
            for (var factor : factors) {
                var column = input.find(factor);
                if (column.isEmpty()) {
                    return Optional.empty();
                }
                columns.add(column.get());
            }
            return Optional.of(
                    NumberColumn.of(name, missing(columns, input.rows()), multiplied(columns, input.rows())));
        }

        private static double[] multiplied(List<Column> columns, int rows) {
            double[] values = new double[rows];
            Arrays.fill(values, 1);
            for (var column : columns) {
                for (int row = 0; row < rows; row++) {
                    values[row] *= column.number(row);
                }
            }
            return values;
        }

        private static Missing missing(List<Column> columns, int rows) {
            boolean complete = true;
            for (var column : columns) {
                complete &= column.missing().count() == 0;
            }
            return complete ? Missing.NONE : Missing.where(rows, row -> anyMissing(columns, row));
        }

        private static boolean anyMissing(List<Column> columns, int row) {
            for (var column : columns) {
                if (column.isMissing(row)) {
                    return true;
                }
            }
            return false;
        }
    }

    public FittedPolynomial {
        products = List.copyOf(products);
    }

    @Override
    public Table apply(Table input) {
        var columns = new ArrayList<Column>(products.size());
        var taken = new ArrayList<String>(0);
        for (var product : products) {
            var made = product.of(input);
            made.ifPresent(columns::add);
            if (made.isPresent() && input.find(product.name()).isPresent()) {
                taken.add(product.name());
            }
        }
        TakenNames.refuse("polynomial", taken);
        return input.with(columns);
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        for (var product : products) {
            if (inputs.remove(product.name())) {
                inputs.addAll(product.factors());
            }
        }
        return inputs;
    }
}
