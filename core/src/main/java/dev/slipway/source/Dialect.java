package dev.slipway.source;

import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.problem.SlipwayException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a text file is written, as far as a person says it. What is not said is told from how the file begins.
 *
 * @param delimiter between two fields
 * @param quote around a field; {@link CsvFormat#NO_QUOTE} where quotes mean nothing
 * @param encoding other than UTF-8 only where it is said or a byte order mark says it
 * @param header whether the first record names the columns
 * @param columns their names, which go before those of a header; empty where they are not said
 */
public record Dialect(
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<Charset> encoding,
        Optional<Boolean> header,
        List<String> columns)
        implements Serializable {
    /** Nothing is said. */
    public static final Dialect DETECTED =
            new Dialect(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final Map<String, Character> DELIMITERS =
            Map.of("tab", '\t', "comma", ',', "semicolon", ';', "pipe", '|', "space", ' ');
    private static final Map<String, Character> QUOTES =
            Map.of("none", CsvFormat.NO_QUOTE, "double", '"', "single", '\'');

    public Dialect {
        columns = List.copyOf(columns);
    }

    /** Delimiter and quote are said, and that a header names the columns. */
    static Dialect of(CsvFormat format) {
        return new Dialect(
                Optional.of(format.delimiter()),
                Optional.of(format.quote()),
                Optional.empty(),
                Optional.of(true),
                List.of());
    }

    /**
     * As people write it on the command line and in YAML.
     *
     * @param where the words are, for problems
     * @throws SlipwayException where one of the words cannot be meant
     */
    public static Dialect of(Said said, String where) {
        var delimiter = said.delimiter().map(word -> character("delimiter", word, DELIMITERS, where));
        var quote = said.quote().map(word -> character("quote", word, QUOTES, where));
        if (delimiter.isPresent() && delimiter.equals(quote)) {
            throw unknown(
                    "the delimiter and the quote are the same character", where, "choose another for one of them");
        }
        var columns = said.columns();
        if (columns.stream().anyMatch(String::isBlank) || new HashSet<>(columns).size() < columns.size()) {
            throw unknown(
                    "columns %s: a name is empty or comes twice".formatted(columns),
                    where,
                    "give each column a name of its own, such as: a,b,c");
        }
        return new Dialect(
                delimiter, quote, said.encoding().map(word -> encoding(word, where)), said.header(), columns);
    }

    /** The key {@code format:} of a file, such as {@code {delimiter: ";", header: false}}. */
    public static Dialect read(Mapping format) {
        format.allowOnly("delimiter", "quote", "encoding", "header", "columns");
        var said = new Said(
                format.optionalText("delimiter"),
                format.optionalText("quote"),
                format.optionalText("encoding"),
                format.find("header").map(Node::bool),
                format.texts("columns"));
        try {
            return of(said, format.where());
        } catch (SlipwayException e) {
            e.problems().forEach(problem -> format.problem(problem.code(), problem.what(), problem.fix()));
            return DETECTED;
        }
    }

    /** The words people use. */
    public record Said(
            Optional<String> delimiter,
            Optional<String> quote,
            Optional<String> encoding,
            Optional<Boolean> header,
            List<String> columns) {
        public Said {
            columns = List.copyOf(columns);
        }
    }

    private static char character(String what, String word, Map<String, Character> names, String where) {
        var named = names.get(word);
        if (named != null) {
            return named;
        }
        boolean usable = word.length() == 1
                && !Character.isSurrogate(word.charAt(0))
                && "\r\n\0\uFEFF".indexOf(word.charAt(0)) < 0;
        if (!usable) {
            throw unknown(
                    "'%s' is no %s".formatted(word, what),
                    where,
                    "write one character, or one of: "
                            + String.join(", ", names.keySet().stream().sorted().toList()));
        }
        return word.charAt(0);
    }

    private static Charset encoding(String word, String where) {
        try {
            return Charset.forName(word);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unknown(
                    "'%s' is no encoding that is known here".formatted(word),
                    where,
                    "write one such as utf-8, utf-16, windows-1252, iso-8859-1, shift_jis");
        }
    }

    private static SlipwayException unknown(String what, String where, String fix) {
        return SlipwayException.usage("SOURCE-DIALECT", what, where, fix);
    }

    /** As it is written under {@code format:}, what is not said left out. */
    public Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>();
        delimiter.ifPresent(said -> written.put("delimiter", said == '\t' ? "tab" : said.toString()));
        quote.ifPresent(said -> written.put("quote", said == CsvFormat.NO_QUOTE ? "none" : said.toString()));
        encoding.ifPresent(said -> written.put("encoding", said.name()));
        header.ifPresent(said -> written.put("header", said));
        if (!columns.isEmpty()) {
            written.put("columns", columns);
        }
        return written;
    }

    /** What travels: the same, each optional thing as a list of one or none. */
    private record Listed(
            List<Character> delimiter,
            List<Character> quote,
            List<String> encoding,
            List<Boolean> header,
            List<String> columns)
            implements Serializable {
        private Object readResolve() {
            return new Dialect(
                    delimiter.stream().findFirst(),
                    quote.stream().findFirst(),
                    encoding.stream().findFirst().map(Charset::forName),
                    header.stream().findFirst(),
                    columns);
        }
    }

    private Object writeReplace() {
        return new Listed(
                delimiter.stream().toList(),
                quote.stream().toList(),
                encoding.stream().map(Charset::name).toList(),
                header.stream().toList(),
                columns);
    }

    /** Whether the first record names the columns: where only names are said, it does not. */
    boolean hasHeader() {
        return header.orElse(columns.isEmpty());
    }
}
