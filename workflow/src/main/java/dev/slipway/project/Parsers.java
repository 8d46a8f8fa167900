package dev.slipway.project;

import dev.slipway.problem.Nearest;
import dev.slipway.problem.SlipwayException;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.Source;
import dev.slipway.source.TableParser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parsers there are, by their names: those described in {@code slipway.yaml}, and those in Java. */
public record Parsers(Map<String, TableParser> all) {
    public static final Parsers NONE = new Parsers(Map.of());

    public Parsers {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    public static Parsers of(List<? extends TableParser> parsers) {
        return NONE.with(parsers);
    }

    /** These and more; two of one name are refused. */
    public Parsers with(List<? extends TableParser> more) {
        var both = new TreeMap<>(all);
        for (var parser : more) {
            if (both.put(parser.name(), parser) != null) {
                throw SlipwayException.usage(
                        "PARSER-TWICE",
                        "two parsers are called '%s'".formatted(parser.name()),
                        "the parsers of %s and of the plugins".formatted(Project.FILE),
                        "give one of them another name");
            }
        }
        return new Parsers(both);
    }

    /**
     * @param where the name was written
     * @throws SlipwayException naming the nearest where there is none of that name
     */
    public TableParser named(String name, String where) {
        return Optional.ofNullable(all.get(name))
                .orElseThrow(() -> SlipwayException.usage(
                        "PARSER-UNKNOWN",
                        "there is no parser '%s'%s".formatted(name, Nearest.hint(name, all.keySet())),
                        where,
                        all.isEmpty()
                                ? "describe it under 'parsers' in %s, or name the folder of its jar: SLIPWAY_PLUGINS=DIR"
                                        .formatted(Project.FILE)
                                : "use one of: %s; one in Java is in a jar in the folder SLIPWAY_PLUGINS"
                                        .formatted(String.join(", ", all.keySet()))));
    }

    /** The source as this parser reads it; unchanged where there is no name. */
    public Source read(Source raw, Optional<String> parser, String where) {
        return parser.<Source>map(name -> new ParsedSource(raw, named(name, where)))
                .orElse(raw);
    }
}
