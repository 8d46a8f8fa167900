package dev.slipway.document;

import dev.slipway.problem.Problem;
import java.util.List;

/**
 * One value of a document, with its place. Equal nodes hold equal content; places do not count.
 *
 * <p>A typed reading ({@link #text()}, {@link #number()}, …) of a value of another kind adds a problem to the document's
 * {@link Problems} and answers with an empty stand-in ({@code ""}, 0, {@code false}, no entries), so that one pass finds
 * every problem. {@link Document#read} throws them before a stand-in can leave.
 */
public sealed interface Node permits Mapping, Sequence, Scalar {
    Place place();

    Problems problems();

    /** The value as a message quotes it: {@code 'abc'}, {@code 12}, {@code a list of 3}. */
    String shown();

    /** Text, quoted or plain; a number or a boolean is refused, because quotes would make it text. */
    default String text() {
        wanted("text");
        return "";
    }

    /** A number that a double can hold; YAML's {@code .inf} and {@code .nan} are numbers. */
    default double number() {
        wanted("a number");
        return 0;
    }

    /** A whole number that a long can hold. */
    default long whole() {
        wanted("a whole number");
        return 0;
    }

    /** {@code true} or {@code false}; YAML 1.2 knows no {@code yes} and no {@code on}. */
    default boolean bool() {
        wanted("true or false");
        return false;
    }

    /** Any single value, as it was written. */
    default String written() {
        wanted("a single value");
        return "";
    }

    /** Keys and values. */
    default Mapping mapping() {
        wanted("a mapping (key: value)");
        return new Mapping(place(), problems(), List.of());
    }

    /** The items of a list. */
    default List<Node> list() {
        wanted("a list");
        return List.of();
    }

    /** {@code slipway.yaml, line 7, 'train.budget'}. */
    default String where() {
        return place().toString();
    }

    /** Adds a problem of the reader's own at this place. */
    default void problem(String code, String what, String fix) {
        problems().add(new Problem(code, what, where(), fix));
    }

    /** Adds a problem that was found inside this value, such as in an expression: its place is in the place of this. */
    default void problem(Problem inside) {
        problems().add(new Problem(inside.code(), inside.what(), where() + ", " + inside.where(), inside.fix()));
    }

    private void wanted(String kind) {
        wanted(kind, "write " + kind + " here");
    }

    /** The one form of "another kind of value is expected here". */
    default void wanted(String kind, String fix) {
        problem(problems().code("TYPE"), "expected %s, found %s".formatted(kind, shown()), fix);
    }
}
