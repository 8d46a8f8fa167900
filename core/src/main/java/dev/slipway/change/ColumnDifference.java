package dev.slipway.change;

import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.LengthRange;
import dev.slipway.contract.Range;
import dev.slipway.contract.Role;
import dev.slipway.profile.NumberText;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What changed in one column. */
record ColumnDifference(ContractColumn before, ContractColumn after) {
    List<Change> changes() {
        var changes = new ArrayList<Change>();
        required().ifPresent(changes::add);
        if (before.isChecked() != after.isChecked()) {
            changes.add(
                    after.isChecked()
                            ? tighter(
                                    "role",
                                    "it is checked now, role " + after.role().label(),
                                    Impact.BREAKS)
                            : looser("role", "it is ignored now: nothing is asked of it", Impact.BREAKS));
            return changes;
        }
        if (before.isChecked()) {
            var rules = Stream.concat(
                            changes.stream(),
                            Stream.of(missing(), nullTokens(), range(), set(), pattern(), length(), unique())
                                    .flatMap(Optional::stream))
                    .map(change -> change.weighed(before.severity(), after.severity()))
                    .toList();
            changes.clear();
            type().ifPresent(changes::add);
            changes.addAll(rules);
            Change.severity(after.name(), before.severity(), after.severity()).ifPresent(changes::add);
        }
        Stream.of(unit(), role(), sensitive(), owner(), description())
                .flatMap(Optional::stream)
                .forEach(changes::add);
        return changes;
    }

    private Change tighter(String rule, String what, Impact producers) {
        return Change.tighter(after.name(), rule, what, producers);
    }

    private Change looser(String rule, String what, Impact consumers) {
        return Change.looser(after.name(), rule, what, consumers);
    }

    private Change both(String rule, String what, Impact producers, Impact consumers) {
        return new Change(after.name(), rule, what, producers, consumers);
    }

    private Optional<Change> required() {
        if (before.required() == after.required()) {
            return Optional.empty();
        }
        return Optional.of(
                after.required()
                        ? tighter("required", "the column has to be there now", Impact.BREAKS)
                        : looser("required", "the column may be absent now", Impact.BREAKS));
    }

    private Optional<Change> type() {
        var was = before.type();
        var is = after.type();
        if (was == is) {
            return Optional.empty();
        }
        // Those who read typed tables see another type even where the values are among those there were before.
        return Optional.of(both(
                "type",
                "type changed from %s to %s".formatted(was.label(), is.label()),
                Impact.of(!reads(is, was)),
                reads(was, is) ? Impact.MAY : Impact.BREAKS));
    }

    /** Whether every text that is a value of the second type is one of the first. */
    private static boolean reads(ColumnType wide, ColumnType narrow) {
        return wide.textual() || wide == narrow || (wide == ColumnType.NUMBER && narrow == ColumnType.INTEGER);
    }

    private Optional<Change> missing() {
        double was = before.missing();
        double is = after.missing();
        if (was == is) {
            return Optional.empty();
        }
        String what = "missing values: from %s to %s".formatted(share(was), share(is));
        return Optional.of(is < was ? tighter("missing", what, Impact.BREAKS) : looser("missing", what, Impact.BREAKS));
    }

    private static String share(double share) {
        return share == 0 ? "none" : "a share of " + Limits.number(share);
    }

