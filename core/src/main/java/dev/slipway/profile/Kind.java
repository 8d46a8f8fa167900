package dev.slipway.profile;

import dev.slipway.table.ColumnType;

/*
 * The rules of thumb. The first of integer, number, boolean, timestamp that all present values read as but 1 %; a single misfit
 * is forgiven from 20 values on. Texts such as NA do not vote. Digits with a leading zero are words. Words are a category where at
 * most 50 are distinct and at most 5 % of the rows, or in small files at most 10 that come twice on average.
 */
/** What a column of texts looks like. */
final class Kind {
    private static final int FEW = 20;
    private static final int SHARE = 100;
    private static final int MOST_WORDS = 50;

    private Kind() {}

    static ColumnType of(ColumnProfile seen) {
        if (seen.type() != ColumnType.TEXT) {
            return seen.type();
        }
        var evidence = seen.evidence();
        long voting = seen.present() - evidence.nullLikeCount();
        if (voting == 0) {
            return ColumnType.TEXT;
        }
        if (fits(evidence.numbers().count(), voting)) {
            boolean fractions = evidence.integers().count() < evidence.numbers().count() && !onlyTooLong(seen, voting);
            return evidence.padded() > 0 ? words(seen, voting) : fractions ? ColumnType.NUMBER : ColumnType.INTEGER;
        }
        if (fits(evidence.booleans().count(), voting)) {
            return ColumnType.BOOLEAN;
        }
        return fits(evidence.timestamps().count(), voting) ? ColumnType.TIMESTAMP : words(seen, voting);
    }

    private static boolean fits(long count, long voting) {
        long misfits = voting - count;
        return misfits * SHARE <= voting || (misfits == 1 && voting >= FEW);
    }

    /** Whether the numbers that are no 64-bit integers are whole all the same, and few: too many digits, not fractions. */
    private static boolean onlyTooLong(ColumnProfile seen, long voting) {
        var evidence = seen.evidence();
        long others = evidence.numbers().count() - evidence.integers().count();
        long tooLong = evidence.integers().misfits().first().stream()
                .filter(misfit -> misfit.value().matches("-?[0-9]{19,}"))
                .count();
        return others == tooLong && fits(evidence.integers().count(), voting);
    }

    private static ColumnType words(ColumnProfile seen, long voting) {
        int distinct = seen.values().values().size();
        boolean often = distinct * 20L <= seen.rows() || distinct <= Math.min(10, voting / 2);
        return seen.values().exact() && distinct <= MOST_WORDS && often ? ColumnType.CATEGORY : ColumnType.TEXT;
    }
}
