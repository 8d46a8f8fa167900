package dev.slipway.profile;

import java.util.Locale;
import java.util.Set;

/** Texts that people write where a value is missing. They are only ever proposed: in some file "NA" is Namibia. */
final class NullLike {
    private static final int LONGEST = 9;
    private static final Set<String> TOKENS = Set.of(
            "na", "n/a", "n.a.", "#n/a", "null", "none", "nan", "nil", "?", "-", "--", ".", "\\n", "unknown", "missing",
            "(blank)", "");

    private NullLike() {}

    /** Letter case and blanks around it are free; a text of blanks alone is one. */
    static boolean is(String text) {
        return text.length() <= LONGEST && TOKENS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
