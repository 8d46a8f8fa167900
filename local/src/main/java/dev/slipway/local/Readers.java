package dev.slipway.local;

import dev.slipway.source.Batch;
import dev.slipway.source.CsvReader;
import dev.slipway.source.CsvSource;
import dev.slipway.source.JsonSource;
import dev.slipway.source.JsonTableReader;
import dev.slipway.source.ManySources;
import dev.slipway.source.ParquetSource;
import dev.slipway.source.ParsedSource;
import dev.slipway.source.QuerySource;
import dev.slipway.source.Source;
import dev.slipway.source.TableBatches;
import dev.slipway.source.TableReader;
import dev.slipway.source.TableSource;
import java.util.Optional;

/** Sources, opened on this machine. */
public final class Readers {
    private Readers() {}

    /** The caller closes it. */
    public static TableReader open(Source source) {
        if (source instanceof CsvSource csv) {
            return CsvReader.open(csv);
        }
        if (source instanceof JsonSource json) {
            return JsonTableReader.open(json);
        }
        if (source instanceof ParquetSource parquet) {
            return ParquetReader.open(parquet);
        }
        if (source instanceof QuerySource query) {
            return QueryReader.open(query);
        }
        if (source instanceof ParsedSource parsed) {
            return new Parsed(open(parsed.raw()), parsed);
        }
        if (source instanceof ManySources many) {
            return new OneAfterAnother(many);
        }
        return new TableBatches(((TableSource) source).table());
    }

    private record Parsed(TableReader raw, ParsedSource source) implements TableReader {
        @Override
        public Optional<Batch> next() {
            return raw.next().map(source::parse);
        }

        @Override
        public void close() {
            raw.close();
        }
    }
}
