package dev.slipway.analysis;

/**
 * Something too good to be believed before it is looked at.
 *
 * @param code of the kind of doubt
 * @param what was seen, with figures
 * @param check what to look at
 */
public record Doubt(String code, String what, String check) {
    /** Both in one line, for people. */
    public String sentence() {
        return what + ": " + check;
    }
}
