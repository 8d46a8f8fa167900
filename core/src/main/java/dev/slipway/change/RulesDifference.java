package dev.slipway.change;

import dev.slipway.contract.DataRules;
import dev.slipway.contract.DataRules.CompositeKey;
import dev.slipway.contract.DataRules.Condition;
import dev.slipway.contract.DataRules.Dependency;
import dev.slipway.contract.DataRules.Distributions;
import dev.slipway.contract.DataRules.Duplicates;
import dev.slipway.contract.DataRules.Freshness;
import dev.slipway.contract.DataRules.Relation;
import dev.slipway.contract.DataRules.Size;
import dev.slipway.contract.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What changed in the rules beyond single cells. */
final class RulesDifference {
    /** How the rules of one kind are told apart and compared. */
    private record Kind<T>(
            String rule, Function<T, String> name, Function<T, Severity> severity, Function<T, String> text) {}

    private final DataRules before;
    private final DataRules after;
    private final List<Change> changes = new ArrayList<>();

    RulesDifference(DataRules before, DataRules after) {
        this.before = before;
        this.after = after;
    }

    List<Change> changes() {
        compare(
                new Kind<>(
                        "rules",
                        Condition::name,
                        Condition::severity,
                        rule -> rule.expression().toString()),
                before.conditions(),
                after.conditions(),
                Impact.MAY,
                (was, is) -> both(Impact.MAY));
        compare(
                new Kind<>("unique", CompositeKey::name, CompositeKey::severity, CompositeKey::name),
                before.unique(),
                after.unique(),
                Impact.BREAKS,
                (was, is) -> both(Impact.BREAKS));
        compare(
                new Kind<>(
                        "dependencies",
                        Dependency::name,
                        Dependency::severity,
                        rule -> rule.name() + shown(rule.map())),
                before.dependencies(),
                after.dependencies(),
                Impact.BREAKS,
                (was, is) -> new Impacts(
                        Impact.of(asksMore(is.map(), was.map())), Impact.of(asksMore(was.map(), is.map()))));
        compare(
                new Kind<>("relations", Relation::name, Relation::severity, RulesDifference::shown),
                before.relations(),
                after.relations(),
                Impact.BREAKS,
                RulesDifference::impacts);
        compare(
                new Kind<>("distributions", rule -> "", Distributions::severity, rule -> "as in " + rule.profile()),
                before.distributions(),
                after.distributions(),
                Impact.MAY,
                (was, is) -> both(Impact.MAY));
        compare(
                new Kind<>("freshness", Freshness::column, Freshness::severity, rule -> "within " + rule.within()),
                before.freshness(),
                after.freshness(),
                Impact.BREAKS,
                (was, is) -> new Impacts(
                        Impact.of(is.within().compareTo(was.within()) < 0),
                        Impact.of(is.within().compareTo(was.within()) > 0)));
        duplicates();
        rows();
        return changes;
    }

    /** What a change does to producers and to consumers. */
    private record Impacts(Impact producers, Impact consumers) {}

    /** What becomes of a rule that both versions have. */
    private interface Compared<T> {
        Impacts of(T was, T is);
    }

    private static Impacts both(Impact impact) {
        return new Impacts(impact, impact);
    }

    private <T> void compare(Kind<T> kind, List<T> old, List<T> fresh, Impact alone, Compared<T> compared) {
        for (T was : old) {
            String name = kind.name.apply(was);
            var same = find(kind, fresh, name);
            if (same.isEmpty()) {
                var gone = Change.looser(name, kind.rule, "no longer asked: " + kind.text.apply(was), alone);
                changes.add(gone.weighed(kind.severity.apply(was), Severity.FAIL));
            } else {
                changed(kind, was, same.get(), compared);
            }
        }
        for (T is : fresh) {
            String name = kind.name.apply(is);
            if (find(kind, old, name).isEmpty()) {
                var added = Change.tighter(name, kind.rule, "asked now: " + kind.text.apply(is), alone);
                changes.add(added.weighed(Severity.FAIL, kind.severity.apply(is)));
            }
        }
    }

    private static <T> Optional<T> find(Kind<T> kind, List<T> rules, String name) {
        return rules.stream().filter(rule -> kind.name.apply(rule).equals(name)).findFirst();
    }

    private <T> void changed(Kind<T> kind, T was, T is, Compared<T> compared) {
        String name = kind.name.apply(was);
        var old = kind.severity.apply(was);
        var now = kind.severity.apply(is);
        if (!kind.text.apply(was).equals(kind.text.apply(is))) {
            var impacts = compared.of(was, is);
            String what = "changed from %s to %s".formatted(kind.text.apply(was), kind.text.apply(is));
            changes.add(new Change(name, kind.rule, what, impacts.producers, impacts.consumers).weighed(old, now));
        }
        Change.severity(name, old, now).ifPresent(changes::add);
    }

    private static String shown(Map<String, String> map) {
        return map.isEmpty() ? "" : " " + map;
    }

    /** Whether some data keep the second map, or what the data say where it is empty, and not the first. */
    private static boolean asksMore(Map<String, String> first, Map<String, String> second) {
        return first.isEmpty()
                ? !second.isEmpty()
                : first.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(second.get(entry.getKey())));
    }

    private static String shown(Relation relation) {
        String range = relation.kind() == Relation.Kind.CORRELATION
                ? " in [%s, %s]"
                        .formatted(
                                Limits.end(relation.between().min()),
                                Limits.end(relation.between().max()))
                : "";
        return "%s of %s and %s%s"
                .formatted(relation.kind().name().toLowerCase(Locale.ROOT), relation.x(), relation.y(), range);
    }

    private static Impacts impacts(Relation was, Relation is) {
        boolean same =
                was.kind() == is.kind() && was.x().equals(is.x()) && was.y().equals(is.y());
        if (!same) {
            return both(Impact.MAY);
        }
        var old = was.between();
        var now = is.between();
        return new Impacts(
                Impact.of(old.min() < now.min() || old.max() > now.max()),
                Impact.of(now.min() < old.min() || now.max() > old.max()));
    }

    private void duplicates() {
        var was = before.duplicates();
        var is = after.duplicates();
        if (was != is) {
            String what = "rows that come twice: from %s to %s".formatted(label(was), label(is));
            changes.add(new Change(
                    "", "duplicates", what, Impact.of(is == Duplicates.REFUSE), Impact.of(was == Duplicates.REFUSE)));
        }
    }

    private static String label(Duplicates duplicates) {
        return duplicates.name().toLowerCase(Locale.ROOT);
    }

    private void rows() {
        var was = before.rows();
        var is = after.rows();
        if (was.min() != is.min() || was.max() != is.max()) {
            changes.add(new Change(
                            "",
                            "rows",
                            "number of rows: from %s to %s".formatted(shown(was), shown(is)),
                            Impact.of(was.min() < is.min() || was.max() > is.max()),
                            Impact.of(is.min() < was.min() || is.max() > was.max()))
                    .weighed(was.severity(), is.severity()));
        }
        if (!was.isAny() && !is.isAny()) {
            Change.severity("", was.severity(), is.severity()).ifPresent(changes::add);
        }
    }

    private static String shown(Size size) {
        return size.min() == 0 && size.max() == Long.MAX_VALUE
                ? "any"
                : "[%d, %s]".formatted(size.min(), size.max() == Long.MAX_VALUE ? "any" : Long.toString(size.max()));
    }
}
