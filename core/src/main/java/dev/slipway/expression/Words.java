package dev.slipway.expression;

import java.util.List;
import java.util.Locale;

/** Operations on text. Characters are Unicode code points; one missing argument makes the result missing. */
final class Words {
    /** Text that grows beyond this is missing, so that no expression can fill the memory. */
    private static final int LONGEST = 1_000_000;

    private Words() {}

    static Values of(Operation operation, List<Values> parts) {
        Type type = switch (operation) {
            case LIKE, STARTS_WITH, ENDS_WITH, CONTAINS -> Type.BOOLEAN;
            case LENGTH, INSTR -> Type.INTEGER;
            default -> Type.TEXT;
        };
        var result = new Values(type, parts.get(0).size());
        for (int row = 0; row < result.size(); row++) {
            int now = row;
            if (parts.stream().noneMatch(part -> part.missing[now])) {
                set(operation, parts, row, result);
            }
        }
        return result;
    }

    private static void set(Operation operation, List<Values> parts, int row, Values result) {
        String text = parts.get(0).texts[row];
        switch (operation) {
            case LIKE -> {
                String escape = parts.size() > 2 ? parts.get(2).texts[row] : "";
                result.set(row, Like.matches(text, parts.get(1).texts[row], escape));
            }
            case LENGTH -> result.set(row, (long) text.codePointCount(0, text.length()));
            case LOWER -> result.set(row, text.toLowerCase(Locale.ROOT));
            case UPPER -> result.set(row, text.toUpperCase(Locale.ROOT));
            case TRIM -> result.set(row, text.strip());
            case SUBSTR -> {
                long length = parts.size() > 2 ? parts.get(2).wholes[row] : Integer.MAX_VALUE;
                result.set(row, part(text, parts.get(1).wholes[row], length));
            }
            case STARTS_WITH -> result.set(row, text.startsWith(parts.get(1).texts[row]));
            case ENDS_WITH -> result.set(row, text.endsWith(parts.get(1).texts[row]));
            case CONTAINS -> result.set(row, text.contains(parts.get(1).texts[row]));
            case INSTR -> {
                int found = text.indexOf(parts.get(1).texts[row]);
                result.set(row, found < 0 ? 0L : text.codePointCount(0, found) + 1L);
            }
            case REPLACE -> replace(text, parts.get(1).texts[row], parts.get(2).texts[row], row, result);
            case LPAD -> pad(text, parts.get(1).wholes[row], parts.get(2).texts[row], row, result);
            default -> concatenate(parts, row, result);
        }
    }

    /** Nothing cannot be replaced; a result that would be too long is missing. */
    private static void replace(String text, String part, String other, int row, Values result) {
        if (part.isEmpty()) {
            result.set(row, text);
            return;
        }
        long length = text.length();
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            length += other.length() - part.length();
        }
        if (length <= LONGEST) {
            result.set(row, text.replace(part, other));
        }
    }

    /** Exactly so many characters: filled from the left, or cut on the right. Missing where there is nothing to fill with. */
    private static void pad(String text, long wanted, String filler, int row, Values result) {
        long size = text.codePointCount(0, text.length());
        if (wanted <= size) {
            result.set(row, part(text, 1, wanted));
            return;
        }
        if (filler.isEmpty() || wanted > LONGEST) {
            return;
        }
        int[] fill = filler.codePoints().toArray();
        var padded = new StringBuilder();
        for (int i = 0; i < wanted - size; i++) {
            padded.appendCodePoint(fill[i % fill.length]);
        }
        result.set(row, padded.append(text).toString());
    }

    private static void concatenate(List<Values> parts, int row, Values result) {
        long length = 0;
        for (Values part : parts) {
            length += part.texts[row].length();
        }
        if (length <= LONGEST) {
            var joined = new StringBuilder((int) length);
            parts.forEach(part -> joined.append(part.texts[row]));
            result.set(row, joined.toString());
        }
    }

    /** From the character of this number (from 1); characters before the first count towards the length. */
    private static String part(String text, long start, long length) {
        long size = text.codePointCount(0, text.length());
        long first = Math.max(1, Math.min(start, size + 1));
        long clamped = Math.max(-size - 1, Math.min(start, size + 1));
        long behind = Math.max(first, Math.min(size + 1, clamped + Math.max(0, Math.min(length, 2 * size + 4))));
        int from = text.offsetByCodePoints(0, (int) first - 1);
        return text.substring(from, text.offsetByCodePoints(from, (int) (behind - first)));
    }
}
