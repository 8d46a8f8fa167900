package dev.slipway.workflow;

import dev.slipway.model.ServedModel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The memory that a loaded model holds: what the heap grows by when it is loaded several times over, for each copy. */
final class Resident {
    /** Small models are loaded more often, so that what else happens on the heap does not count. */
    private static final long GROWTH = 8L << 20;

    private static final int MOST = 16;

    private Resident() {}

    /**
     * Absent where the heap did not grow, because more was let go elsewhere meanwhile.
     *
     * @param size of what is loaded, to judge how often
     * @param load reads the model anew each time
     */
    static OptionalDouble bytes(long size, Supplier<ServedModel> load) {
        int copies = (int) Math.min(MOST, Math.max(1, GROWTH / Math.max(size, 1)));
        long before = used();
        List<ServedModel> held = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            held.add(load.get());
        }
        long growth = used() - before;
        // Reading the list here keeps the copies alive until the heap was looked at.
        return growth > 0 ? OptionalDouble.of((double) growth / held.size()) : OptionalDouble.empty();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
