package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The objects of a JSON file, one at a time, and for each why it is no record. For one thread. */
abstract sealed class JsonRecords permits JsonLines, JsonArray {
    /** As long as a record of delimited text can be. */
    static final int LONGEST = CsvRecords.LONGEST;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(1_000)
                    .maxStringLength(LONGEST)
                    .maxNameLength(10_000)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** The next one; empty behind the last. */
    abstract Optional<JsonRecord> next();

    static JsonParser parser(char[] text, int from, int length) {
        return JSON.createParser(ObjectReadContext.empty(), text, from, length);
    }

    static JsonParser parser(Reader text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    /** What stands in the file at the first character that is no white space, which is read over; 0 where there is none. */
    static char begins(char[] beginning, int length) {
        for (int i = 0; i < length; i++) {
            if (!Character.isWhitespace(beginning[i])) {
                return beginning[i];
            }
        }
        return 0;
    }

    /** From the beginning of an object to its end. */
    static JsonRecord object(JsonParser parser, long line) {
        long from = parser.currentTokenLocation().getCharOffset();
        var fields = new ArrayList<JsonRecord.Field>();
        var keys = new HashSet<String>();
        String fault = "";
        long length = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            var value = parser.nextToken();
            length = parser.currentTokenLocation().getCharOffset() - from;
            if (length > LONGEST || fields.size() > TableReader.MOST_COLUMNS) {
                throw new JsonTooLong(line);
            }
            boolean nested = value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY;
            if (nested) {
                parser.skipChildren();
            }
            if (!keys.add(key)) {
                fault = "has the key '%s' twice".formatted(key);
            } else if (key.isBlank()) {
                fault = "has a key without a name";
            } else if (nested) {
                fault = "has %s in '%s': only flat records are read"
                        .formatted(value == JsonToken.START_ARRAY ? "a list" : "an object", key);
            } else if (fault.isEmpty()) {
                boolean missing = value == JsonToken.VALUE_NULL;
                fields.add(new JsonRecord.Field(key, missing ? "" : parser.getString(), missing));
            }
        }
        return fault.isEmpty()
                ? new JsonRecord(line, fields, (int) length, "")
                : JsonRecord.faulty(line, (int) length, fault);
    }

    /** What the parser says, without where. */
    static String reason(JacksonException e) {
        String said = String.valueOf(e.getOriginalMessage());
        return said.lines().findFirst().orElse("no reason given");
    }

    /** The bytes could not be read. */
    static UncheckedIOException unread(JacksonException e) {
        return new UncheckedIOException(e.getCause() instanceof IOException io ? io : new IOException(e));
    }

    static SlipwayException tooLong(String name, long line) {
        return SlipwayException.refused(
                "SOURCE-TOO-LONG",
                "a record of more than %,d characters or %,d keys".formatted(LONGEST, TableReader.MOST_COLUMNS),
                "%s, line %d".formatted(name, line),
                "check that these are JSON records, and split them");
    }

    /** A record beyond the limits. */
    static final class JsonTooLong extends RuntimeException {
        private final long line;

        JsonTooLong(long line) {
            super("a record is too long", null, false, false);
            this.line = line;
        }

        long line() {
            return line;
        }
    }
}
