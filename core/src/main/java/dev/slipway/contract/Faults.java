package dev.slipway.contract;

import dev.slipway.contract.DataRules.Condition;
import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.table.Origins;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with the rows of one table. For one thread. */
final class Faults {
    private record Fault(
            int row,
            Rule rule,
            Severity severity,
            ContractColumn column,
            String name,
            String value,
            String note,
            String expected) {
        Fault at(int other) {
            return new Fault(other, rule, severity, column, name, value, note, expected);
        }

        Finding finding(Origins origins) {
            return new Finding(rule, severity, Faults.row(origins, row), column, name, value, note, expected);
        }
    }

    private final List<Fault> faults = new ArrayList<>();
    private final BitSet bad = new BitSet();

    static Finding.Row row(Origins origins, int row) {
        return new Finding.Row(origins.source(row), origins.record(row), origins.line(row));
    }

    /** A row from 0 whose cell breaks a rule. */
    void add(int row, Rule rule, ContractColumn column, String value, String note) {
        add(new Fault(row, rule, column.severity(), column, "", value, note, ""));
    }

    /** A row that breaks a condition. */
    void add(int row, Condition condition, String values) {
        String note = "%s (%s)".formatted(condition.expression(), values);
        add(new Fault(
                row, Rule.CONDITION, condition.severity(), Finding.NO_COLUMN, condition.name(), values, note, ""));
    }

    /** A row whose value does not go with that of another column. */
    void add(int row, Dependency dependency, ContractColumn to, String from, String value, String expected) {
        String note = "'%s' in '%s' goes with %s".formatted(from, dependency.from(), expected);
        add(new Fault(row, Rule.DEPENDENCY, dependency.severity(), to, dependency.name(), value, note, expected));
    }

    /** A row that comes again. */
    void addRepeat(int row, RowKey key, String value, String first) {
        add(new Fault(row, key.rule(), key.severity(), key.column(), key.name(), value, first, ""));
    }

    private void add(Fault fault) {
        faults.add(fault);
        if (fault.severity == Severity.FAIL) {
            bad.set(fault.row);
        }
    }

    /** Something is wrong with all rows, which is said elsewhere. */
    void addAll(int rows) {
        bad.set(0, rows);
    }

    /** What is wrong with a word is wrong with each row that has its number. */
    void addEach(Faults ofWords, int... numbers) {
        if (ofWords.faults.isEmpty()) {
            return;
        }
        var byWord = new BitSet();
        ofWords.faults.forEach(fault -> byWord.set(fault.row));
        for (int row = 0; row < numbers.length; row++) {
            if (byWord.get(numbers[row])) {
                addEach(ofWords, numbers[row], row);
            }
        }
    }

    private void addEach(Faults ofWords, int number, int row) {
        for (var fault : ofWords.faults) {
            if (fault.row == number) {
                add(fault.at(row));
            }
        }
    }

    BitSet bad() {
        return bad;
    }

    /** By row; those of one row in the order they were met. */
    List<Finding> findings(Origins origins) {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::row))
                .map(fault -> fault.finding(origins))
                .toList();
    }
}
