package dev.slipway.transform;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.expression.Expression;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** New columns by expressions, parsed once. */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public final class FittedDerive implements FittedTransformer {
    private final List<Derive.Derivation> derivations;
    private final List<Expression> expressions;

    /** @throws dev.slipway.problem.SlipwayException where an expression cannot be read */
    @JsonCreator
    public FittedDerive(@JsonProperty("derivations") List<Derive.Derivation> derivations) {
        this.derivations = List.copyOf(derivations);
        expressions = derivations.stream()
                .map(derivation -> Expression.parse(derivation.expression()))
                .toList();
    }

    /** What travels: the expressions are parsed again where it arrives. */
    private record Described(List<Derive.Derivation> derivations) implements Serializable {
        private Object readResolve() {
            return new FittedDerive(derivations);
        }
    }

    private Object writeReplace() {
        return new Described(derivations);
    }

    @JsonProperty("derivations")
    public List<Derive.Derivation> derivations() {
        return derivations;
    }

    @Override
    public Table apply(Table input) {
        var table = input;
        for (int i = 0; i < expressions.size(); i++) {
            var expression = expressions.get(i);
            if (hasAll(table, expression.columns())) {
                table = table.with(expression.evaluate(derivations.get(i).column(), table));
            }
        }
        return table;
    }

    private static boolean hasAll(Table table, List<String> columns) {
        return columns.stream().allMatch(column -> table.find(column).isPresent());
    }

    @Override
    public Set<String> inputs(Set<String> outputs) {
        var inputs = new LinkedHashSet<>(outputs);
        for (int i = expressions.size() - 1; i >= 0; i--) {
            if (inputs.remove(derivations.get(i).column())) {
                inputs.addAll(expressions.get(i).columns());
            }
        }
        return inputs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FittedDerive that && derivations.equals(that.derivations);
    }

    @Override
    public int hashCode() {
        return derivations.hashCode();
    }

    @Override
    public String toString() {
        return "derive " + derivations;
    }
}
