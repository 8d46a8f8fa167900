package dev.slipway.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Which character stands between the fields, told from how a file begins. */
final class Delimiter {
    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final int RECORDS = 20;

    private Delimiter() {}

    /**
     * The one that cuts the first lines into the most fields, first of all into equally many. A comma where none cuts the
     * header: then there is one column.
     */
    static CsvFormat of(String beginning) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : KNOWN) {
            double score = score(beginning, new CsvFormat(candidate, '"'));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return new CsvFormat(best, '"');
    }

    /** Share of the records that have as many fields as the header, then fields of the header; 0 where that is one. */
    private static double score(String beginning, CsvFormat format) {
        var counts = new ArrayList<Integer>();
        try (var parsed =
                CsvReader.parser(format).build(new CsvRecord(), beginning).iterator()) {
            while (counts.size() < RECORDS && parsed.hasNext()) {
                counts.add(parsed.next().count());
            }
        } catch (CsvParseException e) {
            // The reader will say so if this is the delimiter; what was cut so far is enough to choose by.
            counts.add(0);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be read", e);
        }
        // The last one may have been cut off with the text.
        if (counts.size() > 1 && counts.size() < RECORDS) {
            counts.remove(counts.size() - 1);
        }
        int fields = counts.isEmpty() ? 0 : counts.get(0);
        double alike = counts.stream().filter(count -> count == fields).count();
        return fields < 2 ? 0 : 1e6 * alike / counts.size() + Math.min(fields, 1_000);
    }
}
