package dev.slipway.likeness;

import dev.slipway.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what marked rows have in common: rows with the worst errors, or rows whose answer flipped.
 *
 * <p>Every {@linkplain Traits simple condition} is tried, and every pair of the sixty that say most. A group is told of only
 * if blind chance would hardly put so many marks on any of all the groups that were looked at: the hypergeometric
 * probability times their number (Bonferroni) stays below the level. A pair has to say more than either of its halves, and
 * a group that has most of its marked rows in common with one told before is passed over. The same rows give the same
 * groups.
 *
 * @param most how many groups are told, the least likely by chance first
 * @param smallest how many rows a group has at least
 * @param level how likely chance may be, at most
 */
public record SharedConditions(int most, int smallest, double level) {
    private static final int KEPT = 60;
    private static final double OVERLAP = 0.5;

    /** At most eight groups of at least ten rows and one row in a hundred, at the level of one in twenty. */
    public static SharedConditions defaults(int rows) {
        return new SharedConditions(8, Math.max(10, rows / 100), 0.05);
    }

    /** A trait with its figures; {@code chance} not yet multiplied. */
    private record Tried(Trait trait, int size, int hits, double chance) {}

    private static final Comparator<Tried> BY_CHANCE = Comparator.comparingDouble(Tried::chance)
            .thenComparing(each -> -each.size())
            .thenComparing(each -> each.trait().text());

    /** The groups, the least likely by chance first; none where nothing is marked, or everything is. */
    public List<Group> of(Table table, BitSet marked) {
        int rows = table.rows();
        int marks = marked.cardinality();
        if (marks == 0 || marks == rows) {
            return List.of();
        }
        var deal = new BlindDeal(rows, marks);
        var singles = new Best();
        Traits.of(table, smallest, trait -> singles.add(tried(trait, marked, deal)));
        var pairs = new Best();
        addPairs(singles.kept(), marked, deal, pairs);
        var tried = new ArrayList<>(singles.kept());
        tried.addAll(pairs.kept());
        tried.sort(BY_CHANCE);
        return told(tried, singles.seen + pairs.seen, marked, deal);
    }

    /** The least likely by chance of all that were looked at; the others would fill the memory. */
    private static final class Best {
        private final List<Tried> kept = new ArrayList<>();
        private int seen;

        void add(Tried one) {
            seen++;
            offer(one);
        }

        void offer(Tried one) {
            kept.add(one);
            if (kept.size() > 2 * KEPT) {
                kept.sort(BY_CHANCE);
                kept.subList(KEPT, kept.size()).clear();
            }
        }

        List<Tried> kept() {
            kept.sort(BY_CHANCE);
            return List.copyOf(kept.subList(0, Math.min(KEPT, kept.size())));
        }
    }

    private static Tried tried(Trait trait, BitSet marked, BlindDeal deal) {
        int size = trait.size();
        int hits = trait.among(marked);
        return new Tried(trait, size, hits, deal.atLeast(size, hits));
    }

    private void addPairs(List<Tried> singles, BitSet marked, BlindDeal deal, Best pairs) {
        for (int one = 0; one < singles.size(); one++) {
            for (int other = one + 1; other < singles.size(); other++) {
                var left = singles.get(one);
                var right = singles.get(other);
                var both = left.trait().and(right.trait());
                int size = both.size();
                if (size >= smallest && size < Math.min(left.size(), right.size())) {
                    pairs.seen++;
                    var pair = tried(both, marked, deal);
                    if (saysMore(pair, left, deal) && saysMore(pair, right, deal)) {
                        pairs.offer(pair);
                    }
                }
            }
        }
    }

    /** Whether even the lower end of the pair's lift is above that of its half. */
    private static boolean saysMore(Tried pair, Tried half, BlindDeal deal) {
        return deal.bound(pair.size(), pair.hits(), -1) > deal.lift(half.size(), half.hits());
    }

    private List<Group> told(List<Tried> tried, int looked, BitSet marked, BlindDeal deal) {
        var groups = new ArrayList<Group>();
        var seen = new ArrayList<BitSet>();
        for (var each : tried) {
            double chance = Math.min(1, each.chance() * looked);
            var hit = Trait.both(each.trait().rows(), marked);
            if (groups.size() == most || !(chance <= level)) {
                break;
            }
            if (seen.stream().noneMatch(before -> alike(before, hit))) {
                seen.add(hit);
                groups.add(new Group(
                        each.trait().conditions(),
                        each.size(),
                        each.hits(),
                        deal.lift(each.size(), each.hits()),
                        deal.bound(each.size(), each.hits(), -1),
                        deal.bound(each.size(), each.hits(), 1),
                        chance));
            }
        }
        return List.copyOf(groups);
    }

    /** Whether half of the marked rows of both, or more, are marked rows of each. */
    private static boolean alike(BitSet before, BitSet hit) {
        var either = (BitSet) before.clone();
        either.or(hit);
        return Trait.both(before, hit).cardinality() >= OVERLAP * either.cardinality();
    }
}
