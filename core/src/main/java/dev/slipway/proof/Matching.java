package dev.slipway.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws texts that match a regular expression: letters, classes, groups, choices and repeats. What it does not know it takes
 * literally, so a drawn text has to be tried before it is used. For one thread.
 */
final class Matching {
    private static final int MORE = 3;
    private static final String WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    private static final String DIGIT = "0123456789";
    private static final String ANY = "abcxyzABC019 -";

    private final String pattern;
    private final SplittableRandom random;
    private int at;

    private Matching(String pattern, SplittableRandom random) {
        this.pattern = pattern;
        this.random = random;
    }

    static String draw(String pattern, SplittableRandom random) {
        return new Matching(pattern, random).choice();
    }

    private boolean more() {
        return at < pattern.length();
    }

    private boolean take(char wanted) {
        boolean there = more() && pattern.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    /** Alternatives; every one is drawn, so that the place behind them is known, and one is kept. */
    private String choice() {
        var drawn = new ArrayList<String>();
        do {
            drawn.add(sequence());
        } while (take('|'));
        return drawn.get(random.nextInt(drawn.size()));
    }

    private String sequence() {
        var text = new StringBuilder();
        while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            text.append(repeated());
        }
        return text.toString();
    }

    private String repeated() {
        int start = at;
        String once = atom();
        int behind = at;
        int[] times = times();
        int after = at;
        var text = new StringBuilder();
        int wanted = times[0] + random.nextInt(times[1] - times[0] + 1);
        for (int i = 0; i < wanted; i++) {
            if (i == 0) {
                text.append(once);
            } else {
                at = start;
                text.append(atom());
            }
        }
        at = Math.max(after, behind);
        return text.toString();
    }

    /** Least and most repeats of what was just read. */
    private int[] times() {
        int[] times = {1, 1};
        if (take('?')) {
            times = new int[] {0, 1};
        } else if (take('*')) {
            times = new int[] {0, MORE};
        } else if (take('+')) {
            times = new int[] {1, 1 + MORE};
        } else if (more() && pattern.charAt(at) == '{') {
            int end = pattern.indexOf('}', at);
            var parts = end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", 2);
            if (parts.length > 0 && parts[0].matches("\\d{1,4}")) {
                int least = Integer.parseInt(parts[0]);
                int most = parts.length == 1
                        ? least
                        : parts[1].matches("\\d{1,4}") ? Integer.parseInt(parts[1]) : least + MORE;
                times = new int[] {least, Math.max(least, most)};
                at = end + 1;
            }
        }
        take('?');
        return times;
    }

    private String atom() {
        char next = pattern.charAt(at++);
        return switch (next) {
            case '(' -> group();
            case '[' -> one(characters());
            case '.' -> one(ANY);
            case '^', '$' -> "";
            case '\\' -> escaped();
            default -> Character.toString(next);
        };
    }

    private String group() {
        if (take('?')) {
            // Flags and names end at a colon or an angle bracket: (?:…), (?i:…), (?P<name>…).
            while (more() && pattern.charAt(at) != ':' && pattern.charAt(at) != '>' && pattern.charAt(at) != ')') {
                at++;
            }
            if (take(')')) {
                return "";
            }
            at++;
        }
        String text = choice();
        take(')');
        return text;
    }

    private String escaped() {
        char kind = more() ? pattern.charAt(at++) : '\\';
        return switch (kind) {
            case 'd' -> one(DIGIT);
            case 'w' -> one(WORD);
            case 's' -> " ";
            case 'D', 'W', 'S' -> "-";
            case 'b', 'A', 'z' -> "";
            case 't' -> "\t";
            case 'n' -> "\n";
            default -> Character.toString(kind);
        };
    }

    /** The characters of a class, whose bracket was read. */
    private String characters() {
        boolean not = take('^');
        var members = new StringBuilder();
        boolean first = true;
        while (more() && (first || pattern.charAt(at) != ']')) {
            first = false;
            char from = pattern.charAt(at++);
            if (from == '\\' && more()) {
                char kind = pattern.charAt(at++);
                members.append(kind == 'd' ? DIGIT : kind == 'w' ? WORD : kind == 's' ? " " : Character.toString(kind));
            } else if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                char to = pattern.charAt(at + 1);
                at += 2;
                for (char c = from; c <= to && members.length() < 10_000; c++) {
                    members.append(c);
                }
            } else {
                members.append(from);
            }
        }
        take(']');
        return not ? without(members.toString()) : members.toString();
    }

    private static String without(String members) {
        var left = new StringBuilder();
        (WORD + ANY).chars().filter(c -> members.indexOf(c) < 0).forEach(c -> left.append((char) c));
        return left.toString();
    }

    private String one(String of) {
        return of.isEmpty() ? "" : Character.toString(of.charAt(random.nextInt(of.length())));
    }

    /** Texts that hardly match: the drawn one longer, shorter, with another first and last character. */
    static List<String> spoiled(String text) {
        var all = new ArrayList<String>();
        all.add(text + "x");
        all.add(text + "!");
        if (!text.isEmpty()) {
            all.add("!" + text.substring(1));
            all.add(text.substring(0, text.length() - 1) + "!");
            all.add("x".repeat(text.length()));
            all.add("0".repeat(text.length()));
            all.add(" ".repeat(text.length()));
            all.add(text.substring(1));
        }
        return all;
    }
}
