package dev.slipway.expression;

import static dev.slipway.expression.Formula.call;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Operator precedence parsing (Pratt 1973): each operator binds with a strength, and the loop goes on while it is enough. */
final class Parser {
    static final int LONGEST = 10_000;
    static final int DEEPEST = 100;
    static final int MOST_NODES = 10_000;

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int CONCATENATION = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int SIGN = 8;

    private static final Map<String, Integer> STRENGTH = Map.ofEntries(
            Map.entry("OR", OR),
            Map.entry("AND", AND),
            Map.entry("=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("<", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("IS", COMPARISON),
            Map.entry("IN", COMPARISON),
            Map.entry("BETWEEN", COMPARISON),
            Map.entry("LIKE", COMPARISON),
            Map.entry("NOT", COMPARISON),
            Map.entry("||", CONCATENATION),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT));

    private static final Map<String, Operation> BINARY = Map.ofEntries(
            Map.entry("=", Operation.EQUAL),
            Map.entry("<>", Operation.UNEQUAL),
            Map.entry("<", Operation.LESS),
            Map.entry("<=", Operation.AT_MOST),
            Map.entry(">", Operation.GREATER),
            Map.entry(">=", Operation.AT_LEAST),
            Map.entry("||", Operation.CONCAT),
            Map.entry("+", Operation.ADD),
            Map.entry("-", Operation.SUBTRACT),
            Map.entry("*", Operation.MULTIPLY),
            Map.entry("/", Operation.DIVIDE),
            Map.entry("%", Operation.REMAINDER));

    private static final Set<String> RESERVED = Set.of(
            "AND", "OR", "NOT", "IS", "NULL", "IN", "BETWEEN", "LIKE", "ESCAPE", "CASE", "WHEN", "THEN", "ELSE", "END",
            "CAST", "AS", "TRUE", "FALSE", "SELECT", "FROM", "WHERE");

    private final String source;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(String source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    static Formula parse(String source) {
        if (source.length() > LONGEST) {
            throw tooLarge(source, "longer than %d characters".formatted(LONGEST), LONGEST);
        }
        var parser = new Parser(source);
        Formula formula = parser.formula(OR);
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.refused(
                    "expected an operator or the end, found " + parser.peek().shown());
        }
        parser.limit(formula);
        return formula;
    }

    private static SlipwayException tooLarge(String source, String what, int position) {
        return SlipwayException.usage(
                "EXPRESSION-TOO-LARGE", what, Lexer.where(source, position), "split it into several expressions");
    }

    /** Chains such as a + b + c nest to the left without recursion here, so the tree itself is measured. */
    private void limit(Formula formula) {
        List<Formula> level = List.of(formula);
        int nodes = 0;
        for (int deep = 0; !level.isEmpty(); deep++) {
            nodes += level.size();
            if (deep >= DEEPEST || nodes > MOST_NODES) {
                throw tooLarge(
                        source,
                        "more than %d levels or %d parts".formatted(DEEPEST, MOST_NODES),
                        level.get(0).position());
            }
            level = level.stream().flatMap(part -> part.parts().stream()).toList();
        }
    }

    /** A formula whose operators bind at least this strongly. */
    private Formula formula(int least) {
        if (++depth > DEEPEST) {
            throw tooLarge(source, "more than %d levels deep".formatted(DEEPEST), peek().position());
        }
        Formula left = prefix();
        while (true) {
            Token operator = peek();
            int strength = strength(operator);
            if (strength < least) {
                depth--;
                return left;
            }
            left = strength <= AND
                    ? chain(left, operator, strength)
                    : strength == COMPARISON ? comparison(left) : binary(left, strength);
        }
    }

    private static int strength(Token token) {
        boolean operator = token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.WORD;
        return operator ? STRENGTH.getOrDefault(token.text().toUpperCase(Locale.ROOT), 0) : 0;
    }

    private Formula binary(Formula left, int strength) {
        Token operator = take();
        Operation operation = BINARY.getOrDefault(operator.text(), Operation.EQUAL);
        return call(operation, operator.position(), left, formula(strength + 1));
    }

    /** a AND b AND c is one operation on three. */
    private Formula chain(Formula left, Token operator, int strength) {
        List<Formula> parts = new ArrayList<>(List.of(left));
        while (peek().is(operator.text())) {
            take();
            parts.add(formula(strength + 1));
        }
        return new Formula.Call(strength == OR ? Operation.OR : Operation.AND, parts, operator.position());
    }

