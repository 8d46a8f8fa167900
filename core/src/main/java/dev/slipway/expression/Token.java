package dev.slipway.expression;

/** A word of an expression with its place, counted in characters from 1. */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NUMBER,
        TEXT,
        WORD,
        QUOTED,
        SYMBOL,
        END
    }

    boolean is(String keywordOrSymbol) {
        return (kind == Kind.SYMBOL && text.equals(keywordOrSymbol))
                || (kind == Kind.WORD && text.equalsIgnoreCase(keywordOrSymbol));
    }

    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "the text '" + text + "'";
            case NUMBER, WORD, QUOTED, SYMBOL -> "'" + text + "'";
        };
    }
}
