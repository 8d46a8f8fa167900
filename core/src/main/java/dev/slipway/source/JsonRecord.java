package dev.slipway.source;

import java.util.List;

/**
 * One flat object of a JSON file.
 *
 * @param line it starts on, from 1
 * @param fields its keys and values, in the order they were written
 * @param characters how long it is, about
 * @param fault why it is no record; empty where it is one
 */
record JsonRecord(long line, List<Field> fields, int characters, String fault) {
    /** @param value as it was written, a text without its quotes; "" where it is missing: null */
    record Field(String key, String value, boolean missing) {}

    static JsonRecord faulty(long line, int characters, String fault) {
        return new JsonRecord(line, List.of(), characters, fault);
    }
}
