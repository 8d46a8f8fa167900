package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.DataRules;
import dev.slipway.contract.DataRules.Duplicates;
import dev.slipway.contract.Extra;
import dev.slipway.contract.Rule;
import dev.slipway.document.Json;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule that a contract asks.
 *
 * @param column of which it is asked; empty where no one column is meant
 * @param name of the rule where the contract has several of the kind; else empty
 * @param text the rule in words
 */
public record Demand(Rule rule, String column, String name, String text) {
    private static final String LOW = "no value is below the range";
    private static final String SHORT = "no text is too short";
    private static final String FEW = "there are not too few rows";

    /** Whether it is about the lower of two ends. */
    boolean low() {
        return text.equals(LOW) || text.equals(SHORT) || text.equals(FEW);
    }

    /** The column, or the name of the rule. */
    public String subject() {
        return column.isEmpty() ? name : column;
    }

    /** Every rule of the contract, in its order: those of each column, then those of rows and of the whole data set. */
    public static List<Demand> of(Contract contract) {
        var demands = new ArrayList<Demand>();
        contract.columns().forEach(column -> demands.addAll(of(column)));
        if (contract.extra() == Extra.REFUSE) {
            demands.add(new Demand(Rule.COLUMN, "", "", "no other column is there"));
        }
        demands.addAll(of(contract.rules()));
        return demands;
    }

    private static List<Demand> of(ContractColumn column) {
        var demands = new ArrayList<Demand>();
        String name = column.name();
        if (column.required()) {
            demands.add(new Demand(Rule.COLUMN, name, "", "the column is there"));
        }
        if (!column.isChecked()) {
            return demands;
        }
        if (!column.type().textual()) {
            demands.add(new Demand(
                    Rule.TYPE, name, "", "every value reads as " + column.type().label()));
        }
        if (column.missing() == 0) {
            demands.add(new Demand(Rule.MISSING, name, "", "no value is missing"));
        } else if (column.missing() < 1) {
            demands.add(new Demand(
                    Rule.MISSING,
                    name,
                    "",
                    "at most a share of %s is missing".formatted(Json.number(column.missing()))));
        }
        if (column.type() != ColumnType.BOOLEAN) {
            demands.addAll(ends(column));
        }
        if (!column.set().isEmpty()) {
            demands.add(new Demand(Rule.SET, name, "", "every value is one of the set"));
        }
        if (!column.pattern().isEmpty()) {
            demands.add(new Demand(Rule.PATTERN, name, "", "every text matches the pattern"));
        }
        if (column.unique()) {
            demands.add(new Demand(Rule.UNIQUE, name, "", "no value comes twice"));
        }
        return demands;
    }

    private static List<Demand> ends(ContractColumn column) {
        var demands = new ArrayList<Demand>();
        String name = column.name();
        if (column.range().min() != Double.NEGATIVE_INFINITY) {
            demands.add(new Demand(Rule.RANGE, name, "", LOW));
        }
        if (column.range().max() != Double.POSITIVE_INFINITY) {
            demands.add(new Demand(Rule.RANGE, name, "", "no value is above the range"));
        }
        if (column.length().min() > 0) {
            demands.add(new Demand(Rule.LENGTH, name, "", SHORT));
        }
        if (column.length().max() < Integer.MAX_VALUE) {
            demands.add(new Demand(Rule.LENGTH, name, "", "no text is too long"));
        }
        return demands;
    }

    private static List<Demand> of(DataRules rules) {
        var demands = new ArrayList<Demand>();
        rules.conditions()
                .forEach(condition -> demands.add(new Demand(
                        Rule.CONDITION,
                        "",
                        condition.name(),
                        condition.expression().toString())));
        rules.unique()
                .forEach(key -> demands.add(new Demand(Rule.UNIQUE, "", key.name(), "together no values come twice")));
        if (rules.duplicates() != Duplicates.ALLOW) {
            demands.add(new Demand(Rule.DUPLICATE, "", "", "no row comes twice"));
        }
        rules.dependencies()
                .forEach(rule -> demands.add(new Demand(
                        Rule.DEPENDENCY,
                        rule.to(),
                        rule.name(),
                        "it goes with the value of '%s'".formatted(rule.from()))));
        rules.relations()
                .forEach(relation -> demands.add(new Demand(
                        Rule.RELATION,
                        "",
                        relation.name(),
                        "'%s' and '%s' go together".formatted(relation.x(), relation.y()))));
        rules.distributions()
                .forEach(rule -> demands.add(
                        new Demand(Rule.DISTRIBUTION, "", "", "values are distributed as in " + rule.profile())));
        if (rules.rows().min() > 0) {
            demands.add(new Demand(Rule.ROWS, "", "", FEW));
        }
        if (rules.rows().max() < Long.MAX_VALUE) {
            demands.add(new Demand(Rule.ROWS, "", "", "there are not too many rows"));
        }
        rules.freshness()
                .forEach(rule -> demands.add(new Demand(
                        Rule.FRESHNESS, "", "", "the latest '%s' is not long ago".formatted(rule.column()))));
        return demands;
    }
}
