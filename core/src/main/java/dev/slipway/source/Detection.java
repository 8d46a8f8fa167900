package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a file of delimited text says of itself: told from how it begins, where no person said it. */
final class Detection {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int RECORDS = 20;
    private static final int DAMAGES = 3;

    private final CsvFormat format;
    private final List<List<String>> records;

    private Detection(CsvFormat format, List<List<String>> records) {
        this.format = format;
        this.records = records;
    }

    /** The characters are those a file begins with, at least its first record if that is no monster. */
    static Detection of(char[] beginning, int length, Dialect dialect) {
        char quote = dialect.quote().orElse('"');
        if (dialect.delimiter().isPresent()) {
            return cut(beginning, length, new CsvFormat(dialect.delimiter().get(), quote));
        }
        // A comma where nothing cuts: then there is one column.
        var best = cut(beginning, length, new CsvFormat(',', quote));
        for (char candidate : DELIMITERS) {
            if (candidate != quote) {
                var other = cut(beginning, length, new CsvFormat(candidate, quote));
                best = other.score(dialect) > best.score(dialect) ? other : best;
            }
        }
        return best;
    }

    private static Detection cut(char[] beginning, int length, CsvFormat format) {
        var cut = new ArrayList<List<String>>();
        var parsed = new CsvRecords(new CharArrayReader(beginning, 0, length), format, "", 0);
        boolean whole = false;
        try {
            while (cut.size() < RECORDS && parsed.next()) {
                whole = parsed.fault().isEmpty();
                var fields = new ArrayList<String>(parsed.count());
                for (int i = 0; whole && i < parsed.count(); i++) {
                    fields.add(parsed.field(i));
                }
                cut.add(fields);
            }
        } catch (SlipwayException e) {
            // The reader will say so if this is the format; what was cut so far is enough to choose by.
            cut.add(List.of());
        }
        // The last one may have been cut off with the text.
        if (cut.size() > 1 && cut.size() < RECORDS && beginning.length - length < TextReader.ROOM) {
            cut.remove(cut.size() - 1);
        }
        return new Detection(format, cut);
    }

    CsvFormat format() {
        return format;
    }

    /**
     * The share of records with as many fields as the header has, or half the share of those with as many as most have, then
     * the number of fields: 0 where that is one.
     */
    private double score(Dialect dialect) {
        int first = records.isEmpty() ? 0 : records.get(0).size();
        int most = usualFields();
        double asHeader = dialect.hasHeader() ? score(first) : 0;
        return Math.max(asHeader, score(most) * (dialect.hasHeader() ? 0.5 : 1));
    }

    private double score(int fields) {
        double alike =
                records.stream().filter(record -> record.size() == fields).count();
        return fields < 2 ? 0 : 1e6 * alike / records.size() + Math.min(fields, 1_000);
    }

    /** How many fields most of the first records have; the larger number where two are as common. */
    int usualFields() {
        var counts = records.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        return counts.entrySet().stream()
                .max((a, b) -> a.getValue().equals(b.getValue())
                        ? Integer.compare(a.getKey(), b.getKey())
                        : Long.compare(a.getValue(), b.getValue()))
                .map(entry -> entry.getKey())
                .orElse(0);
    }

    /**
     * Refuses what would otherwise be guessed: a first line that looks like data, or like a remark, is neither taken for the
     * names of the columns nor for a row.
     */
    void refuseDoubtfulHeader(String name, long line) {
        if (records.size() < 2) {
            return;
        }
        var first = records.get(0);
        int usual = usualFields();
        boolean remark = first.size() < usual && records.stream().skip(1).noneMatch(r -> r.size() == first.size());
        if (remark) {
            throw SlipwayException.refused(
                    "SOURCE-HEADER",
                    "the first line has %d %s, most of the next ones have %d: it names no columns"
                            .formatted(first.size(), first.size() == 1 ? "field" : "fields", usual),
                    "%s, line %d".formatted(name, line),
                    "where the file has no header, name its columns: --columns a,b,c (or --no-header); else remove the line");
        }
        boolean numbers = first.stream().anyMatch(Detection::isNumber);
        for (int column = 0; column < first.size(); column++) {
            if (comesAgain(column) >= (numbers ? 1 : 2)) {
                throw SlipwayException.refused(
                        "SOURCE-HEADER",
                        "the first line looks like data: '%s' of column %d comes again below it"
                                .formatted(first.get(column), column + 1),
                        "%s, line %d".formatted(name, line),
                        "where it is data, name the columns: --columns a,b,c (or --no-header); where it names them: --header");
            }
        }
        if (first.size() > 1 && first.stream().allMatch(Detection::isNumber)) {
            throw SlipwayException.refused(
                    "SOURCE-HEADER",
                    "the first line holds nothing but numbers: %s"
                            .formatted(String.join(", ", first.stream().limit(5).toList())),
                    "%s, line %d".formatted(name, line),
                    "where it is data, name the columns: --columns a,b,c (or --no-header); where it names them: --header");
        }
    }

    private long comesAgain(int column) {
        var word = records.get(0).get(column);
        return word.isBlank()
                ? 0
                : records.stream()
                        .skip(1)
                        .filter(record ->
                                record.size() > column && record.get(column).equals(word))
                        .count();
    }

    private static boolean isNumber(String field) {
        var text = field.strip();
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }

    /**
     * Refuses a text that begins with several places that are not UTF-8 and none that only UTF-8 has: it is in another
     * encoding, and in which one nobody can tell for sure.
     */
    static void refuseOtherEncoding(char[] beginning, int length, String name) {
        int damages = 0;
        long line = 0;
        for (int i = 0, at = 1; i < length; i++) {
            char c = beginning[i];
            at += c == '\n' ? 1 : 0;
            if (c < 0x80) {
                continue;
            }
            if (!TextReader.standsForByte(beginning, i, 0)) {
                return;
            }
            line = damages == 0 ? at : line;
            damages++;
        }
        if (damages >= DAMAGES) {
            throw SlipwayException.refused(
                    "SOURCE-ENCODING",
                    "the text is not UTF-8: the first wrong byte of %d in its beginning is on line %d"
                            .formatted(damages, line),
                    name,
                    "say its encoding, such as --encoding windows-1252; to read it as UTF-8 and name the damaged rows: --encoding utf-8");
        }
    }
}
