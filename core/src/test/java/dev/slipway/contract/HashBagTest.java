package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashBagTest {
    private static final long[] TWICE = {-5, 3, 77};

    /** A thousand distinct numbers and the three again, in parts. */
    private static HashBag bag(int inMemory) {
        var bag = HashBag.EMPTY;
        for (long part = 0; part < 50; part++) {
            long from = 1_000 + part * 20;
            bag = bag.merge(HashBag.of(LongStream.range(from, from + 20).toArray()), inMemory);
            if (part == 3 || part == 40) {
                bag = HashBag.of(TWICE).merge(bag, inMemory);
            }
        }
        return bag;
    }

    private static long files() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("slipway-hashes-"))
                    .count();
        }
    }

    @Test
    void hashes_that_come_again_are_found_in_memory() {
        assertThat(bag(10_000).isSpilled()).isFalse();
        assertThat(bag(10_000).repeated()).containsExactly(TWICE);
    }

    @Test
    void beyond_the_bound_they_are_found_in_files_and_the_files_are_gone_afterwards() throws IOException {
        long before = files();
        var bag = bag(100);

        assertThat(bag.isSpilled()).isTrue();
        assertThat(files()).isGreaterThan(before);
        assertThat(bag.repeated()).containsExactly(TWICE);
        assertThat(files()).isLessThanOrEqualTo(before);
    }

    @Test
    void many_equal_hashes_are_one() {
        var bag = HashBag.of(7, 7, 7).merge(HashBag.of(7, 8), 2);

        assertThat(bag.repeated()).containsExactly(7);
    }

    @Test
    void nothing_comes_again_where_nothing_is() {
        assertThat(HashBag.EMPTY.merge(HashBag.EMPTY).repeated()).isEmpty();
        assertThat(HashBag.of(new Random(1).longs(1_000).toArray()).repeated()).isEmpty();
    }
}
