package dev.slipway.document;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON as a tree of nodes. Depth is bounded by the parser, so the recursion is too. */
final class JsonReader {
    private final Problems problems;
    private final JsonParser parser;

    private JsonReader(Problems problems, JsonParser parser) {
        this.problems = problems;
        this.parser = parser;
    }

    static Document read(String name, byte[] bytes) {
        var problems = new Problems(name, "JSON");
        try (JsonParser parser = Json.parser(name, bytes)) {
            Node root = new JsonReader(problems, parser).document(name);
            problems.throwIfAny();
            return new Document(root, problems);
        }
    }

    private Node document(String name) {
        try {
            Json.first(name, parser);
            Node root = node(at(new Place(name, 1, 1, "")));
            Json.last(name, parser);
            return root;
        } catch (JacksonException e) {
            throw Json.refusal(name, parser, e);
        }
    }

    private Node node(Place place) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_STRING -> new Scalar(place, problems, Scalar.Kind.TEXT, parser.getString());
            case VALUE_NUMBER_INT -> new Scalar(place, problems, Scalar.Kind.WHOLE, parser.getString());
            case VALUE_NUMBER_FLOAT -> {
                parser.getDoubleValue();
                yield new Scalar(place, problems, Scalar.Kind.NUMBER, parser.getString());
            }
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, problems, Scalar.Kind.BOOLEAN, parser.getString());
            case VALUE_NULL -> new Scalar(place, problems, Scalar.Kind.NOTHING, "");
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private Mapping mapping(Place place) {
        List<Mapping.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            var key = new Scalar(place.key(name, line(), column()), problems, Scalar.Kind.TEXT, name);
            parser.nextToken();
            entries.add(new Mapping.Entry(key, node(place.key(name, line(), column()))));
        }
        return new Mapping(place, problems, entries);
    }

    private Sequence sequence(Place place) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(place.item(items.size() + 1, line(), column())));
        }
        return new Sequence(place, problems, items);
    }

    private Place at(Place place) {
        return new Place(place.document(), line(), column(), place.path());
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }
}
