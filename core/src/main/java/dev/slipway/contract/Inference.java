package dev.slipway.contract;

import dev.slipway.contract.Inferred.Remark;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.profile.Evidence;
import dev.slipway.profile.Extremes.Extreme;
import dev.slipway.profile.Keys.Repeat;
import dev.slipway.profile.Misfits.Misfit;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Rounded;
import dev.slipway.table.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/*
 * The rules of thumb, in one place. They aim at this: data that is clean keeps the contract inferred from it, a few broken
 * cells do not bend it, and whatever was left out is said.
 *
 * Type     What the column looks like (ColumnProfile.kind).
 * Set      All words, except slips of the pen of a far more frequent word (Spellings).
 * Range    Observed, a tenth wider, rounded outward (Rounded); as it is for up to three distinct whole numbers, which are
 *          codes. Up to 0.1 % of the rows (at least one) may lie beyond a gap wider than all the rest: they stay outside.
 * Missing  0 where nothing is missing, or so little (0.1 % of the rows) that it looks like a slip: those rows are named. Else
 *          two points more than observed, rounded up to 0.05.
 * Unique   Never missing, at most 0.1 % repeated, from 20 rows on; words without blanks, or whole numbers that are dense,
 *          many or named like a key.
 */
/** Reads a contract off a profile of texts or of typed columns. For one thread, once. */
final class Inference {
    private static final int FEW = 20;
    private static final int RARE = 1_000;
    private static final int NAMED = 5;
    private static final int SHOWN = 60;
    private static final Pattern KEY_NAME = Pattern.compile(
            "(?i)(.*[_\\- ])?(id|key|no|nr|number|code|uuid|index)|.*[a-z](Id|ID|Key|No|Nr|Number|Code)");

    private final String name;
    private final Profile profile;
    private final List<Remark> remarks = new ArrayList<>();

    Inference(String name, Profile profile) {
        this.name = name;
        this.profile = profile;
    }

    Inferred inferred() {
        var columns = profile.columns().stream().map(this::column).toList();
        return new Inferred(new Contract(name, Extra.REFUSE, columns), remarks);
    }

    private ContractColumn column(ColumnProfile seen) {
        var type = type(seen);
        var column = ContractColumn.of(seen.name(), type).withMissing(missing(seen));
        if (seen.present() == 0) {
            remark(seen, "no row has a value");
            return column;
        }
        nullLike(seen, type);
        if (type == ColumnType.NUMBER || type == ColumnType.INTEGER) {
            var range = range(seen, type == ColumnType.INTEGER);
            column = column.withRange(range.min(), range.max());
        }
        if (type == ColumnType.CATEGORY) {
            column = column.withSet(words(seen));
        }
        return column.withUnique(isKey(seen, type));
    }

    private void remark(ColumnProfile seen, String text) {
        remarks.add(new Remark(seen.name(), text));
    }

    private static String quoted(String value) {
        return "'" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + "'";
    }

    // ---- type

    private ColumnType type(ColumnProfile seen) {
        var type = seen.kind();
        if (seen.type() != ColumnType.TEXT) {
            return type;
        }
        var evidence = seen.evidence();
        long voting = seen.present() - evidence.nullLikeCount();
        switch (type) {
            case NUMBER -> misfits(seen, evidence.numbers(), voting, "number");
            case INTEGER -> misfits(seen, evidence.integers(), voting, "number");
            case BOOLEAN -> misfits(seen, evidence.booleans(), voting, "boolean");
            case TIMESTAMP -> misfits(seen, evidence.timestamps(), voting, "date or time");
            case CATEGORY, TEXT -> padded(seen, voting);
            case VECTOR -> throw type.notOfData();
        }
        return type;
    }

    private void padded(ColumnProfile seen, long voting) {
        var evidence = seen.evidence();
        if (evidence.padded() > 0 && evidence.numbers().count() * 2 > voting) {
            remark(seen, "some numbers have leading zeros, so they are kept as they are written");
        }
    }

    private void misfits(ColumnProfile seen, Evidence.Reading reading, long voting, String what) {
        long misfits = voting - reading.count();
        if (misfits > 0) {
            remark(
                    seen,
                    "%d of %d values are no %s and will be named: %s"
                            .formatted(
                                    misfits,
                                    seen.present(),
                                    what,
                                    list(reading.misfits().first(), misfits)));
        }
    }

    private static String list(List<Misfit> first, long all) {
        String named = first.stream()
                .limit(NAMED)
                .map(misfit -> "%s (row %d)".formatted(quoted(misfit.value()), misfit.record()))
                .collect(Collectors.joining(", "));
        return all > NAMED ? named + ", …" : named;
    }

    // ---- missing

    private double missing(ColumnProfile seen) {
        if (seen.missing() > 0 && seen.missing() * RARE <= seen.rows()) {
            remarks.add(new Remark(
                    seen.name(),
                    "%d of %d rows lack%s a value and will be named; if that is right, allow a share: missing: 0.05"
                            .formatted(seen.missing(), seen.rows(), seen.missing() == 1 ? "s" : "")));
            return 0;
        }
        if (seen.missing() == 0) {
            return 0;
        }
        double twentieths = StrictMath.ceil((seen.missingShare() + 0.02) * 20 - 1e-9);
        return Math.min(1, twentieths / 20);
    }

