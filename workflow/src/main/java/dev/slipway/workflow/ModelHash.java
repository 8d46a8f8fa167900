package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SHA-256 of what a model answers with: {@code pipeline.json} and the files of libraries beside it. Not of what is told
 * about it, which holds ids and times.
 */
final class ModelHash {
    private static final Set<String> TOLD =
            Set.of("card.json", "contract.yaml", "golden.jsonl", "MLmodel", "profile.json", "SHA256SUMS");

    private ModelHash() {}

    static String of(Manifest model) {
        var lines = model.files().stream()
                .filter(file -> !TOLD.contains(file.path()))
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining());
        return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
    }
}
