package dev.slipway.model;

import dev.slipway.contract.Contract;
import dev.slipway.document.Document;
import dev.slipway.document.Json;
import dev.slipway.document.Sha256;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Reference;
import dev.slipway.transform.FittedTransformer;
import dev.slipway.transform.OwnSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

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
    /** A name is no path: nothing outside of the folder can be meant. */
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64} {2}[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

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
        return load(folder, OwnSteps.NONE);
    }

    /**
     * As {@link #load(Path)}, with steps that somebody else wrote.
     *
     * @throws SlipwayException also where the model has such a step and it is not among these
     */
    public static ServedModel load(Path folder, OwnSteps own) {
        var files = verified(folder);
        var read = parsed(folder, files, PIPELINE, bytes -> pipeline(bytes, files));
        var pipeline = new FittedPipeline(read.steps().stream().map(own::known).toList(), read.model(), read.target());
        var contract = parsed(folder, files, CONTRACT, bytes -> Contract.read(Document.yaml(CONTRACT, text(bytes))));
        var card = parsed(folder, files, CARD, bytes -> Json.read(CARD, bytes, Card.class));
        var model = new ServedModel(contract, pipeline, card);
        var golden = parsed(
                folder,
                files,
                GOLDEN,
                bytes -> text(bytes).lines().map(ModelFolder::golden).toList());
        if (golden.isEmpty()) {
            throw damaged(folder.resolve(GOLDEN), "it has no row: nothing proves that the model answers as it did");
        }
        for (int row = 0; row < golden.size(); row++) {
            golden.get(row).replay(model, "%s, line %d".formatted(folder.resolve(GOLDEN), row + 1));
        }
        return model;
    }

    private static FittedPipeline pipeline(byte[] json, Map<String, byte[]> files) {
        // The format first: another one may have other keys.
        int format = Json.read(PIPELINE, json, JsonNode.class).path("format").asInt(0);
        if (format != FORMAT) {
            throw new IllegalArgumentException("format %d is not one this Slipway reads".formatted(format));
        }
        var written = Json.read(PIPELINE, json, Written.class);
        return new FittedPipeline(written.steps(), written.model().model(files, written.target()), written.target());
    }

    private static Golden golden(String line) {
        return Json.read(GOLDEN, line.getBytes(StandardCharsets.UTF_8), Golden.class);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What a file says. Whatever is wrong with it, people read that it is damaged, and how. */
    private static <T> T parsed(Path folder, Map<String, byte[]> files, String name, Function<byte[], T> reader) {
        var bytes = files.get(name);
        if (bytes == null) {
            throw damaged(folder.resolve(SUMS), "it does not name " + name);
        }
        try {
            return reader.apply(bytes);
        } catch (SlipwayException broken) {
            var first = broken.problems().get(0);
            throw damaged(folder.resolve(name), "%s (%s)".formatted(first.what(), first.where()));
        } catch (IllegalArgumentException broken) {
            throw damaged(folder.resolve(name), String.valueOf(broken.getMessage()));
        }
    }

    private static Map<String, byte[]> verified(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw SlipwayException.missing(
                    "MODEL-MISSING", "there is no such model folder", folder.toString(), "check the path");
        }
        var sums = text(read(folder, SUMS));
        if (!sums.endsWith("\n")) {
            throw damaged(folder.resolve(SUMS), "its last line is cut off");
        }
        var files = new LinkedHashMap<String, byte[]>();
        for (var line : sums.substring(0, sums.length() - 1).split("\n", -1)) {
            if (!LINE.matcher(line).matches()) {
                throw damaged(folder.resolve(SUMS), "not a line of checksums: '%s'".formatted(line));
            }
            var name = line.substring(66);
            if (files.containsKey(name)) {
                throw damaged(folder.resolve(SUMS), "it names %s twice".formatted(name));
            }
            var bytes = read(folder, name);
            if (!Sha256.of(bytes).equals(line.substring(0, 64))) {
                throw damaged(
                        folder.resolve(name),
                        "its %d bytes have another checksum than %s says".formatted(bytes.length, SUMS));
            }
            files.put(name, bytes);
        }
        refuseOthers(folder, files.keySet());
        return files;
    }

    private static void refuseOthers(Path folder, Set<String> named) {
        try (var entries = Files.list(folder)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals(SUMS) && !named.contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw damaged(folder.resolve(name), SUMS + " does not name it");
                    });
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
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
            throw unreadable(file, failure);
        }
    }

    private static SlipwayException unreadable(Path file, IOException failure) {
        return new SlipwayException(
                SlipwayException.Kind.FAILED,
                new Problem("MODEL-READ", "cannot read: " + failure, file.toString(), "check its permissions"),
                failure);
    }

    private static SlipwayException damaged(Path file, String what) {
        return SlipwayException.refused(
                "MODEL-DAMAGED", what, file.toString(), "restore the model folder from its source, or train again");
    }
}
