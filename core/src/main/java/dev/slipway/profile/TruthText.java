package dev.slipway.profile;

/** True and false as a data file writes them: {@code true} or {@code false}, in any letter case, in ASCII. */
public final class TruthText {
    private TruthText() {}

    public static boolean isTrue(String text) {
        return is(text, "true");
    }

    public static boolean isFalse(String text) {
        return is(text, "false");
    }

    /* Not equalsIgnoreCase: that folds the long s (U+017F) into s. */
    private static boolean is(String text, String word) {
        if (text.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(i);
            if (c > 'z' || (c | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
