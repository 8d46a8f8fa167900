package dev.slipway.source;

import dev.slipway.table.Origins;
import java.util.List;

/** The rows of several sources with the same columns, one source after the other. Each row keeps the name it has in its own. */
public record ManySources(List<Source> parts) implements Source {
    /** At least one part. */
    public ManySources {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no source");
        }
    }

    @Override
    public String name() {
        return Origins.named(parts.stream().map(Source::name).toList());
    }
}
