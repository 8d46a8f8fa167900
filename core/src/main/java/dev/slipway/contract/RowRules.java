package dev.slipway.contract;

import dev.slipway.contract.DataRules.Condition;
import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.table.Column;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of a contract that a row keeps or breaks alone, beyond its single cells. Immutable. */
final class RowRules {
    private final Contract contract;
    private final List<Condition> conditions;
    private final List<Dependency> dependencies;

    RowRules(Contract contract) {
        this.contract = contract;
        var rules = contract.rules().ofRows();
        conditions = rules.conditions();
        dependencies = rules.dependencies();
    }

    /** Looks at typed rows, in which a cell that broke a rule is missing: nobody can tell about such rows. */
    void examine(Table typed, Faults faults) {
        if (typed.rows() == 0) {
            return;
        }
        conditions.forEach(condition -> examine(condition, typed, faults));
        dependencies.forEach(dependency -> examine(dependency, typed, faults));
    }

    private static void examine(Condition condition, Table typed, Faults faults) {
        var answers = condition.expression().test(typed);
        for (int row = 0; row < answers.size(); row++) {
            if (!answers.isMissing(row) && !answers.at(row)) {
                faults.add(row, condition, values(condition, typed, row));
            }
        }
    }

    private static String values(Condition condition, Table typed, int row) {
        return condition.expression().columns().stream()
                .map(name -> {
                    var column = typed.column(name);
                    return name + "=" + (column.isMissing(row) ? "" : text(column, row));
                })
                .collect(Collectors.joining(", "));
    }

    private void examine(Dependency dependency, Table typed, Faults faults) {
        var from = typed.column(dependency.from());
        var to = typed.column(dependency.to());
        for (int row = 0; row < typed.rows(); row++) {
            if (!from.isMissing(row) && !to.isMissing(row)) {
                String key = text(from, row);
                String value = text(to, row);
                String expected = dependency.map().getOrDefault(key, value);
                if (!expected.equals(value)) {
                    var column = contract.find(dependency.to()).orElse(Finding.NO_COLUMN);
                    faults.add(row, dependency, column, key, value, expected);
                }
            }
        }
    }

    /* A number column may stand for whole numbers: 22.0 means 22 there. */
    static String text(Column column, int row) {
        return column instanceof NumberColumn numbers ? YamlText.number(numbers.at(row)) : column.text(row);
    }
}
