package dev.slipway.contract;

import dev.slipway.table.Table;
import java.io.Serializable;

/** A contract with what is known of single rows: made ready to look at the rows of a source, again and again. Immutable. */
final class RowCheck implements Serializable {
    private final Contract contract;
    private final Verdicts verdicts;
    private final transient Examiner examiner;

    RowCheck(Contract contract, Verdicts verdicts) {
        this.contract = contract;
        this.verdicts = verdicts;
        examiner = new Examiner(contract, verdicts);
    }

    private Object readResolve() {
        return new RowCheck(contract, verdicts);
    }

    Contract contract() {
        return contract;
    }

    Examined examine(Table raw) {
        return examiner.examine(raw);
    }
}
