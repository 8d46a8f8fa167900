package dev.slipway.expression;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of an expression into tokens. */
final class Lexer {
    private static final int AROUND = 60;

    private final String source;
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        var lexer = new Lexer(source);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        if (at == source.length()) {
            return new Token(Token.Kind.END, "", start + 1);
        }
        char first = source.charAt(at);
        if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            return number();
        }
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        if (Character.isLetter(first) || first == '_') {
            while (Character.isLetterOrDigit(peek(0)) || peek(0) == '_') {
                at++;
            }
            return new Token(Token.Kind.WORD, source.substring(start, at), start + 1);
        }
        return symbol(first);
    }

    private Token symbol(char first) {
        int start = at;
        String two = "" + first + peek(1);
        if (List.of("<=", ">=", "<>", "!=", "||").contains(two)) {
            at += 2;
        } else if ("+-*/%=<>(),".indexOf(first) >= 0) {
            at++;
        } else {
            throw refused("'%s' is not part of any expression".formatted(first), start + 1);
        }
        boolean comment = two.equals("--") || two.equals("/*");
        if (comment) {
            throw refused("'%s' begins a comment, and an expression has none".formatted(two), start + 1);
        }
        String text = source.substring(start, at);
        return new Token(Token.Kind.SYMBOL, text.equals("!=") ? "<>" : text, start + 1);
    }

    private Token number() {
        int start = at;
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        if ((peek(0) == 'e' || peek(0) == 'E')
                && (isDigit(peek(1)) || ((peek(1) == '+' || peek(1) == '-') && isDigit(peek(2))))) {
            at += 2;
            digits();
        }
        if (Character.isLetterOrDigit(peek(0)) || peek(0) == '_' || peek(0) == '.') {
            throw refused(
                    "'%s' follows the number %s directly".formatted(peek(0), source.substring(start, at)), at + 1);
        }
        return new Token(Token.Kind.NUMBER, source.substring(start, at), start + 1);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    /** Text or a quoted name; the quote itself is written twice inside. */
    private Token quoted(char quote) {
        int start = at++;
        var text = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (peek(0) == quote) {
                text.append(quote);
                at++;
            } else {
                return new Token(quote == '"' ? Token.Kind.QUOTED : Token.Kind.TEXT, text.toString(), start + 1);
            }
        }
        throw refused("the quote %s that begins here has no end".formatted(quote), start + 1);
    }

    private char peek(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private SlipwayException refused(String what, int position) {
        return new SlipwayException(SlipwayException.Kind.USAGE, syntax(source, what, position));
    }

    static Problem syntax(String source, String what, int position) {
        return new Problem(
                "EXPRESSION-SYNTAX",
                what,
                where(source, position),
                "write one expression over columns, for example Age > 18");
    }

    static String where(String source, int position) {
        int from = Math.max(0, Math.min(position - 1, source.length()) - AROUND);
        int to = Math.min(source.length(), position + AROUND);
        var before = from == 0 ? "" : "…";
        var shown = before + source.substring(from, to).replaceAll("\\s", " ") + (to == source.length() ? "" : "…");
        int column = before.length() + source.codePointCount(from, Math.min(position - 1, source.length()));
        return "expression, character %d%n         %s%n         %s^".formatted(position, shown, " ".repeat(column));
    }
}
