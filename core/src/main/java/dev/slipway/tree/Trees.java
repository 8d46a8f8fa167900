package dev.slipway.tree;

import java.io.Serializable;

/**
 * Trees that add up to a model. A row is {@link #features} numbers, {@code NaN} where missing; it has {@link #groups} margins,
 * the sums over the trees, which a link turns into as many answers. Immutable and thread-safe.
 *
 * <p>Margins are those of the library that grew the trees, to the last bit; the link is computed by StrictMath, so that every
 * machine gives the same bits, and lies within a rounding or two of the library's.
 */
public sealed interface Trees extends Serializable permits XgboostTrees, LightgbmTrees, Forest {
    /** What the answers of a row are. */
    enum Answer {
        /** One number. */
        NUMBER,
        /** One probability: of yes. */
        PROBABILITY,
        /** A probability for each class. */
        CLASSES
    }

    /** Features of a row. */
    int features();

    /** Margins, and answers, a row: 1, or the number of classes. */
    int groups();

    /** What the answers are. */
    Answer answer();

    /** Number of trees. */
    int size();

    /** The trees as they can be read; the file is parsed anew, so that those who only score need not keep it. */
    TreeView view();

    /** Writes the margins of the first rows of a row-major matrix, row after row; the same bits as one row at a time. */
    void margins(double[] matrix, int rows, double[] out);

    /** The same with the link applied. */
    void answers(double[] matrix, int rows, double[] out);

    /** The model's file, as it was read: whoever wrote it reads it back. */
    byte[] file();
}