    private void nullLike(ColumnProfile seen, ColumnType type) {
        var tokens = seen.evidence().nullLike();
        if (tokens.isEmpty() || (type == ColumnType.TEXT && !seen.values().exact())) {
            return;
        }
        String named = tokens.entrySet().stream()
                .map(token -> "%s in %d %s (first in row %d)"
                        .formatted(
                                quoted(token.getKey()),
                                token.getValue().count(),
                                token.getValue().count() == 1 ? "row" : "rows",
                                token.getValue().record()))
                .collect(Collectors.joining(", "));
        var all = new ArrayList<>(ContractColumn.EMPTY_IS_NULL);
        all.addAll(tokens.keySet());
        remark(
                seen,
                "%s may mean a missing value; if so: null_tokens: %s, and a share of missing"
                        .formatted(
                                named,
                                all.stream()
                                        .map(token -> "\"" + token + "\"")
                                        .collect(Collectors.joining(", ", "[", "]"))));
    }

    // ---- range

    private Range range(ColumnProfile seen, boolean whole) {
        var smallest = seen.extremes().smallest();
        var largest = seen.extremes().largest();
        if (smallest.isEmpty()) {
            return Range.OPEN;
        }
        double min = smallest.get(0).value();
        double max = largest.get(0).value();
        var low = beyondGap(smallest, max, seen.rows());
        var high = low.isPresent() ? OptionalInt.empty() : beyondGap(largest, min, seen.rows());
        if (low.isPresent()) {
            outliers(seen, smallest.subList(0, low.getAsInt()));
            min = smallest.get(low.getAsInt()).value();
        }
        if (high.isPresent()) {
            outliers(seen, largest.subList(0, high.getAsInt()));
            max = largest.get(high.getAsInt()).value();
        }
        boolean codes = whole && seen.values().exact() && seen.values().values().size() <= 3;
        if (codes) {
            return new Range(min, max);
        }
        var rounded = Rounded.outward(min, max, whole);
        return new Range(rounded.low(), rounded.high());
    }

    /** How many distinct numbers of this end lie beyond a gap that is wider than everything up to the other end. */
    private static OptionalInt beyondGap(List<Extreme> end, double otherEnd, long rows) {
        long allowed = Math.max(1, rows / RARE);
        if (rows < FEW) {
            return OptionalInt.empty();
        }
        return IntStream.range(1, Math.max(1, end.size() - end.size() / 2))
                .filter(i -> Math.abs(end.get(i - 1).value() - end.get(i).value())
                        > Math.abs(end.get(i).value() - otherEnd))
                .filter(i -> end.subList(0, i).stream()
                                .mapToLong(extreme -> extreme.seen().count())
                                .sum()
                        <= allowed)
                .filter(i -> end.size() - i >= NAMED)
                .reduce((before, last) -> last);
    }

    private void outliers(ColumnProfile seen, List<Extreme> beyond) {
        String named = beyond.stream()
                .limit(NAMED)
                .map(extreme -> "%s (row %d)"
                        .formatted(
                                YamlText.number(extreme.value()), extreme.seen().record()))
                .collect(Collectors.joining(", "));
        remark(
                seen,
                "far from all others, left outside the range and will be named: " + named
                        + (beyond.size() > NAMED ? ", …" : ""));
    }

    // ---- set

    private List<String> words(ColumnProfile seen) {
        var slips = Spellings.slips(seen.values().values());
        var left = new HashSet<String>();
        for (var slip : slips) {
            left.add(slip.word());
            remark(
                    seen,
                    "%s (%d times, first in row %d) looks like %s (%d times); it is left out of the set and will be named"
                            .formatted(
                                    quoted(slip.word()),
                                    slip.seen().count(),
                                    slip.seen().record(),
                                    quoted(slip.meant()),
                                    slip.meantCount()));
        }
        return seen.values().values().keySet().stream()
                .filter(word -> !left.contains(word))
                .toList();
    }

    // ---- unique

    private boolean isKey(ColumnProfile seen, ColumnType type) {
        boolean candidate = seen.missing() == 0
                && seen.rows() >= FEW
                && (type == ColumnType.INTEGER
                        ? looksLikeNumbering(seen)
                        : type == ColumnType.TEXT && seen.evidence().blank() == 0);
        if (!candidate) {
            return false;
        }
        return seen.keys()
                .repeats()
                .filter(repeats -> (long) repeats.size() * RARE <= seen.rows())
                .map(repeats -> keep(seen, repeats))
                .orElse(false);
    }

    private static boolean looksLikeNumbering(ColumnProfile seen) {
        double span = seen.extremes().max() - seen.extremes().min();
        return span < 10.0 * seen.rows()
                || seen.rows() >= 10 * RARE
                || KEY_NAME.matcher(seen.name().toLowerCase(Locale.ROOT)).matches()
                || KEY_NAME.matcher(seen.name()).matches();
    }

    private boolean keep(ColumnProfile seen, List<Repeat> repeats) {
        if (!repeats.isEmpty()) {
            String named = repeats.stream()
                    .limit(NAMED)
                    .map(repeat -> "row %d as row %d".formatted(repeat.record(), repeat.first()))
                    .collect(Collectors.joining(", "));
            remark(
                    seen,
                    "looks like a key, but %d %s a value and will be named: %s%s"
                            .formatted(
                                    repeats.size(),
                                    repeats.size() == 1 ? "row repeats" : "rows repeat",
                                    named,
                                    repeats.size() > NAMED ? ", …" : ""));
        }
        return true;
    }
}
