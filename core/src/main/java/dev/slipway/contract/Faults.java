package dev.slipway.contract;

import dev.slipway.table.Origins;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Collects what is wrong with the rows of one table. For one thread. */
final class Faults {
    private record Fault(int row, Rule rule, ContractColumn column, String value, String note) {}

    private final List<Fault> faults = new ArrayList<>();
    private final BitSet bad = new BitSet();

    /** A row from 0. */
    void add(int row, Rule rule, ContractColumn column, String value, String note) {
        faults.add(new Fault(row, rule, column, value, note));
        bad.set(row);
    }

    /** What is wrong with a word is wrong with each row that has its number. */
    void addEach(Faults ofWords, int... numbers) {
        if (ofWords.faults.isEmpty()) {
            return;
        }
        for (int row = 0; row < numbers.length; row++) {
            if (ofWords.bad.get(numbers[row])) {
                addEach(ofWords, numbers[row], row);
            }
        }
    }

    private void addEach(Faults ofWords, int number, int row) {
        for (var fault : ofWords.faults) {
            if (fault.row == number) {
                add(row, fault.rule, fault.column, fault.value, fault.note);
            }
        }
    }

    BitSet bad() {
        return bad;
    }

    /** By row; those of one row in the order they were met. */
    List<Finding> findings(Origins origins) {
        return faults.stream()
                .map(fault -> new Finding(
                        fault.rule,
                        origins.source(fault.row),
                        origins.record(fault.row),
                        origins.line(fault.row),
                        fault.column,
                        fault.value,
                        fault.note))
                .sorted(Finding.BY_RECORD)
                .toList();
    }
}
