package dev.slipway.expression;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.BooleanColumn;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An SQL expression over the columns of a table, one value a row: {@code CASE WHEN Sex = 'female' THEN 0.74 ELSE 0.19 END}.
 *
 * <p>Only this language exists: arithmetic, comparison, AND OR NOT with SQL's three-valued logic, IS NULL, IN, BETWEEN,
 * LIKE, CASE, CAST and the functions of {@link Operation}. Anything else is refused when it is parsed, with its place, so an
 * expression can neither read files nor reach a database. Missing is NULL; a NaN in a column, a division by zero, a result
 * that is not finite or does not fit a long, and a CAST that cannot be read are missing too. Immutable and thread-safe.
 */
public final class Expression implements Serializable {
    private final String source;
    private final Formula formula;
    private final Set<String> columns = new TreeSet<>();

    private Expression(String source, Formula formula) {
        this.source = source;
        this.formula = formula;
        collect(formula);
    }

    /** At most 10,000 characters, 100 levels and 10,000 parts. */
    public static Expression parse(String source) {
        return new Expression(source, Parser.parse(source));
    }

    /** What travels: it is parsed again where it arrives. */
    private record Written(String source) implements Serializable {
        private Object readResolve() {
            return parse(source);
        }
    }

    private Object writeReplace() {
        return new Written(source);
    }

    private void collect(Formula part) {
        if (part instanceof Formula.Reference reference) {
            columns.add(reference.name());
        }
        part.parts().forEach(this::collect);
    }

    /** The names of the columns it reads, sorted. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /** The type of its values over columns of these types; throws every unknown column and misfit of types at once. */
    public ColumnType type(Columns over) {
        var typing = new Typing(source, over);
        Type type = typing.of(formula);
        if (!typing.problems().isEmpty()) {
            throw new SlipwayException(SlipwayException.Kind.USAGE, typing.problems());
        }
        return type.column();
    }

    public ColumnType type(Table table) {
        return type(Columns.of(table));
    }

    /** Its value in every row, as a column of this name. */
    public Column evaluate(String name, Table table) {
        type(table);
        return new Evaluation(table).of(formula).column(name);
    }

    /** For a condition: true, false or, where a missing value decides, missing. Another type is refused. */
    public BooleanColumn test(Table table) {
        if (evaluate("condition", table) instanceof BooleanColumn answer) {
            return answer;
        }
        throw new SlipwayException(
                SlipwayException.Kind.USAGE,
                new Problem(
                        "EXPRESSION-TYPE",
                        "expected a condition, found %s".formatted(type(table).label()),
                        Lexer.where(source, formula.position()),
                        "compare it with something, for example … > 0"));
    }

    /** The text it was parsed from. */
    @Override
    public String toString() {
        return source;
    }

    /** The same expression in canonical text. */
    String sql() {
        return formula.sql();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && source.equals(expression.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
