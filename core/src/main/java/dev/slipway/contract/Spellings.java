package dev.slipway.contract;

import dev.slipway.profile.Seen;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which words of a column look like another, far more frequent word, badly written. */
final class Spellings {
    /** A rare word that was probably meant to be the frequent one. */
    record Slip(String word, Seen seen, String meant, long meantCount) {}

    private static final int SAME_RATIO = 20;
    private static final int TYPO_RATIO = 100;
    private static final int TYPO_LENGTH = 5;

    private Spellings() {}

    /** The slips among the words, in their order. */
    static List<Slip> slips(Map<String, Seen> words) {
        var slips = new ArrayList<Slip>();
        words.forEach((word, seen) -> words.entrySet().stream()
                .filter(other -> isSlip(
                        word, seen.count(), other.getKey(), other.getValue().count()))
                .max(Map.Entry.comparingByValue((some, others) -> Long.compare(some.count(), others.count())))
                .ifPresent(meant -> slips.add(
                        new Slip(word, seen, meant.getKey(), meant.getValue().count()))));
        return slips;
    }

    private static boolean isSlip(String word, long count, String other, long otherCount) {
        if (word.equals(other) || otherCount < count * SAME_RATIO) {
            return false;
        }
        String some = folded(word);
        String others = folded(other);
        boolean typo = otherCount >= count * TYPO_RATIO
                && Math.min(some.length(), others.length()) >= TYPO_LENGTH
                && isOneEdit(some, others);
        return some.equals(others) || typo;
    }

    /** Without blanks around, invisible characters, letter case and compatibility forms such as full width. */
    private static String folded(String word) {
        var shown = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether one insertion, deletion or change makes one of the other. */
    private static boolean isOneEdit(String some, String others) {
        String shorter = some.length() <= others.length() ? some : others;
        String longer = some.length() <= others.length() ? others : some;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        return shorter.length() == longer.length()
                ? shorter.substring(Math.min(same + 1, shorter.length()))
                        .equals(longer.substring(Math.min(same + 1, longer.length())))
                : shorter.substring(same).equals(longer.substring(same + 1));
    }
}
