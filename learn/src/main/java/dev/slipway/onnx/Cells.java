package dev.slipway.onnx;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** The cells of nested arrays of any kind, in order, as the runtime hands tensors over. */
final class Cells {
    private Cells() {}

    static List<Object> of(Object value) {
        var cells = new ArrayList<>();
        add(value, cells);
        return cells;
    }

    private static void add(Object value, List<Object> cells) {
        if (value.getClass().isArray()) {
            for (int place = 0; place < Array.getLength(value); place++) {
                add(Array.get(value, place), cells);
            }
        } else {
            cells.add(value);
        }
    }
}