    private Optional<Change> nullTokens() {
        var added = without(after.nullTokens(), before.nullTokens());
        var gone = without(before.nullTokens(), after.nullTokens());
        if (added.isEmpty() && gone.isEmpty()) {
            return Optional.empty();
        }
        // An added text was a value: rows that have it lack one now. Or it broke the type: now rows may have it.
        var wasValue =
                Impact.of(added.stream().anyMatch(token -> Values.of(before).allow(token)));
        var producers = after.missing() == 0 ? wasValue : Impact.NONE;
        if (after.missing() > 0 && after.missing() < 1 && wasValue == Impact.BREAKS) {
            producers = Impact.MAY;
        }
        var consumers = Impact.of(!added.isEmpty() && after.missing() > 0);
        if (!gone.isEmpty()) {
            boolean isValue = gone.stream().anyMatch(token -> Values.of(after).allow(token));
            boolean isBroken = gone.stream().anyMatch(token -> !Values.of(after).allow(token));
            producers = producers.or(Impact.of(isBroken && before.missing() > 0));
            consumers = consumers.or(Impact.of(isValue));
        }
        String what = Stream.of(
                        added.isEmpty() ? "" : "read as missing now: " + Limits.words(added),
                        gone.isEmpty() ? "" : "no longer read as missing: " + Limits.words(gone))
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + "; " + right)
                .orElse("");
        return Optional.of(both("null_tokens", what, producers, consumers));
    }

    private Optional<Change> range() {
        var was = Limits.of(before);
        var is = Limits.of(after);
        boolean comparable = (before.type() == ColumnType.TIMESTAMP) == (after.type() == ColumnType.TIMESTAMP);
        if (before.range().equals(after.range()) || !comparable) {
            return Optional.empty();
        }
        String what = "range changed from %s to %s"
                .formatted(Limits.shown(before, before.range()), Limits.shown(after, after.range()));
        return Optional.of(both(
                "range",
                what,
                Impact.of(leaves(was, numbers(before), is)),
                Impact.of(leaves(is, numbers(after), was))));
    }

    /** Whether a value of the first range, or of the set where there is one, is outside of the second range. */
    private static boolean leaves(Range from, List<Double> set, Range to) {
        return set.isEmpty()
                ? from.min() < to.min() || from.max() > to.max()
                : set.stream().anyMatch(value -> from.contains(value) && !to.contains(value));
    }

    private static List<Double> numbers(ContractColumn column) {
        return column.type().quantity()
                ? column.set().stream().map(NumberText::number).toList()
                : List.of();
    }

    private Optional<Change> set() {
        if (before.set().equals(after.set())) {
            return Optional.empty();
        }
        var producers = Impact.of(Values.of(before).exceed(Values.of(after)));
        var consumers = Impact.of(Values.of(after).exceed(Values.of(before)));
        if (before.set().isEmpty()) {
            return Optional.of(
                    both("set", "only %s are allowed now".formatted(Limits.words(after.set())), producers, consumers));
        }
        if (after.set().isEmpty()) {
            return Optional.of(
                    both("set", "no longer a set of %s".formatted(Limits.words(before.set())), producers, consumers));
        }
        var added = without(after.set(), before.set());
        var gone = without(before.set(), after.set());
        if (added.isEmpty() && gone.isEmpty()) {
            return Optional.of(Change.harmless(after.name(), "set", "the set is in another order"));
        }
        String what = Stream.of(
                        added.isEmpty() ? "" : "allowed now: " + Limits.words(added),
                        gone.isEmpty() ? "" : "no longer allowed: " + Limits.words(gone))
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + "; " + right)
                .orElse("");
        return Optional.of(both("set", what, producers, consumers));
    }

    private Optional<Change> pattern() {
        if (before.pattern().equals(after.pattern())) {
            return Optional.empty();
        }
        String what = after.pattern().isEmpty()
                ? "no longer has to match %s".formatted(before.pattern())
                : before.pattern().isEmpty()
                        ? "has to match %s now".formatted(after.pattern())
                        : "pattern changed from %s to %s".formatted(before.pattern(), after.pattern());
        return Optional.of(both(
                "pattern",
                what,
                after.pattern().isEmpty() ? Impact.NONE : leaves(before, after),
                before.pattern().isEmpty() ? Impact.NONE : leaves(after, before)));
    }

    /** Known where there is a set to try, or where a plain text is allowed by the one and not by the other. */
    private static Impact leaves(ContractColumn from, ContractColumn to) {
        var values = Values.of(from);
        return from.set().isEmpty()
                ? values.exceedByPlainTexts(Values.of(to)) ? Impact.BREAKS : Impact.MAY
                : Impact.of(values.exceed(Values.of(to)));
    }

    private Optional<Change> length() {
        var was = before.length();
        var is = after.length();
        if (was.equals(is)) {
            return Optional.empty();
        }
        boolean shorter = was.min() < is.min() || was.max() > is.max();
        boolean longer = is.min() < was.min() || is.max() > was.max();
        return Optional.of(both(
                "length",
                "length changed from %s to %s".formatted(shown(was), shown(is)),
                shorter ? ofLength(before, after) : Impact.NONE,
                longer ? ofLength(after, before) : Impact.NONE));
    }

    /** What a pattern has to say of lengths nobody asks here. */
    private static Impact ofLength(ContractColumn from, ContractColumn to) {
        if (!from.set().isEmpty()) {
            return Impact.of(Values.of(from).exceed(Values.of(to)));
        }
        return from.pattern().isEmpty() ? Impact.BREAKS : Impact.MAY;
    }

    private static String shown(LengthRange length) {
        return length.isOpen()
                ? "any"
                : "[%d, %s]"
                        .formatted(
                                length.min(),
                                length.max() == Integer.MAX_VALUE ? "any" : Integer.toString(length.max()));
    }

    private Optional<Change> sensitive() {
        return before.sensitive() == after.sensitive()
                ? Optional.empty()
                : Optional.of(Change.harmless(
                        after.name(),
                        "sensitive",
                        after.sensitive() ? "it is sensitive now" : "it is no longer sensitive"));
    }

    private Optional<Change> owner() {
        return before.owner().equals(after.owner())
                ? Optional.empty()
                : Optional.of(Change.harmless(
                        after.name(),
                        "owner",
                        "owner changed from '%s' to '%s'".formatted(before.owner(), after.owner())));
    }

    private Optional<Change> unique() {
        if (before.unique() == after.unique()) {
            return Optional.empty();
        }
        return Optional.of(
                after.unique()
                        ? tighter("unique", "no value may come twice now", Impact.BREAKS)
                        : looser("unique", "a value may come more than once now", Impact.BREAKS));
    }

    private Optional<Change> unit() {
        if (before.unit().equals(after.unit())) {
            return Optional.empty();
        }
        if (before.unit().isEmpty() || after.unit().isEmpty()) {
            return Optional.of(Change.harmless(
                    after.name(),
                    "unit",
                    before.unit().isEmpty()
                            ? "the unit is said now: " + after.unit()
                            : "the unit %s is no longer said".formatted(before.unit())));
        }
        return Optional.of(both(
                "unit",
                "unit changed from %s to %s: the same number means something else"
                        .formatted(before.unit(), after.unit()),
                Impact.BREAKS,
                Impact.BREAKS));
    }

    private Optional<Change> role() {
        if (before.role() == after.role()) {
            return Optional.empty();
        }
        return Optional.of(looser(
                "role",
                "role changed from %s to %s: %s"
                        .formatted(before.role().label(), after.role().label(), shown(before.role(), after.role())),
                Impact.MAY));
    }

    private static String shown(Role was, Role is) {
        boolean saw = was.isForModels();
        boolean sees = is.isForModels();
        return saw == sees ? "what reads roles sees another" : sees ? "models see it now" : "models no longer see it";
    }

    private Optional<Change> description() {
        return before.description().equals(after.description())
                ? Optional.empty()
                : Optional.of(Change.harmless(after.name(), "description", "the description is another"));
    }

    private static List<String> without(List<String> words, List<String> others) {
        return words.stream().filter(word -> !others.contains(word)).toList();
    }
}
