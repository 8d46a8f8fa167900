package dev.slipway.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a data set stands to a contract, in figures: all records are good, bad or unreadable.
 *
 * @param source the file as it was given
 * @param groups what was found, in the order it was met
 * @param kept rules that were asked and broken by nothing
 */
public record Summary(
        String contract,
        String source,
        long rows,
        long good,
        long bad,
        long unreadable,
        List<Group> groups,
        List<Kept> kept) {
    /** A rule that nothing breaks: of one column, or one with a name; neither where columns are meant that nobody named. */
    public record Kept(String code, String column, String name) {
        String subject() {
            return column.isEmpty() ? name : column;
        }
    }

    public Summary {
        groups = List.copyOf(groups);
        kept = List.copyOf(kept);
    }

    /** Whether nothing was found for which the check fails. */
    public boolean passed() {
        return groups.stream().noneMatch(Group::fails);
    }

    /** How many entries there are that fail the check. */
    long failures() {
        return groups.stream().filter(Group::fails).mapToLong(Group::count).sum();
    }

    /** How many entries there are that only warn. */
    long warnings() {
        return groups.stream()
                .filter(group -> !group.fails())
                .mapToLong(Group::count)
                .sum();
    }

    /** "891 rows: 887 good, 3 bad, 1 unreadable"; warnings where there are any. */
    public String line() {
        String warned = warnings() == 0 ? "" : ", %d warnings".formatted(warnings());
        return "%d rows: %d good, %d bad, %d unreadable%s".formatted(rows, good, bad, unreadable, warned);
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("contract", contract);
        object.put("file", source);
        object.put("passed", passed());
        object.put("rows", rows);
        object.put("good", good);
        object.put("bad", bad);
        object.put("unreadable", unreadable);
        object.put("failures", failures());
        object.put("warnings", warnings());
        object.put("groups", groups.stream().map(Group::object).toList());
        return object;
    }
}
