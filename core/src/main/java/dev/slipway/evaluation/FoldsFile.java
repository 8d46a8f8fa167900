package dev.slipway.evaluation;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Folds that a file has: one whole number a line, from 0, for each row the fold it judges in; perhaps gzipped. */
final class FoldsFile {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final String SHAPE =
            "write one fold number a line, 0 to 999, for each row of the data and in its order";

    private FoldsFile() {}

    static Folds read(Path file, int rows) {
        try (var lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            var foldOfRow = new int[rows];
            for (int row = 0; row < rows; row++) {
                var line = lines.readLine();
                if (line == null) {
                    throw wrong("there are %d lines for %d rows".formatted(row, rows), file.toString());
                }
                foldOfRow[row] = number(line.strip(), file, row + 1);
            }
            refuseMore(lines, file, rows);
            refuseGaps(file, foldOfRow);
            return Folds.of(foldOfRow);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return zipped ? new GZIPInputStream(bytes) : bytes;
    }

    private static int number(String written, Path file, int line) {
        if (!NUMBER.matcher(written).matches()) {
            var shown = written.length() > 20 ? written.substring(0, 20) + "…" : written;
            throw wrong("'%s' is no fold".formatted(shown), "%s, line %d".formatted(file, line));
        }
        return Integer.parseInt(written);
    }

    private static void refuseMore(BufferedReader lines, Path file, int rows) throws IOException {
        var more = lines.readLine();
        if (more != null && !more.isBlank()) {
            throw wrong("there are more lines than the %d rows".formatted(rows), file.toString());
        }
    }

    private static void refuseGaps(Path file, int... foldOfRow) {
        int count = 1 + IntStream.of(foldOfRow).max().orElse(-1);
        var used = new boolean[Math.max(count, 2)];
        IntStream.of(foldOfRow).forEach(fold -> used[fold] = true);
        IntStream.range(0, used.length).filter(fold -> !used[fold]).findFirst().ifPresent(fold -> {
            throw wrong("no row judges in fold %d".formatted(fold), file.toString());
        });
    }

    private static SlipwayException wrong(String what, String where) {
        return SlipwayException.usage("EVALUATION-FOLDS-FILE", what, where, SHAPE);
    }

    private static SlipwayException unreadable(Path file, IOException failure) {
        var what = failure instanceof NoSuchFileException
                ? "there is no such file"
                : "cannot read: " + failure.getMessage();
        return new SlipwayException(
                SlipwayException.Kind.USAGE,
                new Problem("EVALUATION-FOLDS-FILE", what, file.toString(), "correct 'file' under data.split"),
                failure);
    }
}
