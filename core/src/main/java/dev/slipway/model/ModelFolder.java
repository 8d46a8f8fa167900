package dev.slipway.model;

import dev.slipway.contract.Contract;
import dev.slipway.document.Document;
import dev.slipway.document.Json;
import dev.slipway.document.Sha256;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Reference;
import dev.slipway.transform.FittedTransformer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as files: everything that is needed to answer, in formats any language reads. Nothing in it is executed, and no
 * class is named by it. {@code SHA256SUMS} names every other file, so one that was cut off, changed or added is found
 * before any is believed.
 */
public final class ModelFolder {
    static final String PIPELINE = "pipeline.json";
    static final String GOLDEN = "golden.jsonl";
    private static final String CONTRACT = "contract.yaml";
    private static final String REFERENCE = "profile.json";
    private static final String CARD = "card.json";
    private static final String SUMS = "SHA256SUMS";
    private static final int FORMAT = 1;
    private static final long LARGEST = 1L << 30;

    private ModelFolder() {}

    /** What {@code pipeline.json} holds. */
    record Written(int format, Target target, List<FittedTransformer> steps, ModelFile model) {}

    /** Writes the model into an empty folder, and asks it about its golden rows. */
    public static void write(Path folder, ServedModel model, Reference reference) {
        var files = new TreeMap<String, byte[]>();
        var pipeline = model.pipeline();
        var written = new Written(FORMAT, pipeline.target(), pipeline.steps(), ModelFile.of(pipeline.model(), files));
        files.put(PIPELINE, Json.pretty(written).getBytes(StandardCharsets.UTF_8));
        files.put(CONTRACT, model.contract().yaml().getBytes(StandardCharsets.UTF_8));
        files.put(REFERENCE, reference.json().getBytes(StandardCharsets.UTF_8));
        files.put(CARD, Json.pretty(model.card()).getBytes(StandardCharsets.UTF_8));
        files.put("MLmodel", MlflowModel.yaml(model).getBytes(StandardCharsets.UTF_8));
        var golden = new StringBuilder();
        Golden.draw(model, reference)
                .forEach(row -> golden.append(Json.write(row)).append('\n'));
        files.put(GOLDEN, golden.toString().getBytes(StandardCharsets.UTF_8));
        var sums = new StringBuilder();
        files.forEach((name, bytes) ->
                sums.append(Sha256.of(bytes)).append("  ").append(name).append('\n'));
        files.put(SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem(
                            "MODEL-WRITE",
                            "cannot write the model: " + failure,
                            folder.toString(),
                            "free space on the disk and check the folder's permissions"),
                    failure);
        }
    }

    /**
     * Reads a model and proves that it is the one that was written: every checksum, then every golden row.
     *
     * @throws SlipwayException naming the file that is missing, damaged or not its own
     */
    public static ServedModel load(Path folder) {
        var files = verified(folder);
        var written = Json.read(PIPELINE, file(files, folder, PIPELINE), Written.class);
        if (written.format() != FORMAT) {
            throw damaged(
                    folder.resolve(PIPELINE), "format %d is not one this Slipway reads".formatted(written.format()));
        }
        var contract = Contract.read(
                Document.yaml(CONTRACT, new String(file(files, folder, CONTRACT), StandardCharsets.UTF_8)));
        var pipeline = new FittedPipeline(written.steps(), written.model().model(files), written.target());
        var card = Json.read(CARD, file(files, folder, CARD), Card.class);
        var model = new ServedModel(contract, pipeline, card);
        int number = 0;
        for (var line : new String(file(files, folder, GOLDEN), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            number++;
            Json.read(GOLDEN, line.getBytes(StandardCharsets.UTF_8), Golden.class)
                    .replay(model, number);
        }
        return model;
    }

    private static Map<String, byte[]> verified(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw SlipwayException.missing(
                    "MODEL-MISSING", "there is no such model folder", folder.toString(), "check the path");
        }
        var sums = new String(read(folder, SUMS), StandardCharsets.UTF_8);
        var files = new LinkedHashMap<String, byte[]>();
        for (var line : sums.lines().toList()) {
            if (!line.matches("[0-9a-f]{64} {2}[A-Za-z0-9._-]{1,100}") || line.endsWith("  ..")) {
                throw damaged(folder.resolve(SUMS), "not a line of checksums: '%s'".formatted(line));
            }
            var name = line.substring(66);
            var bytes = read(folder, name);
            if (!Sha256.of(bytes).equals(line.substring(0, 64))) {
                throw damaged(
                        folder.resolve(name),
                        "its %d bytes have another checksum than %s says".formatted(bytes.length, SUMS));
            }
            files.put(name, bytes);
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> files, Path folder, String name) {
        var bytes = files.get(name);
        if (bytes == null) {
            throw damaged(folder.resolve(SUMS), "it does not name " + name);
        }
        return bytes;
    }

    private static byte[] read(Path folder, String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                throw damaged(file, "the file is not there");
            }
            if (Files.size(file) > LARGEST) {
                throw damaged(file, "larger than %d bytes".formatted(LARGEST));
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem("MODEL-READ", "cannot read: " + failure, file.toString(), "check its permissions"),
                    failure);
        }
    }

    private static SlipwayException damaged(Path file, String what) {
        return SlipwayException.refused(
                "MODEL-DAMAGED", what, file.toString(), "restore the model folder from its source, or train again");
    }
}
