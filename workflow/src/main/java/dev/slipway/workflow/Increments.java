package dev.slipway.workflow;

import dev.slipway.document.Document;
import dev.slipway.document.Json;
import dev.slipway.document.Mapping;
import dev.slipway.document.Node;
import dev.slipway.document.Sha256;
import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profile of data that came in increments, and which increments they were.
 *
 * @param read the hash of the file this was read from; empty where there was none
 */
record Increments(Profile profile, List<Increment> increments, Optional<String> read) {
    /**
     * One file that was appended.
     *
     * @param sha256 of its bytes
     * @param rows it has
     */
    record Increment(String file, String sha256, long rows) {
        private Map<String, Object> object() {
            var object = new LinkedHashMap<String, Object>();
            object.put("file", file);
            object.put("sha256", sha256);
            object.put("rows", rows);
            return object;
        }

        private static Increment read(Mapping from) {
            from.allowOnly("file", "sha256", "rows");
            return new Increment(from.text("file"), from.text("sha256"), from.whole("rows"));
        }
    }

    Increments {
        increments = List.copyOf(increments);
    }

    /** What the file holds; nothing where there is no file. */
    static Increments read(Path file) {
        if (!Files.exists(file)) {
            return new Increments(Profile.EMPTY, List.of(), Optional.empty());
        }
        new NewFile(file).refuseExisting(true);
        byte[] bytes = bytes(file);
        var document = Document.json(file.toString(), bytes);
        var increments = document.read(all -> all.optionalList("increments").stream()
                .map(Node::mapping)
                .map(Increment::read)
                .toList());
        return new Increments(Profile.read(document), increments, Optional.of(Sha256.of(bytes)));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new SlipwayException(
                    SlipwayException.Kind.FAILED,
                    new Problem(
                            "PROFILE-READ",
                            "the file cannot be read: " + failure,
                            file.toString(),
                            "check its permissions"),
                    failure);
        }
    }

    /** The increment of the same bytes, whatever it was called. */
    Optional<Increment> find(String sha256) {
        return increments.stream()
                .filter(known -> known.sha256().equals(sha256))
                .findFirst();
    }

    /** With the profile of one more increment, whose columns are the same. */
    Increments plus(Increment increment, Profile rows) {
        var more = new ArrayList<>(increments);
        more.add(increment);
        return new Increments(profile.merge(rows), more, read);
    }

    /** Puts the file in the place of the one that was read, at once, unless that has changed meanwhile. */
    void write(Path file) {
        boolean same = read.equals(Files.exists(file) ? Optional.of(Sha256.of(bytes(file))) : Optional.<String>empty());
        if (!same) {
            throw new SlipwayException(
                    SlipwayException.Kind.BUSY,
                    new Problem(
                            "PROFILE-CHANGED",
                            "somebody else appended to the profile meanwhile",
                            file.toString(),
                            "append again"));
        }
        // One document that is also a profile for whoever reads profiles.
        String json = profile.json();
        String first = "{\n  \"increments\" : %s,"
                .formatted(Json.write(increments.stream().map(Increment::object).toList()));
        new NewFile(file).write(out -> out.append(first).append(json.substring(json.indexOf('\n'))));
    }
}
