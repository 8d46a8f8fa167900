package dev.slipway.tree;

import dev.slipway.problem.SlipwayException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A model file that somebody else's program wrote, told by its first bytes; never by its name, and nothing in it is run. */
public final class TreesFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};
    private static final int PICKLE = 0x80;
    private static final int SHOWN = 8;

    private TreesFile() {}

    /**
     * The trees in the file: XGBoost's JSON or UBJSON, or LightGBM's text.
     *
     * @param where the file, for problems
     * @throws SlipwayException where it is damaged, where it is something else, and where that runs code when it is read
     */
    public static Trees read(byte[] file, String where) {
        if (begins(file, "tree\n".getBytes(StandardCharsets.US_ASCII))
                || begins(file, "tree\r".getBytes(StandardCharsets.US_ASCII))) {
            return LightgbmTrees.read(file);
        }
        if (file.length > 0 && (file[0] == '{' || Character.isWhitespace(file[0]))) {
            return XgboostTrees.read(file);
        }
        throw refused(file, where);
    }

    private static SlipwayException refused(byte[] file, String where) {
        String fix = "save the model in its library's own format: XGBoost save_model('model.json') or ('model.ubj'),"
                + " LightGBM save_model('model.txt')";
        if (file.length > 1 && (file[0] & 0xFF) == PICKLE && file[1] >= 0 && file[1] <= 5) {
            return foreign("it is a Python pickle, which runs code when it is read", where, fix);
        }
        if (begins(file, ZIP)) {
            return foreign("it is a ZIP archive: Keras, PyTorch or joblib wrote it", where, fix);
        }
        if (begins(file, HDF5)) {
            return foreign("it is an HDF5 file: Keras wrote it", where, fix);
        }
        if (begins(file, "binf".getBytes(StandardCharsets.US_ASCII))) {
            return foreign("it is XGBoost's old binary format, which XGBoost itself reads no longer", where, fix);
        }
        return foreign(
                file.length == 0
                        ? "it is empty"
                        : "its first bytes, %s, are those of no model known here".formatted(hex(file)),
                where,
                fix);
    }

    private static SlipwayException foreign(String what, String where, String fix) {
        return SlipwayException.refused("MODEL-FOREIGN", what, where, fix);
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static String hex(byte[] file) {
        var hex = new StringBuilder();
        for (int place = 0; place < Math.min(SHOWN, file.length); place++) {
            hex.append("%02x ".formatted(file[place]));
        }
        return hex.toString().strip();
    }
}
