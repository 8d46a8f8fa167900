package dev.slipway.portrait;

import dev.slipway.association.Sample;
import dev.slipway.portrait.Samples.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses example rows: as if by chance, and the same every time. */
final class SampleRows {
    private SampleRows() {}

    /**
     * So many rows by the smallest hash of where they came from. With a column, its values take turns, the most frequent first,
     * so that rare ones are seen too.
     */
    static Samples of(Sample sample, int rows, Optional<String> by) {
        var order = IntStream.range(0, sample.size())
                .boxed()
                .sorted(Comparator.comparingLong(row -> hash(sample, row)))
                .toList();
        var chosen = by.map(column -> inTurns(sample, order, sample.column(column), rows))
                .orElseGet(() -> order.subList(0, Math.min(rows, order.size())));
        var all = IntStream.range(0, sample.names().size()).boxed().toList();
        return new Samples(
                sample.names(),
                chosen.stream()
                        .map(row -> new Row(
                                by.map(column -> sample.text(row, sample.column(column)))
                                        .orElse(""),
                                sample.origin(row).record(),
                                all.stream()
                                        .map(column -> sample.text(row, column))
                                        .toList()))
                        .toList());
    }

    /** The finaliser of SplitMix64 over where the row came from. */
    private static long hash(Sample sample, int row) {
        var origin = sample.origin(row);
        long mixed = origin.source().hashCode() * 0x9E37_79B9_7F4A_7C15L + origin.record();
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static List<Integer> inTurns(Sample sample, List<Integer> order, int column, int rows) {
        var strata = new LinkedHashMap<String, List<Integer>>();
        order.forEach(row -> strata.computeIfAbsent(sample.text(row, column), value -> new ArrayList<>())
                .add(row));
        var byRows = strata.values().stream()
                .sorted(Comparator.comparingInt((List<Integer> stratum) -> -stratum.size()))
                .toList();
        var chosen = new ArrayList<Integer>();
        for (int turn = 0; chosen.size() < Math.min(rows, order.size()); turn++) {
            for (var stratum : byRows) {
                if (turn < stratum.size() && chosen.size() < rows) {
                    chosen.add(stratum.get(turn));
                }
            }
        }
        chosen.sort(Comparator.comparing((Integer row) -> sample.text(row, column)));
        return chosen;
    }
}
