package dev.slipway.explain;

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
    private static final int PAIRED = 60;
    private static final double OVERLAP = 0.5;

    /** At most eight groups of at least ten rows and one row in a hundred, at the level of one in twenty. */
    public static SharedConditions defaults(int rows) {
        return new SharedConditions(8, Math.max(10, rows / 100), 0.05);
    }

    /** A trait with its figures; {@code chance} not yet multiplied. */
    private record Tried(Trait trait, int size, int hits, double chance) {}

    /** The groups, the least likely by chance first; none where nothing is marked, or everything is. */
    public List<Group> of(Table table, BitSet marked) {
        int rows = table.rows();
        int marks = marked.cardinality();
        if (marks == 0 || marks == rows) {
            return List.of();
        }
        var deal = new BlindDeal(rows, marks);
        var tried = new ArrayList<Tried>();
        Traits.of(table, smallest).forEach(trait -> tried.add(tried(trait, marked, deal)));
        tried.sort(byChance());
        var pairs = pairs(tried.subList(0, Math.min(tried.size(), PAIRED)), marked, deal);
        int looked = tried.size() + pairs.size();
        pairs.stream().filter(pair -> saysMore(pair, tried, deal)).forEach(tried::add);
        tried.sort(byChance());
        return told(tried, looked, marked, deal);
    }

    private static Comparator<Tried> byChance() {
        return Comparator.comparingDouble(Tried::chance)
                .thenComparing(each -> -each.size())
                .thenComparing(each -> each.trait().text());
    }

    private static Tried tried(Trait trait, BitSet marked, BlindDeal deal) {
        int size = trait.size();
        int hits = trait.among(marked);
        return new Tried(trait, size, hits, deal.atLeast(size, hits));
    }

    private List<Tried> pairs(List<Tried> singles, BitSet marked, BlindDeal deal) {
        var pairs = new ArrayList<Tried>();
        for (int one = 0; one < singles.size(); one++) {
            for (int other = one + 1; other < singles.size(); other++) {
                var both = singles.get(one).trait().and(singles.get(other).trait());
                int size = both.size();
                if (size >= smallest && size < Math.min(singles.get(one).size(), singles.get(other).size())) {
                    pairs.add(tried(both, marked, deal));
                }
            }
        }
        return pairs;
    }

    /** Whether even the lower end of its lift is above the lifts of its halves. */
    private static boolean saysMore(Tried pair, List<Tried> singles, BlindDeal deal) {
        double low = deal.bound(pair.size(), pair.hits(), -1);
        return singles.stream()
                .filter(single -> pair.trait().conditions().containsAll(single.trait().conditions()))
                .allMatch(single -> low > deal.lift(single.size(), single.hits()));
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
