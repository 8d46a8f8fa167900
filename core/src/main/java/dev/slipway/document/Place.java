package dev.slipway.document;

/**
 * Where a value stands in a document.
 *
 * @param document the file's name as the person knows it
 * @param line from 1
 * @param column from 1
 * @param path the keys that lead there, {@code features[2].derive}; items count from 1; empty for the whole document
 */
public record Place(String document, int line, int column, String path) {
    Place key(String key, int keyLine, int keyColumn) {
        return new Place(document, keyLine, keyColumn, path.isEmpty() ? key : path + "." + key);
    }

    Place item(int number, int itemLine, int itemColumn) {
        return new Place(document, itemLine, itemColumn, path + "[" + number + "]");
    }

    /** {@code slipway.yaml, line 7, 'train.budget'}. */
    @Override
    public String toString() {
        return path.isEmpty()
                ? "%s, line %d".formatted(document, line)
                : "%s, line %d, '%s'".formatted(document, line, path);
    }
}
