package dev.slipway.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Hashes of many rows, to learn which of them come more than once. Eight bytes each; beyond a bound they go to temporary files,
 * which are deleted when nobody needs them. Immutable.
 */
final class HashBag implements Serializable {
    /** So many are kept in memory: 32 MiB. */
    static final int IN_MEMORY = 1 << 22;

    static final HashBag EMPTY = new HashBag(List.of(), List.of(), 0);

    private final List<long[]> chunks;
    private final transient List<SpilledHashes> spilled;
    private final int inMemory;

    private HashBag(List<long[]> chunks, List<SpilledHashes> spilled, int inMemory) {
        this.chunks = chunks;
        this.spilled = spilled;
        this.inMemory = inMemory;
    }

    /** Takes the array over. */
    static HashBag of(long... hashes) {
        return hashes.length == 0 ? EMPTY : new HashBag(List.of(hashes), List.of(), hashes.length);
    }

    HashBag merge(HashBag other) {
        return merge(other, IN_MEMORY);
    }

    HashBag merge(HashBag other, int most) {
        var allChunks = new ArrayList<>(chunks);
        allChunks.addAll(other.chunks);
        var allSpilled = new ArrayList<>(spilled);
        allSpilled.addAll(other.spilled);
        int count = inMemory + other.inMemory;
        if (count > most) {
            allSpilled.add(SpilledHashes.write(sorted(allChunks, count)));
            return new HashBag(List.of(), List.copyOf(allSpilled), 0);
        }
        // Few large chunks: a list of ten thousand would be copied at every merge.
        return allChunks.size() > 64
                ? new HashBag(List.of(joined(allChunks, count)), List.copyOf(allSpilled), count)
                : new HashBag(List.copyOf(allChunks), List.copyOf(allSpilled), count);
    }

    private static long[] joined(List<long[]> chunks, int count) {
        long[] all = new long[count];
        int at = 0;
        for (long[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }

    private static long[] sorted(List<long[]> chunks, int count) {
        long[] all = joined(chunks, count);
        Arrays.parallelSort(all);
        return all;
    }

    boolean isSpilled() {
        return !spilled.isEmpty();
    }

    /** The hashes that come more than once, sorted; the temporary files are gone then. */
    long[] repeated() {
        var runs = new PriorityQueue<SortedRun>();
        try {
            SortedRun.ofMemory(sorted(chunks, inMemory)).ifPresent(runs::add);
            spilled.forEach(file -> file.open().ifPresent(runs::add));
            return repeated(runs);
        } finally {
            runs.forEach(SortedRun::close);
            spilled.forEach(SpilledHashes::delete);
        }
    }

    private static long[] repeated(PriorityQueue<SortedRun> runs) {
        long[] found = new long[16];
        int size = 0;
        long last = 0;
        int times = 0;
        while (!runs.isEmpty()) {
            var run = runs.remove();
            long value = run.value();
            times = times > 0 && value == last ? times + 1 : 1;
            last = value;
            if (times == 2) {
                found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
                found[size++] = value;
            }
            if (run.advance()) {
                runs.add(run);
            } else {
                run.close();
            }
        }
        return Arrays.copyOf(found, size);
    }

    private Object readResolve() {
        return new HashBag(chunks, List.of(), inMemory);
    }

    /* Files stay on the machine that wrote them: what travels is in memory. */
    private Object writeReplace() {
        if (spilled.isEmpty()) {
            return chunks.size() <= 1 ? this : of(joined(chunks, inMemory));
        }
        var all = new ArrayList<>(chunks);
        spilled.forEach(file -> all.add(file.read()));
        return of(joined(all, all.stream().mapToInt(chunk -> chunk.length).sum()));
    }
}
