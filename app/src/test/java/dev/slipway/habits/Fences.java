package dev.slipway.habits;

import java.util.List;
import java.util.regex.Pattern;

/** The fenced blocks of a Markdown text. */
final class Fences {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ {0,3}```(\\w*)[^\\n]*\\n(.*?)^ {0,3}```\\s*?$");

    private Fences() {}

    /** What stands in the blocks of one language, in order. */
    static List<String> of(String markdown, String language) {
        return BLOCK.matcher(markdown)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The text around all blocks, and around code in a line. */
    static String without(String markdown) {
        return BLOCK.matcher(markdown).replaceAll("").replaceAll("`[^`\\n]*`", "");
    }
}
