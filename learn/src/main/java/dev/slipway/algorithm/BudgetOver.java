package dev.slipway.algorithm;

/** The time allowed for a piece of work is used up. No error: a search stops here and keeps what it has. */
public final class BudgetOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BudgetOver(String what) {
        super(what);
    }
}