    private Formula comparison(Formula left) {
        Token operator = peek();
        if (operator.kind() == Token.Kind.SYMBOL) {
            return binary(left, COMPARISON);
        }
        if (takeIf("IS")) {
            boolean not = takeIf("NOT");
            if (takeIf("DISTINCT")) {
                expect("FROM");
                return negatedIf(not, call(Operation.IS_DISTINCT, operator.position(), left, formula(CONCATENATION)));
            }
            expect("NULL");
            return negatedIf(not, call(Operation.IS_NULL, operator.position(), left));
        }
        boolean not = takeIf("NOT");
        if (takeIf("IN")) {
            return negatedIf(not, in(left, operator.position()));
        }
        if (takeIf("BETWEEN")) {
            Formula low = formula(CONCATENATION);
            expect("AND");
            return negatedIf(not, call(Operation.BETWEEN, operator.position(), left, low, formula(CONCATENATION)));
        }
        if (takeIf("LIKE")) {
            Formula pattern = formula(CONCATENATION);
            return negatedIf(
                    not,
                    takeIf("ESCAPE")
                            ? call(Operation.LIKE, operator.position(), left, pattern, escape())
                            : call(Operation.LIKE, operator.position(), left, pattern));
        }
        throw refused("expected IN, BETWEEN or LIKE after NOT, found " + peek().shown());
    }

    private Formula escape() {
        Token token = take();
        if (token.kind() != Token.Kind.TEXT
                || token.text().codePointCount(0, token.text().length()) != 1) {
            throw refused(token, "expected a text of one character after ESCAPE, found " + token.shown());
        }
        return new Formula.Constant(Type.TEXT, 0, 0, token.text(), token.position());
    }

    private Formula in(Formula left, int position) {
        expect("(");
        List<Formula> parts = new ArrayList<>(List.of(left));
        do {
            parts.add(formula(OR));
        } while (takeIf(","));
        expect(")");
        return new Formula.Call(Operation.IN, parts, position);
    }

    private static Formula negatedIf(boolean not, Formula formula) {
        return not ? call(Operation.NOT, formula.position(), formula) : formula;
    }

