package dev.slipway.proof;

import dev.slipway.contract.Finding;
import dev.slipway.contract.Rule;
import java.util.List;

/**
 * A sheet with one violation in it.
 *
 * @param record the row that has to be named, from 1; 0 where more than a row has to be
 * @param what the violation in words
 */
record Plant(Sheet sheet, long record, String what) {
    /** A column that no contract names. */
    static final String EXTRA = "slipway_planted";

    /** Whether the rule names exactly this violation and nothing else is named. */
    boolean isNamed(List<Finding> findings, Demand demand) {
        if (findings.size() != 1) {
            return false;
        }
        var finding = findings.get(0);
        boolean extra = demand.rule() == Rule.COLUMN && demand.column().isEmpty();
        return finding.rule() == demand.rule()
                && finding.record() == record
                && (demand.column().isEmpty()
                        || demand.column().equals(finding.column().name()))
                && (demand.name().isEmpty() || demand.name().equals(finding.name()))
                && (!extra || finding.column().name().equals(EXTRA));
    }

    /** Where it is named, in words. */
    String named() {
        if (record > 0) {
            return "row %d is named".formatted(record);
        }
        return what.startsWith("the column") || what.startsWith("a column") ? "the column is named" : "it is named";
    }
}
