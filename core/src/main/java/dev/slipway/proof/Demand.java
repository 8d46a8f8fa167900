package dev.slipway.proof;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Extra;
import dev.slipway.contract.Rule;
import dev.slipway.document.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule that a contract asks of one column.
 *
 * @param column empty where the whole data set is meant
 * @param text the rule in words
 */
public record Demand(Rule rule, String column, String text) {
    /** Every rule of the contract, in its order: those of each column, then those of the whole data set. */
    public static List<Demand> of(Contract contract) {
        var demands = new ArrayList<Demand>();
        contract.columns().forEach(column -> demands.addAll(of(column)));
        if (contract.extra() == Extra.REFUSE) {
            demands.add(new Demand(Rule.COLUMN, "", "no other column is there"));
        }
        return demands;
    }

    private static List<Demand> of(ContractColumn column) {
        var demands = new ArrayList<Demand>();
        String name = column.name();
        if (column.required()) {
            demands.add(new Demand(Rule.COLUMN, name, "the column is there"));
        }
        if (!column.isChecked()) {
            return demands;
        }
        if (!column.type().textual()) {
            demands.add(new Demand(
                    Rule.TYPE, name, "every value is a " + column.type().label()));
        }
        if (column.missing() == 0) {
            demands.add(new Demand(Rule.MISSING, name, "no value is missing"));
        } else if (column.missing() < 1) {
            demands.add(new Demand(
                    Rule.MISSING, name, "at most a share of %s is missing".formatted(Json.number(column.missing()))));
        }
        if (!column.range().isOpen()) {
            demands.add(new Demand(Rule.RANGE, name, "every value is within the range"));
        }
        if (!column.set().isEmpty()) {
            demands.add(new Demand(Rule.SET, name, "every value is one of the set"));
        }
        if (column.unique()) {
            demands.add(new Demand(Rule.UNIQUE, name, "no value comes twice"));
        }
        return demands;
    }
}