    private Formula prefix() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> number(token, "");
            case TEXT -> new Formula.Constant(Type.TEXT, 0, 0, token.text(), token.position());
            case QUOTED -> new Formula.Reference(token.text(), token.position());
            case SYMBOL -> symbol(token);
            case WORD -> word(token);
            case END -> throw refused(token, "expected a value, found the end");
        };
    }

    private Formula symbol(Token token) {
        if (token.is("(")) {
            Formula inner = formula(OR);
            expect(")");
            return inner;
        }
        if (token.is("-")) {
            // So that the smallest long can be written: its digits alone are one too many.
            if (peek().kind() == Token.Kind.NUMBER) {
                return number(take(), "-");
            }
            return call(Operation.NEGATE, token.position(), formula(SIGN));
        }
        throw refused(token, "expected a value, found " + token.shown());
    }

    private Formula number(Token token, String sign) {
        String digits = sign + token.text();
        if (digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
            try {
                return new Formula.Constant(Type.INTEGER, 0, Long.parseLong(digits), "", token.position());
            } catch (NumberFormatException beyondLong) {
                return decimal(digits, token);
            }
        }
        return decimal(digits, token);
    }

    private Formula decimal(String digits, Token token) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw refused(token, "the number %s is beyond 1.8e308".formatted(digits));
        }
        return new Formula.Constant(Type.NUMBER, value, 0, "", token.position());
    }

    private Formula word(Token token) {
        String upper = token.text().toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "NOT" -> call(Operation.NOT, token.position(), formula(NOT));
            case "NULL" -> Formula.nothing(token.position());
            case "TRUE" -> new Formula.Constant(Type.BOOLEAN, 0, 1, "", token.position());
            case "FALSE" -> new Formula.Constant(Type.BOOLEAN, 0, 0, "", token.position());
            case "CASE" -> choice(token);
            case "CAST" -> cast(token);
            case "DATE", "TIMESTAMP" -> peek().kind() == Token.Kind.TEXT ? moment(token) : name(token);
            default -> name(token);
        };
    }

    private Formula name(Token token) {
        return peek().is("(") ? function(token) : column(token);
    }

    /** A date or time written as one: {@code DATE '2024-01-31'}. */
    private Formula moment(Token kind) {
        Token text = take();
        long micros = Moment.micros(text.text())
                .orElseThrow(() ->
                        refused(text, "expected a date or time such as '2024-01-31 12:00:00', found " + text.shown()));
        return new Formula.Constant(Type.TIMESTAMP, 0, micros, "", kind.position());
    }

    private Formula column(Token token) {
        if (RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
            throw refused(
                    token,
                    "expected a value, found %s; a column of that name is written \"%s\""
                            .formatted(token.shown(), token.text()));
        }
        return new Formula.Reference(token.text(), token.position());
    }

    private Formula choice(Token token) {
        List<Formula> parts = new ArrayList<>();
        boolean of = !peek().is("WHEN");
        if (of) {
            parts.add(formula(OR));
        }
        expect("WHEN");
        do {
            parts.add(formula(OR));
            expect("THEN");
            parts.add(formula(OR));
        } while (takeIf("WHEN"));
        parts.add(takeIf("ELSE") ? formula(OR) : Formula.nothing(token.position()));
        expect("END");
        return new Formula.Call(of ? Operation.CASE_OF : Operation.CASE, parts, token.position());
    }

    private Formula cast(Token token) {
        expect("(");
        Formula value = formula(OR);
        expect("AS");
        Token type = take();
        Operation operation = switch (type.text().toUpperCase(Locale.ROOT)) {
            case "NUMBER" -> Operation.CAST_NUMBER;
            case "INTEGER" -> Operation.CAST_INTEGER;
            case "TEXT" -> Operation.CAST_TEXT;
            case "BOOLEAN" -> Operation.CAST_BOOLEAN;
            case "TIMESTAMP" -> Operation.CAST_TIMESTAMP;
            default -> {
                throw refused(type, "expected number, integer, text, boolean or timestamp, found " + type.shown());
            }
        };
        expect(")");
        return call(operation, token.position(), value);
    }

    private Formula function(Token name) {
        Operation operation = Operation.function(name.text()).orElseThrow(() -> unknown(name));
        expect("(");
        List<Formula> parts = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                parts.add(formula(OR));
            } while (takeIf(","));
        }
        expect(")");
        if (parts.size() < operation.least() || parts.size() > operation.most()) {
            String wanted = operation.least() == operation.most()
                    ? String.valueOf(operation.least())
                    : operation.least() + " to " + operation.most();
            throw new SlipwayException(
                    SlipwayException.Kind.USAGE,
                    Lexer.syntax(
                            source,
                            "%s takes %s arguments, found %d".formatted(operation, wanted, parts.size()),
                            name.position()));
        }
        if (operation == Operation.DATE_TRUNC || operation == Operation.DATE_DIFF) {
            requireUnit(operation, parts.get(0));
        }
        return new Formula.Call(operation, parts, name.position());
    }

    private void requireUnit(Operation operation, Formula unit) {
        var written = unit instanceof Formula.Constant constant ? constant.text() : "";
        if (!Times.UNITS.contains(written)) {
            throw new SlipwayException(
                    SlipwayException.Kind.USAGE,
                    Lexer.syntax(
                            source,
                            "%s begins with one of '%s'%s"
                                    .formatted(
                                            operation,
                                            String.join("', '", Times.UNITS),
                                            Nearest.hint(written, Times.UNITS)),
                            unit.position()));
        }
    }

    private SlipwayException unknown(Token name) {
        return new SlipwayException(
                SlipwayException.Kind.USAGE,
                new Problem(
                        "EXPRESSION-NO-FUNCTION",
                        "there is no function %s%s"
                                .formatted(name.shown(), Nearest.hint(name.text(), Operation.functions())),
                        Lexer.where(source, name.position()),
                        "use one of " + String.join(", ", Operation.functions())));
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean takeIf(String text) {
        boolean found = peek().is(text);
        if (found) {
            take();
        }
        return found;
    }

    private void expect(String text) {
        if (!takeIf(text)) {
            throw refused("expected %s, found %s".formatted(text, peek().shown()));
        }
    }

    private SlipwayException refused(String what) {
        return refused(peek(), what);
    }

    private SlipwayException refused(Token token, String what) {
        return new SlipwayException(SlipwayException.Kind.USAGE, Lexer.syntax(source, what, token.position()));
    }
}
