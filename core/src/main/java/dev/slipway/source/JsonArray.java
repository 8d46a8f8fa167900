package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/** One array of objects. Where it is no JSON any more, nothing behind can be trusted: that ends it. */
final class JsonArray extends JsonRecords {
    private final TextReader text;
    private final JsonParser parser;
    private final String name;
    private boolean begun;
    private boolean ended;

    /** Takes over the characters that were read already. */
    JsonArray(TextReader text, char[] beginning, int length, String name) {
        this.text = text;
        this.name = name;
        parser = JsonRecords.parser(new Again(beginning, length, text));
    }

    @Override
    Optional<JsonRecord> next() {
        if (ended) {
            return Optional.empty();
        }
        try {
            if (!begun) {
                begun = true;
                parser.nextToken();
            }
            var token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return end();
            }
            long line = parser.currentTokenLocation().getLineNr();
            if (token == null) {
                throw broken(line, "it ends in the middle of its array");
            }
            var read = token == JsonToken.START_OBJECT ? object(parser, line) : passed(line);
            return Optional.of(text.damaged() ? undamaged(read) : read);
        } catch (JsonTooLong e) {
            throw tooLong(name, e.line());
        } catch (JacksonIOException e) {
            throw unread(e);
        } catch (JacksonException e) {
            throw broken(parser.currentLocation().getLineNr(), reason(e));
        }
    }

    private JsonRecord passed(long line) {
        parser.skipChildren();
        return JsonRecord.faulty(line, 0, "is not a JSON object");
    }

    private Optional<JsonRecord> end() {
        if (parser.nextToken() != null) {
            throw broken(parser.currentTokenLocation().getLineNr(), "something stands behind the array");
        }
        ended = true;
        return Optional.empty();
    }

    private JsonRecord undamaged(JsonRecord read) {
        for (var field : read.fields()) {
            char[] both = (field.key() + field.value()).toCharArray();
            for (int i = 0; i < both.length; i++) {
                if (TextReader.standsForByte(both, i, 0)) {
                    return JsonRecord.faulty(
                            read.line(),
                            read.characters(),
                            "has the byte 0x%02X in '%s', which is not %s"
                                    .formatted(
                                            both[i] - 0xDC00,
                                            field.key(),
                                            text.charset().name()));
                }
            }
        }
        return read;
    }

    private SlipwayException broken(long line, String what) {
        return SlipwayException.refused(
                "SOURCE-JSON",
                "the file is no JSON from here on: " + what,
                "%s, line %d".formatted(name, line),
                "write the file again; with one object a line a damaged one costs its own line only");
    }

    /** Characters that were read already, then the rest of the text. */
    private static final class Again extends Reader {
        private final char[] beginning;
        private final int length;
        private final TextReader rest;
        private int at;

        Again(char[] beginning, int length, TextReader rest) {
            this.beginning = beginning;
            this.length = length;
            this.rest = rest;
        }

        @Override
        public int read(char[] into, int offset, int room) throws IOException {
            if (at == length) {
                return rest.read(into, offset, room);
            }
            int count = Math.min(room, length - at);
            System.arraycopy(beginning, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
