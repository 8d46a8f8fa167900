package dev.slipway.tree;

import dev.slipway.problem.Printable;
import dev.slipway.problem.SlipwayException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of LightGBM's text format, in parts: what stands before the trees, and one part a tree. */
final class LightgbmText {
    private static final int MOST_BYTES = 256 << 20;
    private static final int MOST_TREES = 1 << 20;
    private static final String WHERE = "the LightGBM model";

    private final Map<String, String> head = new HashMap<>();
    private final List<Map<String, String>> trees = new ArrayList<>();
    private boolean treesEnded;
    private boolean parametersOpen;

    /** @throws SlipwayException where the bytes are no such text, or end too early */
    LightgbmText(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw damaged("it has %,d bytes, more than %,d".formatted(file.length, MOST_BYTES), WHERE);
        }
        var lines = decoded(file).lines().iterator();
        if (!lines.hasNext() || !lines.next().strip().equals("tree")) {
            throw damaged("its first line is not 'tree'", WHERE);
        }
        Map<String, String> part = head;
        while (lines.hasNext()) {
            String line = lines.next().strip();
            if (!treesEnded && line.startsWith("Tree=")) {
                part = nextTree(line);
            } else {
                take(line, part);
            }
        }
        if (!treesEnded) {
            throw damaged("it ends before 'end of trees', behind tree %d".formatted(trees.size() - 1), WHERE);
        }
        if (parametersOpen) {
            throw damaged("it ends before 'end of parameters'", WHERE);
        }
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw damaged("it is not text in UTF-8", WHERE);
        }
    }

    private Map<String, String> nextTree(String line) {
        if (!line.equals("Tree=" + trees.size()) || trees.size() == MOST_TREES) {
            throw damaged("'%s' where tree %d should begin".formatted(shown(line), trees.size()), WHERE);
        }
        trees.add(new HashMap<>());
        return trees.get(trees.size() - 1);
    }

    private void take(String line, Map<String, String> part) {
        if (treesEnded) {
            parametersOpen = line.equals("parameters:") || (parametersOpen && !line.equals("end of parameters"));
        } else if (line.equals("end of trees")) {
            treesEnded = true;
        } else if (!line.isEmpty()) {
            int equals = line.indexOf('=');
            String key = equals < 0 ? line : line.substring(0, equals);
            if (part.put(key, equals < 0 ? "" : line.substring(equals + 1)) != null) {
                throw damaged("it says '%s' twice".formatted(shown(key)), where(part));
            }
        }
    }

    private String where(Map<String, String> part) {
        return part == head ? WHERE : "tree %d of the LightGBM model".formatted(trees.size() - 1);
    }

    private static String shown(String text) {
        return Printable.of(text.length() > 60 ? text.substring(0, 60) + "…" : text);
    }

    /** What stands before the trees, by key; a line without a value has the empty one. */
    Map<String, String> head() {
        return head;
    }

    List<Map<String, String>> trees() {
        return trees;
    }

    /** The whole number of a key. */
    static int whole(Map<String, String> part, String key, int min, int max, String where) {
        String text = required(part, key, where);
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw damaged("%s is '%s', not a whole number".formatted(key, shown(text)), where);
        }
        throw damaged("%s is %s, outside %d to %d".formatted(key, text, min, max), where);
    }

    static String required(Map<String, String> part, String key, String where) {
        String text = part.get(key);
        if (text == null) {
            throw damaged("'%s' is missing".formatted(key), where);
        }
        return text;
    }

    /** The numbers of a key, which must be this many. */
    static double[] numbers(Map<String, String> part, String key, int count, String where) {
        String text = required(part, key, where);
        String[] words = text.isEmpty() ? new String[0] : text.split(" ", -1);
        if (words.length != count) {
            throw damaged("'%s' has %d numbers instead of %d".formatted(key, words.length, count), where);
        }
        var numbers = new double[count];
        for (int place = 0; place < count; place++) {
            numbers[place] = number(words[place], key, place, where);
        }
        return numbers;
    }

    private static double number(String word, String key, int place, String where) {
        // The library writes C's words; infinity is what it means by "all that is not missing".
        if (word.equals("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw damaged("%s[%d] is '%s', not a number".formatted(key, place, shown(word)), where);
        }
        throw damaged("%s[%d] is %s, not a number".formatted(key, place, word), where);
    }

    /** The same for whole numbers of 32 bits, signed or not. */
    static int[] wholes(Map<String, String> part, String key, int count, String where) {
        double[] numbers = numbers(part, key, count, where);
        var wholes = new int[count];
        for (int place = 0; place < count; place++) {
            if (numbers[place] != Math.rint(numbers[place])
                    || numbers[place] < Integer.MIN_VALUE
                    || numbers[place] > 0xFFFF_FFFFL) {
                throw damaged("%s[%d] is %s, not a whole number".formatted(key, place, numbers[place]), where);
            }
            wholes[place] = (int) (long) numbers[place];
        }
        return wholes;
    }

    static SlipwayException damaged(String what, String where) {
        return SlipwayException.refused(
                "MODEL-DAMAGED", what, where, "restore the model file from its source, or train again");
    }
}
