package dev.slipway.contract;

import dev.slipway.document.Json;
import dev.slipway.engine.Engine;
import dev.slipway.profile.Profile;
import dev.slipway.source.Source;
import dev.slipway.source.Unreadable;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a data set stands to a contract. The numbers are exact; of each group of findings the first are here, and {@link #each}
 * gives all of them. The records of the source are good, bad or unreadable, and nothing else. Immutable.
 */
public final class Report implements Serializable {
    private final RowCheck check;
    private final CheckState state;
    private final List<Finding> whole;
    private final List<Group> groups;
    private final Suspects suspects;

    private Report(RowCheck check, CheckState state, List<Finding> whole, List<Group> groups, Suspects suspects) {
        this.check = check;
        this.state = state;
        this.whole = whole;
        this.groups = groups;
        this.suspects = suspects;
    }

    static Report of(RowCheck check, CheckState state, List<Finding> whole, Suspects suspects) {
        var groups = Stream.concat(CheckState.groups(whole).values().stream(), state.groups().values().stream())
                .sorted(Comparator.comparing((Group group) -> group.first().get(0), inOrder(check.contract())))
                .toList();
        // What the passes needed and nobody asks for again: the numbers stay.
        var figures = new CheckState(
                state.source(),
                state.rows(),
                state.bad(),
                state.unreadable(),
                state.first(),
                state.groups(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Profile.EMPTY);
        return new Report(check, figures, List.copyOf(whole), groups, suspects);
    }

    /** By row; of one row, cells in the order of the columns, then what is beyond cells. */
    private static Comparator<Finding> inOrder(Contract contract) {
        var names = contract.names();
        return Finding.BY_ROW
                .thenComparing(finding -> finding.rule().isOfCells() ? Rule.COLUMN : finding.rule())
                .thenComparing(finding -> place(names, finding.column().name()))
                .thenComparing(Finding::name);
    }

    /** Columns that the contract does not name come last. */
    private static int place(List<String> names, String column) {
        int place = names.indexOf(column);
        return place < 0 ? names.size() : place;
    }

    /** All records of the source: good + bad + unreadable. */
    public long rows() {
        return state.rows() + state.unreadable();
    }

    public long good() {
        return state.rows() - state.bad();
    }

    /** Rows that break a rule that does not only warn. */
    public long bad() {
        return state.bad();
    }

    /** Records that are no rows. */
    public long unreadable() {
        return state.unreadable();
    }

    /** The first records that are no rows. */
    public List<Unreadable> firstUnreadable() {
        return state.first();
    }

    /** Findings by rule and column, with their exact numbers; those about more than a row first. */
    public List<Group> groups() {
        return groups;
    }

    /** The first findings of each group, by row; those about more than a row, which are all here, first. */
    public List<Finding> findings() {
        return groups.stream()
                .flatMap(group -> group.first().stream())
                .sorted(inOrder(check.contract()))
                .toList();
    }

    /** How many findings there are that fail the check. */
    public long failures() {
        return groups.stream().filter(Group::fails).mapToLong(Group::count).sum();
    }

    /** Whether the data keeps the contract: nothing failed, nothing is unreadable. */
    public boolean passed() {
        return failures() == 0 && unreadable() == 0 && isSettled();
    }

    /** Whether nothing is left to find out; a report of {@link ContractCheck#run} always is. */
    public boolean isSettled() {
        return suspects.isNone();
    }

    Suspects suspects() {
        return suspects;
    }

    /** What the check says of these rows of its source, with what only all rows together could tell. */
    public Examined examine(Table raw) {
        return check.examine(raw);
    }

    /**
     * Every finding and every unreadable record, in the order of the source, those about more than a row first. One more pass; a
     * few batches are in memory at a time.
     */
    public void each(Engine engine, Source source, Consumer<Finding> findings, Consumer<Unreadable> unreadable) {
        whole.forEach(findings);
        var check = this.check;
        engine.map(
                source, batch -> FindingRows.of(check, batch), new FindingRows(check.contract(), findings, unreadable));
    }

    /** The numbers and the first findings of each group, for programs: keys in a fixed order. */
    public String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("contract", check.contract().name());
        all.put("passed", passed());
        all.put("rows", rows());
        all.put("good", good());
        all.put("bad", bad());
        all.put("unreadable", unreadable());
        all.put("groups", groups.stream().map(Report::object).toList());
        all.put("findings", findings().stream().map(Report::object).toList());
        all.put(
                "unreadable_records",
                firstUnreadable().stream().map(Report::object).toList());
        return Json.pretty(all);
    }

    private static Map<String, Object> object(Group group) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", group.rule().code());
        object.put("severity", group.severity().label());
        if (!group.column().isEmpty()) {
            object.put("column", group.column());
        }
        if (!group.name().isEmpty()) {
            object.put("name", group.name());
        }
        object.put("count", group.count());
        return object;
    }

    private static Map<String, Object> object(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", finding.rule().code());
        object.put("column", finding.subject());
        if (finding.record() > 0) {
            object.put("row", finding.record());
        }
        if (finding.line() > 0) {
            object.put("line", finding.line());
        }
        object.put("value", finding.value());
        object.put("what", finding.what());
        object.put("where", finding.where());
        object.put("fix", finding.fix());
        return object;
    }

    private static Map<String, Object> object(Unreadable record) {
        var object = new LinkedHashMap<String, Object>();
        object.put("row", record.record());
        object.put("line", record.line());
        object.put("reason", record.reason());
        return object;
    }
}
