package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Universal Binary JSON (ubjson.org, draft 12), as XGBoost writes its {@code .ubj} files, read into a tree of nodes. */
final class Ubjson {
    private static final int DEEPEST = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ByteBuffer bytes;
    private int depth;

    private Ubjson(byte[] file) {
        bytes = ByteBuffer.wrap(file);
    }

    /** Whether an object in these bytes is binary: no text can go on like this behind the brace. */
    static boolean isLikely(byte[] file) {
        return file.length > 1 && file[0] == '{' && "$#iUIlL}".indexOf(file[1]) >= 0;
    }

    /** @throws SlipwayException where the bytes are no such document, hold more than it or end within it */
    static JsonNode read(byte[] file) {
        var reader = new Ubjson(file);
        JsonNode root = reader.value(reader.marker());
        if (reader.bytes.hasRemaining()) {
            throw reader.damaged("%d bytes follow its end".formatted(reader.bytes.remaining()));
        }
        return root;
    }

    private char marker() {
        char marker = 'N';
        while (marker == 'N') {
            marker = (char) (need(1).get() & 0xFF);
        }
        return marker;
    }

    private ByteBuffer need(long size) {
        if (size > bytes.remaining()) {
            throw damaged("it ends %d bytes too early".formatted(size - bytes.remaining()));
        }
        return bytes;
    }

    private JsonNode value(char marker) {
        return switch (marker) {
            case '{' -> object();
            case '[' -> array();
            case 'S' -> NODES.stringNode(text());
            case 'C' -> NODES.stringNode(String.valueOf((char) need(1).get()));
            case 'T' -> NODES.booleanNode(true);
            case 'F' -> NODES.booleanNode(false);
            case 'Z' -> NODES.nullNode();
            case 'd' -> NODES.numberNode(need(4).getFloat());
            case 'D' -> NODES.numberNode(need(8).getDouble());
            default -> NODES.numberNode(whole(marker));
        };
    }

    private long whole(char marker) {
        return switch (marker) {
            case 'i' -> need(1).get();
            case 'U' -> need(1).get() & 0xFF;
            case 'I' -> need(2).getShort();
            case 'l' -> need(4).getInt();
            case 'L' -> need(8).getLong();
            default -> throw damaged("'%s' is no kind of value".formatted(shown(marker)));
        };
    }

    private static String shown(char marker) {
        return marker > ' ' && marker < 127 ? String.valueOf(marker) : "0x%02X".formatted((int) marker);
    }

    private int length() {
        long length = whole(marker());
        if (length < 0 || length > bytes.remaining()) {
            throw damaged("a length of %d where %d bytes are left".formatted(length, bytes.remaining()));
        }
        return (int) length;
    }

    private String text() {
        int length = length();
        ByteBuffer part = bytes.slice().limit(length);
        bytes.position(bytes.position() + length);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(part);
            return text.toString();
        } catch (CharacterCodingException notText) {
            throw damaged("a text is not UTF-8");
        }
    }

    private JsonNode object() {
        enter();
        ObjectNode object = NODES.objectNode();
        if (peek() == '$') {
            throw damaged("objects of one kind of value are not written by XGBoost");
        }
        boolean counted = peek() == '#';
        long left = counted ? count() : Long.MAX_VALUE;
        while (counted ? left-- > 0 : peek() != '}') {
            String key = text();
            if (object.has(key)) {
                throw damaged("it says '%s' twice".formatted(key));
            }
            object.set(key, value(marker()));
        }
        leave(counted);
        return object;
    }

    private JsonNode array() {
        enter();
        ArrayNode array = NODES.arrayNode();
        if (peek() == '$') {
            bytes.get();
            char kind = marker();
            if ("iUIlLdD".indexOf(kind) < 0 || peek() != '#') {
                throw damaged("a list of '%s' without a number".formatted(shown(kind)));
            }
            for (int left = count(); left > 0; left--) {
                array.add(value(kind));
            }
            depth--;
            return array;
        }
        boolean counted = peek() == '#';
        long left = counted ? count() : Long.MAX_VALUE;
        while (counted ? left-- > 0 : peek() != ']') {
            array.add(value(marker()));
        }
        leave(counted);
        return array;
    }

    private char peek() {
        return (char) (need(1).get(bytes.position()) & 0xFF);
    }

    private int count() {
        bytes.get();
        return length();
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw damaged("deeper than %d".formatted(DEEPEST));
        }
    }

    private void leave(boolean counted) {
        depth--;
        if (!counted) {
            bytes.get();
        }
    }

    private SlipwayException damaged(String what) {
        return XgboostModel.damaged("%s, at byte %d of UBJSON".formatted(what, bytes.position()), "the XGBoost model");
    }
}
