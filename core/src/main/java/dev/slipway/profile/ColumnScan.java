package dev.slipway.profile;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.slipway.statistic.Distinct;
import dev.slipway.statistic.Distribution;
import dev.slipway.statistic.Moments;
import dev.slipway.statistic.Timeline;
import dev.slipway.table.Column;
import dev.slipway.table.ColumnType;
import dev.slipway.table.NumberColumn;
import dev.slipway.table.Origins;
import dev.slipway.table.TextColumn;
import dev.slipway.table.TimestampColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One pass over one column. What is said of a value is said of all rows that have it, so a value that comes again is looked at
 * once. For one thread, once.
 */
final class ColumnScan {
    private static final Hasher64 HASH = Hashing.rapidhashV3();

    private final Column column;
    private final Origins origins;
    private final Capacity capacity;
    private final Entries entries;
    private final long[] times;
    private final long[] firsts;
    private final long[] hashes;
    private final boolean[] empty;
    private final Extremes.End smallest = Extremes.End.smallest();
    private final Extremes.End largest = Extremes.End.largest();
    private final Map<String, Seen> values = new HashMap<>();
    private final Readings readings;
    private final TextScan texts = new TextScan();
    private final double[] numbers;
    private final long[] numberTimes;
    private final long[] moments;
    private final long[] momentTimes;
    private int numeric;
    private int timed;
    private long present;

    private ColumnScan(Column column, Origins origins, Capacity capacity) {
        this.column = column;
        this.origins = origins;
        this.capacity = capacity;
        entries = Entries.of(column);
        times = entries.counts();
        firsts = entries.firstRecords(origins);
        hashes = new long[entries.size()];
        empty = new boolean[entries.size()];
        readings = new Readings(entries.size());
        numbers = new double[entries.size()];
        numberTimes = new long[entries.size()];
        moments = new long[entries.size()];
        momentTimes = new long[entries.size()];
    }

    /** What is in the rows of this column, which have these origins. */
    static ColumnProfile of(Column column, Origins origins, Capacity capacity) {
        return new ColumnScan(column, origins, capacity).scan();
    }

    private ColumnProfile scan() {
        for (int entry = 0; entry < entries.size(); entry++) {
            if (column.type().textual()) {
                text(entry);
            } else {
                typed(entry);
            }
        }
        return profile();
    }

    private void text(int entry) {
        String text = column.text(entries.row(entry));
        empty[entry] = text.isEmpty();
        if (empty[entry]) {
            return;
        }
        present += times[entry];
        hashes[entry] = HASH.hashCharsToLong(text);
        if (values.size() <= ValueCounts.MOST) {
            count(text, entry);
        }
        boolean blank = texts.add(text, times[entry]);
        if (column instanceof TextColumn) {
            double number = readings.add(entry, text, blank, times[entry], firsts[entry]);
            if (!Double.isNaN(number)) {
                number(number, entry);
            } else if (readings.moment() != TimestampText.NONE) {
                moment(readings.moment(), entry);
            }
        }
    }

    private void typed(int entry) {
        int row = entries.row(entry);
        present += times[entry];
        hashes[entry] = column.type() == ColumnType.BOOLEAN
                ? (long) column.number(row)
                : Entries.identity(column).applyAsLong(row) * 0x9E3779B97F4A7C15L;
        if (entries.size() <= ValueCounts.MOST) {
            count(canonical(row), entry);
        }
        if (column instanceof TimestampColumn timestamps) {
            moment(timestamps.at(row), entry);
            number((double) timestamps.at(row), entry);
        } else {
            number(column.number(row), entry);
        }
    }

    private void moment(long micros, int entry) {
        moments[timed] = micros;
        momentTimes[timed++] = times[entry];
    }

    /* Zero has two signs and one text. */
    private String canonical(int row) {
        return column instanceof NumberColumn numbersOfColumn && numbersOfColumn.at(row) == 0
                ? Double.toString(0)
                : column.text(row);
    }

    private void number(double number, int entry) {
        if (Double.isFinite(number)) {
            numbers[numeric] = number;
            numberTimes[numeric++] = times[entry];
            smallest.add(number, times[entry], firsts[entry]);
            largest.add(number, times[entry], firsts[entry]);
        }
    }

    private void count(String text, int entry) {
        values.merge(text, new Seen(times[entry], firsts[entry]), Seen::merge);
    }

    private ColumnProfile profile() {
        boolean isText = column instanceof TextColumn;
        double[] all = Arrays.copyOf(numbers, numeric);
        long[] weights = Arrays.copyOf(numberTimes, numeric);
        boolean single = entries.size() == present;
        boolean isTime = column instanceof TimestampColumn;
        long[] sorted = presentHashes();
        Arrays.sort(sorted);
        return new ColumnProfile(
                column.name(),
                column.type(),
                column.size(),
                column.size() - present,
                firstMissing(),
                isText ? readings.evidence(column, entries, origins) : Evidence.NONE,
                single ? Moments.of(all) : Moments.weighted(all, weights),
                new Extremes(smallest.list(), largest.list()),
                counts(),
                texts.lengths(),
                texts.patterns(),
                isTime ? Distribution.of(capacity.distinct()) : distribution(single, all, weights),
                Timeline.weighted(
                        capacity.distinct(), Arrays.copyOf(moments, timed), Arrays.copyOf(momentTimes, timed)),
                Distinct.of(capacity.distinct(), sorted),
                keys(sorted));
    }

    private Distribution distribution(boolean single, double[] all, long... weights) {
        return single
                ? Distribution.of(capacity.distinct(), all)
                : Distribution.weighted(capacity.distinct(), all, weights);
    }

    private ValueCounts counts() {
        boolean many = values.size() > ValueCounts.MOST || (values.isEmpty() && present > 0);
        SortedMap<String, Seen> sorted = many ? new TreeMap<>() : new TreeMap<>(values);
        return many ? ValueCounts.MANY : new ValueCounts(true, sorted);
    }

    private List<Long> firstMissing() {
        if (present == column.size()) {
            return List.of();
        }
        return IntStream.range(0, column.size())
                .filter(row -> isMissing(entries.entry(row)))
                .mapToLong(origins::record)
                .sorted()
                .limit(ColumnProfile.MISSING_KEPT)
                .boxed()
                .toList();
    }

    private boolean isMissing(int entry) {
        return entry < 0 || empty[entry];
    }

    private long[] presentHashes() {
        return IntStream.range(0, hashes.length)
                .filter(entry -> !empty[entry])
                .mapToLong(entry -> hashes[entry])
                .toArray();
    }

    private Keys keys(long... sorted) {
        long repeats = present - Distinct.among(sorted);
        if (present > capacity.keys() || repeats > Keys.MOST) {
            return Keys.tooMany(capacity.keys(), present);
        }
        int size = Math.toIntExact(present);
        long[] hashOfRow = new long[size];
        long[] records = new long[size];
        int at = 0;
        for (int row = 0; row < column.size(); row++) {
            int entry = entries.entry(row);
            if (!isMissing(entry)) {
                hashOfRow[at] = hashes[entry];
                records[at++] = origins.record(row);
            }
        }
        return Keys.of(capacity.keys(), repeats, hashOfRow, records);
    }
}
