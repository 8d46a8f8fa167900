package dev.slipway.document;

import dev.slipway.problem.SlipwayException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/*
 * Reads the parser's events, not its composed nodes: tags, anchors, aliases and depth are refused before anything is built
 * from them, so no document can cost more than its own length.
 */
final class YamlReader {
    static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 50;

    private final Problems problems;
    private final Iterator<Event> events;

    private YamlReader(Problems problems, Iterator<Event> events) {
        this.problems = problems;
        this.events = events;
    }

    static Document read(String name, String text) {
        if (text.length() > LONGEST) {
            throw SlipwayException.usage(
                    "YAML-TOO-LARGE",
                    "%d characters, more than %d".formatted(text.length(), LONGEST),
                    name,
                    "keep data out of this file, or split it");
        }
        var problems = new Problems(name, "YAML");
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(LONGEST + 1)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(body).iterator();
            Node root = new YamlReader(problems, events).document();
            problems.throwIfAny();
            return new Document(root, problems);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
            String what = "not YAML: " + Optional.ofNullable(e.getProblem()).orElse("syntax error");
            problems.addAt(
                    "SYNTAX",
                    what,
                    line,
                    column,
                    "correct the syntax; tabs, quotes and indentation are the usual causes");
            throw problems.exception();
        } catch (ReaderException e) {
            int at = body.offsetByCodePoints(0, Math.min(e.getPosition(), body.codePointCount(0, body.length())));
            int line = 1
                    + (int) body.substring(0, at).chars().filter(c -> c == '\n').count();
            int column = at - body.lastIndexOf('\n', Math.max(at - 1, 0));
            problems.addAt(
                    "SYNTAX",
                    "not YAML: character U+%04X is not allowed".formatted(e.getCodePoint()),
                    line,
                    Math.max(column, 1),
                    "remove the character, or write it as an escape in double quotes");
            throw problems.exception();
        } catch (YamlEngineException e) {
            problems.addAt("SYNTAX", "not YAML: " + e.getMessage(), 1, 1, "correct the syntax");
            throw problems.exception();
        }
    }

    private Node document() {
        events.next();
        Event event = events.next();
        var start = new Place(problems.document(), 1, 1, "");
        if (event.getEventId() == Event.ID.StreamEnd) {
            return new Scalar(start, problems, Scalar.Kind.NOTHING, "");
        }
        Event first = events.next();
        Node root = node(first, at(start, first), 0);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            refuse(
                    end,
                    "SEVERAL-DOCUMENTS",
                    "a second document begins here",
                    "keep one document in a file: remove '---'");
        }
        return root;
    }

    private Node node(Event event, Place place, int depth) {
        if (event instanceof AliasEvent alias) {
            refuse(event, "ALIAS", "alias '*%s'".formatted(alias.getAlias()), "write the value out instead of '*'");
            return new Scalar(place, problems, Scalar.Kind.NOTHING, "");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            refuse(event, "ANCHOR", "anchor '&%s'".formatted(node.getAnchor().get()), "remove the anchor");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            var kind = scalar.isPlain() ? Scalar.Kind.ofPlain(scalar.getValue()) : Scalar.Kind.TEXT;
            return new Scalar(place, problems, kind, scalar.getValue());
        }
        refuseTag(event, ((CollectionStartEvent) event).getTag());
        if (depth == DEEPEST) {
            refuse(event, "TOO-DEEP", "more than %d levels deep".formatted(DEEPEST), "nest less deeply");
            throw problems.exception();
        }
        return event.getEventId() == Event.ID.MappingStart ? mapping(place, depth) : sequence(place, depth);
    }

    private Mapping mapping(Place place, int depth) {
        List<Mapping.Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, at(place, event), depth + 1);
            Event value = events.next();
            if (!(key instanceof Scalar scalar)) {
                refuse(event, "KEY", "a key must be a single value, found " + key.shown(), "write the key as text");
                node(value, place, depth + 1);
                continue;
            }
            String name = scalar.written();
            Place keyPlace = place.key(name, line(event), column(event));
            Integer before = lines.putIfAbsent(name, line(event));
            if (before != null) {
                refuse(
                        event,
                        "DUPLICATE-KEY",
                        "key %s stands twice, first in line %d".formatted(scalar.shown(), before),
                        "remove one of the two");
            }
            // Keys are names, whatever they look like: 'on', '1' and 'true' are the texts "on", "1" and "true".
            var named = new Scalar(keyPlace, problems, Scalar.Kind.TEXT, name);
            entries.add(new Mapping.Entry(named, node(value, place.key(name, line(value), column(value)), depth + 1)));
        }
        return new Mapping(place, problems, entries);
    }

    private Sequence sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, place.item(items.size() + 1, line(event), column(event)), depth + 1));
        }
        return new Sequence(place, problems, items);
    }

    private void refuseTag(Event event, Optional<String> tag) {
        tag.ifPresent(
                name -> refuse(event, "TAG", "tag '%s'".formatted(name), "remove the tag; use quotes to make text"));
    }

    private void refuse(Event event, String code, String what, String fix) {
        problems.addAt(code, what, line(event), column(event), fix);
    }

    private static Place at(Place place, Event event) {
        return new Place(place.document(), line(event), column(event), place.path());
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
}
