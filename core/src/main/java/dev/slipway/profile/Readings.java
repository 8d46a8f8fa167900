package dev.slipway.profile;

import dev.slipway.profile.Evidence.Reading;
import dev.slipway.profile.Misfits.Misfit;
import dev.slipway.table.Column;
import dev.slipway.table.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the texts of a column can be read as, while it is found out. For one thread. */
final class Readings {
    private static final int INTEGER = 1;
    private static final int NUMBER = 2;
    private static final int BOOLEAN = 4;
    private static final int TIMESTAMP = 8;
    private static final int ALL = INTEGER | NUMBER | BOOLEAN | TIMESTAMP;
    /* A text that may stand for a missing value is no misfit of any type. */
    private static final int NO_VOTE = 16;

    private final byte[] read;
    private final long[] counts = new long[ALL + 1];
    private final SortedMap<String, Seen> nullLike = new TreeMap<>();
    private long padded;
    private long blank;
    private long moment;
    private int misfits;

    Readings(int entries) {
        read = new byte[entries];
    }

    /** @return the text as a number; {@code NaN} where it is none */
    double add(int entry, String text, boolean hasBlank, long times, long first) {
        double number = NumberText.number(text);
        boolean isNumber = !Double.isNaN(number);
        moment = isNumber ? TimestampText.NONE : TimestampText.micros(text);
        int is = isNumber ? NUMBER | (NumberText.isInteger(text) ? INTEGER : 0) : 0;
        is |= TruthText.isTrue(text) || TruthText.isFalse(text) ? BOOLEAN : 0;
        is |= moment == TimestampText.NONE ? 0 : TIMESTAMP;
        for (int type = INTEGER; type <= TIMESTAMP; type <<= 1) {
            counts[type] += (is & type) == 0 ? 0 : times;
        }
        if (isNumber) {
            padded += NumberText.isPadded(text) ? times : 0;
        } else {
            blank += hasBlank ? times : 0;
            if (NullLike.is(text)) {
                is |= NO_VOTE;
                nullLike.merge(text, new Seen(times, first), Seen::merge);
            }
        }
        read[entry] = (byte) is;
        misfits |= (is & NO_VOTE) != 0 ? 0 : ALL & ~is;
        return number;
    }

    /** What the last text means as microseconds since 1970; {@link TimestampText#NONE} where it is no moment. */
    long moment() {
        return moment;
    }

    Evidence evidence(Column column, Entries entries, Origins origins) {
        return new Evidence(
                reading(INTEGER, column, entries, origins),
                reading(NUMBER, column, entries, origins),
                reading(BOOLEAN, column, entries, origins),
                reading(TIMESTAMP, column, entries, origins),
                padded,
                blank,
                nullLike);
    }

    private Reading reading(int type, Column column, Entries entries, Origins origins) {
        List<Misfit> first = new ArrayList<>();
        for (int row = 0; (misfits & type) != 0 && row < column.size() && first.size() < Misfits.KEPT; row++) {
            int entry = entries.entry(row);
            String text = entry < 0 ? "" : column.text(row);
            if (!text.isEmpty() && (read[entry] & (type | NO_VOTE)) == 0) {
                first.add(new Misfit(origins.record(row), text));
            }
        }
        return new Reading(counts[type], new Misfits(first));
    }
}
