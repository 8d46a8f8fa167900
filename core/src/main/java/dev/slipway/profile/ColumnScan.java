package dev.slipway.profile;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.slipway.profile.Evidence.Reading;
import dev.slipway.profile.Misfits.Misfit;
import dev.slipway.statistic.Moments;
import dev.slipway.table.Column;
import dev.slipway.table.Origins;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pass over one column. For one thread, once. */
final class ColumnScan {
    private static final Hasher64 HASH = Hashing.rapidhashV3();

    private final Column column;
    private final Origins origins;
    private final long[] hashes;
    private final long[] records;
    private final double[] numbers;
    private final Extremes.End smallest = Extremes.End.smallest();
    private final Extremes.End largest = Extremes.End.largest();
    private final Map<String, long[]> counts = new HashMap<>();
    private final Map<String, long[]> nullLike = new HashMap<>();
    private final Tally integers = new Tally();
    private final Tally decimals = new Tally();
    private final Tally booleans = new Tally();
    private final Tally timestamps = new Tally();
    private int present;
    private int numeric;
    private boolean many;
    private long padded;
    private long blank;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private long total;

    /** How many texts are of a type, and the first that are not. */
    private static final class Tally {
        private final List<Misfit> misfits = new ArrayList<>();
        private long count;

        void add(boolean fits, boolean counts, long record, String text) {
            if (fits) {
                count++;
            } else if (counts && misfits.size() < Misfits.KEPT) {
                misfits.add(new Misfit(record, text));
            }
        }

        Reading reading() {
            return new Reading(count, new Misfits(misfits));
        }
    }

    private ColumnScan(Column column, Origins origins) {
        this.column = column;
        this.origins = origins;
        hashes = new long[column.size()];
        records = new long[column.size()];
        numbers = new double[column.size()];
    }

    /** What is in the rows of this column, which have these origins. */
    static ColumnProfile of(Column column, Origins origins) {
        return new ColumnScan(column, origins).scan();
    }

    private ColumnProfile scan() {
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text.isEmpty()) {
                continue;
            }
            long record = origins.record(row);
            if (column instanceof TextColumn) {
                read(text, record);
            } else if (column instanceof TimestampColumn moments) {
                number((double) moments.at(row), record);
            } else if (column.type().numeric()) {
                number(column.number(row), record);
            }
            count(text, record);
        }
        return profile();
    }

    private void read(String text, long record) {
        double number = NumberText.number(text);
        boolean isNumber = !Double.isNaN(number);
        boolean isInteger = isNumber && NumberText.isInteger(text);
        boolean counts = isNumber || !NullLike.is(text);
        integers.add(isInteger, counts, record, text);
        decimals.add(isNumber, counts, record, text);
        booleans.add(TruthText.isTrue(text) || TruthText.isFalse(text), counts, record, text);
        timestamps.add(TimestampText.micros(text) != TimestampText.NONE, counts, record, text);
        if (!counts) {
            count(nullLike, text, record);
        }
        if (isNumber) {
            padded += NumberText.isPadded(text) ? 1 : 0;
            number(number, record);
        } else {
            blank += text.chars().anyMatch(Character::isWhitespace) ? 1 : 0;
        }
        shortest = Math.min(shortest, text.length());
        longest = Math.max(longest, text.length());
        total += text.length();
    }

    private void number(double number, long record) {
        if (Double.isFinite(number)) {
            numbers[numeric++] = number;
            smallest.add(number, record);
            largest.add(number, record);
        }
    }

    private void count(String text, long record) {
        hashes[present] = HASH.hashCharsToLong(text);
        records[present++] = record;
        if (!many) {
            count(counts, text, record);
            many = counts.size() > ValueCounts.MOST;
        }
    }

    private static void count(Map<String, long[]> counts, String text, long record) {
        var seen = counts.get(text);
        if (seen == null) {
            counts.put(text, new long[] {1, record});
        } else {
            seen[0]++;
            seen[1] = Math.min(seen[1], record);
        }
    }

    private ColumnProfile profile() {
        var evidence = new Evidence(
                integers.reading(),
                decimals.reading(),
                booleans.reading(),
                timestamps.reading(),
                padded,
                blank,
                sorted(nullLike));
        boolean texts = column instanceof TextColumn;
        return new ColumnProfile(
                column.name(),
                column.type(),
                column.size(),
                column.size() - (long) present,
                texts ? evidence : Evidence.NONE,
                Moments.of(Arrays.copyOf(numbers, numeric)),
                new Extremes(smallest.list(), largest.list()),
                many ? ValueCounts.MANY : new ValueCounts(true, sorted(counts)),
                texts && present > 0 ? new Lengths(present, shortest, longest, total) : Lengths.NONE,
                Keys.of(Arrays.copyOf(hashes, present), Arrays.copyOf(records, present)));
    }

    private static SortedMap<String, Seen> sorted(Map<String, long[]> counts) {
        var sorted = new TreeMap<String, Seen>();
        counts.forEach((text, seen) -> sorted.put(text, new Seen(seen[0], seen[1])));
        return sorted;
    }
}
