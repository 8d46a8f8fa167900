package dev.slipway.source;

import dev.slipway.problem.SlipwayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What a file holds, told from its first bytes and, where these say nothing, from its name. */
enum FileFormat {
    CSV,
    PARQUET,
    EXCEL,
    ZIP,
    COMPRESSED,
    DATABASE,
    DOCUMENT,
    IMAGE,
    COLUMNS,
    ARRAYS,
    JSON,
    NOT_PARQUET;

    private static final int ENOUGH = 16;

    static FileFormat of(Path file) {
        byte[] head;
        try (var bytes = SourceFile.open(file)) {
            head = bytes.readNBytes(ENOUGH);
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (gzip(head) || zstd(head)) {
            return json(name.replaceAll("\\.(gz|gzip|zst|zstd)$", "")) ? JSON : CSV;
        }
        if (starts(head, 'P', 'A', 'R', '1')) {
            return PARQUET;
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".ods") ? EXCEL : ZIP;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return EXCEL;
        }
        if (compressed(head)) {
            return COMPRESSED;
        }
        if (starts(head, 'S', 'Q', 'L', 'i', 't', 'e', ' ')) {
            return DATABASE;
        }
        if (starts(head, '%', 'P', 'D', 'F', '-')) {
            return DOCUMENT;
        }
        if (starts(head, 0x89, 'P', 'N', 'G') || starts(head, 0xFF, 0xD8, 0xFF)) {
            return IMAGE;
        }
        if (columns(head)) {
            return COLUMNS;
        }
        if (starts(head, 0x93, 'N', 'U', 'M', 'P', 'Y') || pickled(head)) {
            return ARRAYS;
        }
        if (json(name)) {
            return JSON;
        }
        return name.endsWith(".parquet") || name.endsWith(".pq") ? NOT_PARQUET : CSV;
    }

    private static boolean json(String name) {
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    static boolean gzip(byte... head) {
        return starts(head, 0x1F, 0x8B);
    }

    static boolean zstd(byte... head) {
        return starts(head, 0x28, 0xB5, 0x2F, 0xFD);
    }

    private static boolean compressed(byte... head) {
        return starts(head, 0xFD, '7', 'z', 'X')
                || starts(head, '7', 'z', 0xBC, 0xAF)
                || (starts(head, 'B', 'Z', 'h') && head.length > 4 && head[4] == '1');
    }

    private static boolean columns(byte... head) {
        // "ORC" alone may well begin the header of a text file.
        return starts(head, 'O', 'b', 'j', 1)
                || (starts(head, 'O', 'R', 'C') && holdsControls(head))
                || starts(head, 'A', 'R', 'R', 'O', 'W', '1', 0)
                || (starts(head, 'F', 'E', 'A', '1') && holdsControls(head))
                || starts(head, 0x89, 'H', 'D', 'F');
    }

    private static boolean pickled(byte... head) {
        return head.length > 2 && starts(head, 0x80) && head[1] >= 2 && head[1] <= 5;
    }

    private static boolean holdsControls(byte... head) {
        for (byte each : head) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r') {
                return true;
            }
        }
        return false;
    }

    static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    Source source(Path file, Dialect dialect) {
        return switch (this) {
            case CSV -> new CsvSource(file, dialect);
            case PARQUET -> new ParquetSource(file);
            case EXCEL ->
                throw refusal(file, "is a spreadsheet", "save the sheet as 'CSV UTF-8' and name that file instead");
            case ZIP -> throw refusal(file, "is a zip archive", "unpack it and name the CSV or Parquet file in it");
            case COMPRESSED ->
                throw refusal(
                        file,
                        "is compressed with something other than gzip or Zstandard",
                        "unpack it, or compress it with gzip");
            case DATABASE -> throw refusal(file, "is an SQLite database", "export the table as CSV or Parquet");
            case DOCUMENT -> throw refusal(file, "is a PDF document", "export the table in it as CSV or Parquet");
            case IMAGE -> throw refusal(file, "is an image", "export the table it shows as CSV or Parquet");
            case COLUMNS ->
                throw refusal(file, "is Avro, ORC, Arrow, Feather or HDF5", "convert it to Parquet, or to CSV");
            case ARRAYS ->
                throw refusal(
                        file, "is a NumPy array or a Python pickle", "write it from Python as Parquet, or as CSV");
            case JSON -> new JsonSource(file, dialect);
            case NOT_PARQUET ->
                throw refusal(
                        file,
                        "is named like Parquet but does not begin with PAR1",
                        "copy or export the file again; if it is CSV, name it .csv");
        };
    }

    private static SlipwayException refusal(Path file, String what, String fix) {
        return SlipwayException.usage("SOURCE-FORMAT", "the file " + what, file.toString(), fix);
    }
}
