package dev.slipway.source;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.table.Origins;
import dev.slipway.table.Table;
import java.util.Objects;

/** A raw source, read through a parser. Its rows keep the names they have in the raw one. */
public record ParsedSource(Source raw, TableParser parser) implements Source {
    @Override
    public String name() {
        return raw.name();
    }

    /**
     * The rows of the raw source as the parser gives them.
     *
     * @throws SlipwayException where the parser, which may be somebody's code, fails or loses rows
     */
    public Batch parse(Batch batch) {
        var rows = batch.table();
        var parsed = parsed(rows);
        if (parsed.rows() != rows.rows()) {
            throw failed(rows, "made %d rows of %d".formatted(parsed.rows(), rows.rows()));
        }
        return new Batch(placed(parsed, rows.origins()), batch.unreadable());
    }

    private Table parsed(Table rows) {
        try {
            return Objects.requireNonNull(parser.parse(rows), "it answered with null");
        } catch (SlipwayException refusal) {
            throw refusal;
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            var problem = failed(rows, "failed: " + failure);
            problem.initCause(failure);
            throw problem;
        }
    }

    /** Whatever the parser says of them, the rows are where they were. */
    private static Table placed(Table parsed, Origins origins) {
        var said = parsed.origins();
        for (int row = 0; row < origins.size(); row++) {
            if (said.record(row) != origins.record(row) || !said.source(row).equals(origins.source(row))) {
                return Table.of(parsed.columns(), origins);
            }
        }
        return parsed;
    }

    private SlipwayException failed(Table rows, String what) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem(
                        "PARSER-FAILED",
                        "the parser '%s' %s".formatted(parser.name(), what),
                        rows.rows() == 0
                                ? rows.origins().source()
                                : "%s to %s"
                                        .formatted(
                                                rows.origins().where(0),
                                                rows.origins().where(rows.rows() - 1)),
                        "tell whoever wrote the parser"));
    }
}
