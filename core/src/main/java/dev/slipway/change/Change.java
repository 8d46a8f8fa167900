package dev.slipway.change;

import dev.slipway.contract.Severity;
import java.util.Optional;

/**
 * One difference between two versions of a contract.
 *
 * @param column or the name of the rule; empty where the whole data set is meant
 * @param rule the key in the contract that changed
 * @param what the change in words
 * @param producers what it does to those who deliver data: {@link Impact#BREAKS} where some data keep the old version and break
 *     the new one
 * @param consumers what it does to those who rely on the data: {@link Impact#BREAKS} where some data keep the new version and
 *     break what the old one promised
 */
public record Change(String column, String rule, String what, Impact producers, Impact consumers) {
    private static final String SEVERITY = "severity";

    static Change harmless(String column, String rule, String what) {
        return new Change(column, rule, what, Impact.NONE, Impact.NONE);
    }

    /** A rule that asks more: new data have to keep it, and what was promised still holds. */
    static Change tighter(String column, String rule, String what, Impact producers) {
        return new Change(column, rule, what, producers, Impact.NONE);
    }

    /** A rule that asks less. */
    static Change looser(String column, String rule, String what, Impact consumers) {
        return new Change(column, rule, what, Impact.NONE, consumers);
    }

    /** Broken rules that only warn break nobody's data, and promised nothing. */
    Change weighed(Severity before, Severity after) {
        return new Change(
                column,
                rule,
                what,
                after == Severity.FAIL ? producers : Impact.NONE,
                before == Severity.FAIL ? consumers : Impact.NONE);
    }

    /** Empty where the severity stays. */
    static Optional<Change> severity(String column, Severity before, Severity after) {
        if (before == after) {
            return Optional.empty();
        }
        return Optional.of(
                after == Severity.FAIL
                        ? tighter(column, SEVERITY, "what only warned fails now", Impact.BREAKS)
                        : looser(column, SEVERITY, "what failed only warns now", Impact.BREAKS));
    }
}
