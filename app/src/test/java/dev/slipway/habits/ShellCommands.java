package dev.slipway.habits;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands in a shell block of a document: prompts, comments, pipes and redirections are not theirs. */
final class ShellCommands {
    /** A word in any quotes, an operator, a comment, or a plain word. */
    private static final Pattern TOKEN =
            Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\d?>>?&?\\d?|<|&&|\\|\\|?|;|&)|(#.*)|([^\\s'\"|;&<>]+)");

    private ShellCommands() {}

    /** The arguments of each {@code slipway} command, however it is called. */
    static List<List<String>> slipway(String block) {
        return block.replaceAll("\\\\\\R\\s*", " ")
                .lines()
                .flatMap(line -> commands(line).stream())
                .filter(words -> !words.isEmpty() && words.get(0).matches("(.*/)?slipway"))
                .map(words -> words.subList(1, words.size()))
                .toList();
    }

    private static List<List<String>> commands(String line) {
        var commands = new ArrayList<List<String>>(List.of(new ArrayList<>()));
        boolean fileNext = false;
        for (var token : (Iterable<MatchResult>)
                TOKEN.matcher(line.replaceFirst("^\\s*\\$ ", "")).results()::iterator) {
            String operator = token.group(3);
            if (token.group(4) != null) {
                break;
            } else if (operator == null && !fileNext) {
                commands.get(commands.size() - 1).add(word(token));
            } else if (operator != null && !operator.matches(".*[<>].*")) {
                commands.add(new ArrayList<>());
            }
            fileNext = operator != null && operator.matches("\\d?>>?|<");
        }
        return List.copyOf(commands);
    }

    private static String word(MatchResult token) {
        return Stream.of(1, 2, 5)
                .map(token::group)
                .filter(text -> text != null)
                .findFirst()
                .orElseThrow();
    }
}
