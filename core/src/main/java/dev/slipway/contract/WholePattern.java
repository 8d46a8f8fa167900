package dev.slipway.contract;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression that whole values match, a line end in them included. RE2: the time to match grows with the text alone,
 * whatever the pattern is. Immutable.
 */
final class WholePattern {
    private static final int LONGEST = 2_000;
    /** A pattern is spelled out when it is made ready: beyond this, a few characters would fill the memory. */
    private static final long MOST_REPEATS = 10_000;

    private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    private final Pattern pattern;

    private WholePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static WholePattern of(String expression) {
        return new WholePattern(Pattern.compile(expression, Pattern.DOTALL));
    }

    boolean matches(String text) {
        return pattern.matches(text);
    }

    /** Why the expression is none; empty where it is one. */
    static Optional<String> fault(String expression) {
        if (expression.isEmpty()) {
            return Optional.of("the pattern is empty");
        }
        if (expression.length() > LONGEST) {
            return Optional.of("the pattern is longer than %d characters".formatted(LONGEST));
        }
        if (repeats(expression) > MOST_REPEATS) {
            return Optional.of("the pattern repeats too much");
        }
        try {
            Pattern.compile(expression, Pattern.DOTALL);
            return Optional.empty();
        } catch (PatternSyntaxException failure) {
            String part = failure.getPattern();
            return Optional.of("the pattern cannot be read: %s%s"
                    .formatted(failure.getDescription(), part == null ? "" : " at '" + part + "'"));
        }
    }

    /* As if each repeat stood within the one before: too careful for patterns that nobody needs. */
    private static long repeats(String expression) {
        var found = REPEAT.matcher(expression);
        long all = 1;
        while (found.find() && all <= MOST_REPEATS) {
            String most = found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2);
            all *= most.length() > 4 ? MOST_REPEATS + 1 : Math.max(1, Long.parseLong(most));
        }
        return all;
    }
}
