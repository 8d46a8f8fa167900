package dev.slipway.serving;

import dev.slipway.contract.ContractColumn;
import dev.slipway.contract.Range;
import dev.slipway.rollout.Live;
import dev.slipway.table.ColumnType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A deployment with everything a caller must know to ask it. */
record Description(
        String deployment,
        int release,
        String model,
        int version,
        String target,
        List<String> labels,
        List<Asked> columns) {
    /**
     * A column of a request.
     *
     * @param required whether it must be there
     * @param missing whether it may be null
     * @param min the least value, as text where it is a time
     * @param max the largest value, as text where it is a time
     * @param set the allowed values; empty allows any
     */
    record Asked(
            String name,
            String type,
            boolean required,
            boolean missing,
            Optional<Object> min,
            Optional<Object> max,
            List<String> set,
            String unit,
            String description) {
        static Asked of(ContractColumn column) {
            Range range = column.range();
            return new Asked(
                    column.name(),
                    column.type().label(),
                    column.required(),
                    column.missing() > 0,
                    end(column.type(), range.min()),
                    end(column.type(), range.max()),
                    column.set(),
                    column.unit(),
                    column.description());
        }

        private static Optional<Object> end(ColumnType type, double end) {
            if (Double.isInfinite(end)) {
                return Optional.empty();
            }
            return Optional.of(
                    type == ColumnType.TIMESTAMP
                            ? Instant.EPOCH.plus((long) end, ChronoUnit.MICROS).toString()
                            : end);
        }
    }

    static Description of(Live live) {
        var line = Deployed.Line.of(live);
        var target = live.model().target();
        return new Description(
                line.deployment(),
                line.release(),
                line.model(),
                line.version(),
                target.column(),
                target.labels(),
                live.model().contract().columns().stream()
                        .filter(ContractColumn::isChecked)
                        .map(Asked::of)
                        .toList());
    }
}
