package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** One object a line; blank lines are no records, and a line that is no object is no loss to the others. */
final class JsonLines extends JsonRecords {
    private final TextReader text;
    private final String name;
    private char[] buffer;
    private int limit;
    private int from;
    private int to;
    private boolean ended;
    private long line;

    /** Takes over the characters that were read already. */
    JsonLines(TextReader text, char[] beginning, int length, String name) {
        this.text = text;
        this.name = name;
        buffer = beginning;
        limit = length;
    }

    @Override
    Optional<JsonRecord> next() {
        while (nextLine()) {
            if (!blank()) {
                return Optional.of(record());
            }
        }
        return Optional.empty();
    }

    private JsonRecord record() {
        int length = to - from;
        if (text.damaged()) {
            for (int i = from; i < to; i++) {
                if (TextReader.standsForByte(buffer, i, from)) {
                    return JsonRecord.faulty(
                            line,
                            length,
                            "has the byte 0x%02X, which is not %s"
                                    .formatted(
                                            buffer[i] - 0xDC00, text.charset().name()));
                }
            }
        }
        try (var parser = parser(buffer, from, length)) {
            var first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return JsonRecord.faulty(line, length, "is not a JSON object");
            }
            var read = object(parser, line);
            return parser.nextToken() == null
                    ? read
                    : JsonRecord.faulty(line, length, "has something behind its object");
        } catch (JsonTooLong e) {
            throw tooLong(name, line);
        } catch (JacksonException e) {
            if (line == 1 && length <= 2) {
                throw SlipwayException.refused(
                        "SOURCE-JSON",
                        "the object that begins here goes on over several lines",
                        "%s, line 1".formatted(name),
                        "write one object a line, or an array of objects: [{…}, {…}]");
            }
            return JsonRecord.faulty(line, length, "is no JSON: " + reason(e));
        }
    }

    private boolean blank() {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    /** The line behind the last one, its end not included. */
    private boolean nextLine() {
        from = to + (line == 0 ? 0 : 1);
        to = from;
        line++;
        while (true) {
            while (to < limit) {
                if (buffer[to] == '\n') {
                    return true;
                }
                to++;
            }
            if (!more()) {
                return from < limit;
            }
        }
    }

    private boolean more() {
        if (ended) {
            return false;
        }
        if (limit - from > LONGEST) {
            throw tooLong(name, line);
        }
        int kept = Math.max(0, limit - from);
        System.arraycopy(buffer, Math.min(from, limit), buffer, 0, kept);
        from -= limit - kept;
        to = kept;
        limit = kept;
        if (limit > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try {
            int read = text.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !ended;
    }
}
