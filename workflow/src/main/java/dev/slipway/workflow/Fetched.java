package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.artifact.Scratch;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.ServedModel;

/** A model out of the place that keeps it. */
final class Fetched {
    private Fetched() {}

    /** The model in these files, proven to be the one that was written. */
    static ServedModel model(Place place, Manifest files) {
        try (var scratch = Scratch.make()) {
            var folder = scratch.path().resolve("model");
            place.fetch(files, folder);
            return ModelFolder.load(folder, place.steps());
        }
    }
}
