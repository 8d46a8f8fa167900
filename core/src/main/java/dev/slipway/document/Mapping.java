package dev.slipway.document;

import dev.slipway.problem.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Keys and their values in the order they were written. A key without a value counts as left out. */
public final class Mapping implements Node {
    /** A key with its value; {@code key.where()} is the place of the key. */
    public record Entry(Scalar key, Node value) {
        public String name() {
            return key.written();
        }
    }

    private final Place place;
    private final Problems problems;
    private final List<Entry> entries;
    private final Map<String, Node> byName = new LinkedHashMap<>();

    Mapping(Place place, Problems problems, List<Entry> entries) {
        this.place = place;
        this.problems = problems;
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> byName.put(entry.name(), entry.value()));
    }

    public List<Entry> entries() {
        return entries;
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The value of the key; empty when the key is absent or has no value. */
    public Optional<Node> find(String name) {
        return Optional.ofNullable(byName.get(name)).filter(node -> !isNothing(node));
    }

    /** The value of a key that must be there: a problem when it is not. */
    public Optional<Node> require(String name) {
        Optional<Node> found = find(name);
        if (found.isEmpty()) {
            String hint = byName.containsKey(name) ? "" : Nearest.hint(name, byName.keySet());
            problem(
                    problems.code("MISSING-KEY"),
                    byName.containsKey(name)
                            ? "key '%s' has no value".formatted(name)
                            : "key '%s' is missing".formatted(name) + hint,
                    "add '%s: …'".formatted(name));
        }
        return found;
    }

    public String text(String name) {
        return require(name).map(Node::text).orElse("");
    }

    public String text(String name, String otherwise) {
        return find(name).map(Node::text).orElse(otherwise);
    }

    public Optional<String> optionalText(String name) {
        return find(name).map(Node::text);
    }

    /** Any single value, as it was written: {@code 60s}, {@code 0.5}, {@code true}. */
    public String written(String name) {
        return require(name).map(Node::written).orElse("");
    }

    public Optional<String> optionalWritten(String name) {
        return find(name).map(Node::written);
    }

    public double number(String name) {
        return require(name).map(Node::number).orElse(0.0);
    }

    public double number(String name, double otherwise) {
        return find(name).map(Node::number).orElse(otherwise);
    }

    public OptionalDouble optionalNumber(String name) {
        return find(name).map(node -> OptionalDouble.of(node.number())).orElse(OptionalDouble.empty());
    }

    public long whole(String name) {
        return require(name).map(Node::whole).orElse(0L);
    }

    public long whole(String name, long otherwise) {
        return find(name).map(Node::whole).orElse(otherwise);
    }

    public OptionalLong optionalWhole(String name) {
        return find(name).map(node -> OptionalLong.of(node.whole())).orElse(OptionalLong.empty());
    }

    public boolean bool(String name) {
        return require(name).map(Node::bool).orElse(false);
    }

    public boolean bool(String name, boolean otherwise) {
        return find(name).map(Node::bool).orElse(otherwise);
    }

    /** The text of the key, which must be one of the known words. */
    public String oneOf(String name, List<String> known) {
        return require(name).map(node -> oneOf(node, known)).orElse("");
    }

    public Optional<String> optionalOneOf(String name, List<String> known) {
        return find(name).map(node -> oneOf(node, known));
    }

    private String oneOf(Node node, List<String> known) {
        String word = node.written();
        if (!word.isEmpty() && !known.contains(word)) {
            node.problem(
                    problems.code("UNKNOWN-WORD"),
                    "unknown word %s%s".formatted(node.shown(), Nearest.hint(word, known)),
                    "write one of " + String.join(", ", known));
        }
        return word;
    }

    public Mapping mapping(String name) {
        return require(name).map(Node::mapping).orElseGet(() -> new Mapping(place, problems, List.of()));
    }

    public Optional<Mapping> optionalMapping(String name) {
        return find(name).map(Node::mapping);
    }

    public List<Node> list(String name) {
        return require(name).map(Node::list).orElse(List.of());
    }

    /** No items when the key is absent. */
    public List<Node> optionalList(String name) {
        return find(name).map(Node::list).orElse(List.of());
    }

    /** The items of a list of text; none when the key is absent. */
    public List<String> texts(String name) {
        return optionalList(name).stream().map(Node::text).toList();
    }

    /** Reports every key that is not one of the known, with the nearest known one. */
    public void allowOnly(String... known) {
        List<String> names = List.of(known);
        for (Entry entry : entries) {
            if (!names.contains(entry.name())) {
                entry.key()
                        .problem(
                                problems.code("UNKNOWN-KEY"),
                                "unknown key %s%s".formatted(entry.key().shown(), Nearest.hint(entry.name(), names)),
                                "remove it, or use one of " + String.join(", ", names));
            }
        }
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public Mapping mapping() {
        return this;
    }

    @Override
    public String shown() {
        List<String> shown = new ArrayList<>(byName.keySet().stream().limit(3).toList());
        if (byName.size() > 3) {
            shown.add("…");
        }
        return shown.isEmpty() ? "an empty mapping" : "a mapping with " + String.join(", ", shown);
    }

    private static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NOTHING;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mapping mapping && byName.equals(mapping.byName) && names().equals(mapping.names());
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}
