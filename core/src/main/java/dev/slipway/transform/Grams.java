package dev.slipway.transform;

import dev.slipway.problem.SlipwayException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * How text is cut into terms: runs of neighbouring words or characters, as scikit-learn's vectorizers cut it. A word is a
 * run of letters, digits and underscores of any script; characters are counted by code point. What a letter is, and which
 * small letter belongs to a capital, says the Unicode table of the running Java: letters that Unicode took in later are none
 * to an older one.
 *
 * @param of what stands in a term
 * @param shortest how many of them at least
 * @param longest how many of them at most
 * @param lowercase whether capitals are small letters first
 * @param shortestWord words of fewer characters are passed over
 */
public record Grams(Of of, int shortest, int longest, boolean lowercase, int shortestWord) implements Serializable {
    /** The whole value, as it is. */
    public static final Grams VALUE = new Grams(Of.VALUE, 1, 1, false, 1);

    /** No term is longer than so many words or characters. */
    public static final int MOST = 20;

    private static final Pattern WHITE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MUCH_WHITE = Pattern.compile("\\s\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** What stands in a term. */
    public enum Of {
        /** The whole value is the only term. */
        VALUE,
        /** Words, one space between two. */
        WORDS,
        /** Characters, across words. */
        CHARACTERS,
        /** Characters inside of one word, which has a space before and behind it. */
        CHARACTERS_OF_WORDS
    }

    public Grams {
        if (shortest < 1 || longest < shortest || longest > MOST || shortestWord < 1) {
            throw SlipwayException.usage(
                    "TRANSFORM-RANGE",
                    "terms of %d to %d, words of %d characters or more".formatted(shortest, longest, shortestWord),
                    "text, ngrams and shortest_word",
                    "write ngrams: [1, 2] with numbers from 1 to %d, and shortest_word from 1".formatted(MOST));
        }
    }

    /** Every term of the text, as often as it stands there. */
    void each(String text, Consumer<String> term) {
        var written = lowercase ? text.toLowerCase(Locale.ROOT) : text;
        switch (of) {
            case VALUE -> term.accept(written);
            case WORDS -> runs(words(written), term);
            case CHARACTERS -> characters(spaced(written), term);
            case CHARACTERS_OF_WORDS -> {
                for (var word : WHITE.split(written, -1)) {
                    inside(word, term);
                }
            }
        }
    }

    private List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = 0;
        int letters = 0;
        for (int at = 0; at <= text.length(); ) {
            int character = at < text.length() ? text.codePointAt(at) : ' ';
            if (ofWord(character)) {
                letters++;
            } else {
                if (letters >= shortestWord) {
                    words.add(text.substring(start, at));
                }
                letters = 0;
                start = at + Character.charCount(character);
            }
            at += Character.charCount(character);
        }
        return words;
    }

    private static boolean ofWord(int character) {
        if (character < 128) {
            return (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || character == '_';
        }
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private void runs(List<String> words, Consumer<String> term) {
        for (int first = 0; first < words.size(); first++) {
            var run = words.get(first);
            for (int length = 1; length <= longest && first + length <= words.size(); length++) {
                run = length == 1 ? run : run + ' ' + words.get(first + length - 1);
                if (length >= shortest) {
                    term.accept(run);
                }
            }
        }
    }

    /** Two white characters or more are one space; one alone stays what it is. */
    private static String spaced(String text) {
        return MUCH_WHITE.matcher(text).replaceAll(" ");
    }

    private void characters(String text, Consumer<String> term) {
        int count = text.codePointCount(0, text.length());
        for (int length = shortest; length <= Math.min(longest, count); length++) {
            slide(text, length, term);
        }
    }

    private static void slide(String text, int length, Consumer<String> term) {
        int start = 0;
        int end = text.offsetByCodePoints(0, length);
        while (true) {
            term.accept(text.substring(start, end));
            if (end == text.length()) {
                return;
            }
            start = text.offsetByCodePoints(start, 1);
            end = text.offsetByCodePoints(end, 1);
        }
    }

    /** A word shorter than the term is a term once, however many lengths it is too short for. */
    private void inside(String word, Consumer<String> term) {
        if (word.isEmpty()) {
            return;
        }
        var padded = " " + word + " ";
        int count = padded.codePointCount(0, padded.length());
        for (int length = shortest; length <= longest; length++) {
            slide(padded, Math.min(length, count), term);
            if (length >= count) {
                return;
            }
        }
    }
}
