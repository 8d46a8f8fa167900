package dev.slipway.contract;

import dev.slipway.engine.Mergeable;
import dev.slipway.profile.Profile;
import dev.slipway.source.Unreadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a contract says of some rows, in bounded memory: exact numbers, and the first findings of each group.
 *
 * @param source the least name of those the rows came from; empty before any came
 * @param first of the records that could not be read
 * @param about findings about whole columns of one source, each once
 * @param nulls cells without a value, for each checked column
 * @param keys hashes of the rows, for each key
 * @param pairs hashes of what goes with what, for each dependency without a map
 * @param profile of the columns whose distribution is asked for
 * @param latest for each rule of freshness, the latest moment in microseconds; {@link Long#MIN_VALUE} for none
 */
record CheckState(
        String source,
        long rows,
        long bad,
        long unreadable,
        List<Unreadable> first,
        SortedMap<Group.Key, Group> groups,
        List<Finding> about,
        List<Long> nulls,
        List<HashBag> keys,
        List<HashPairs> pairs,
        List<RelationState> relations,
        List<Long> latest,
        Profile profile)
        implements Mergeable<CheckState> {
    /** So many records that could not be read are named; about so many whole columns there are findings. */
    static final int KEPT = 1_000;

    static final CheckState EMPTY = new CheckState(
            "",
            0,
            0,
            0,
            List.of(),
            Collections.emptySortedMap(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Profile.EMPTY);

    private static final Comparator<Unreadable> BY_RECORD =
            Comparator.comparing(Unreadable::source).thenComparingLong(Unreadable::record);
    private static final Comparator<Finding> BY_COLUMN = Finding.BY_ROW
            .thenComparing(Finding::source)
            .thenComparing((Finding finding) -> finding.column().name())
            .thenComparing(Finding::note);

    static List<Unreadable> firstOf(Stream<Unreadable> records) {
        return records.sorted(BY_RECORD).limit(KEPT).toList();
    }

    @Override
    public CheckState merge(CheckState other) {
        if (source.isEmpty() || other.source.isEmpty()) {
            return source.isEmpty() ? other : this;
        }
        var allGroups = new TreeMap<>(groups);
        other.groups.forEach((key, group) -> allGroups.merge(key, group, Group::merge));
        var allAbout = new TreeSet<>(BY_COLUMN);
        allAbout.addAll(about);
        allAbout.addAll(other.about);
        return new CheckState(
                source.compareTo(other.source) <= 0 ? source : other.source,
                rows + other.rows,
                bad + other.bad,
                unreadable + other.unreadable,
                firstOf(Stream.concat(first.stream(), other.first.stream())),
                allGroups,
                allAbout.stream().limit(KEPT).toList(),
                zip(nulls, other.nulls, Long::sum),
                zip(keys, other.keys, HashBag::merge),
                zip(pairs, other.pairs, HashPairs::merge),
                zip(relations, other.relations, RelationState::merge),
                zip(latest, other.latest, Math::max),
                profile.merge(other.profile));
    }

    private static <T> List<T> zip(List<T> some, List<T> others, BinaryOperator<T> merge) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> merge.apply(some.get(i), others.get(i)))
                .toList();
    }

    /** The groups of findings of single rows, in order of their keys. */
    static SortedMap<Group.Key, Group> groups(List<Finding> findings) {
        var lists = new TreeMap<Group.Key, List<Finding>>();
        findings.forEach(finding -> lists.computeIfAbsent(Group.Key.of(finding), key -> new ArrayList<>())
                .add(finding));
        var groups = new TreeMap<Group.Key, Group>();
        lists.forEach((key, list) -> groups.put(key, Group.of(key, list)));
        return groups;
    }

    private Object readResolve() {
        return source.isEmpty() ? EMPTY : this;
    }
}
