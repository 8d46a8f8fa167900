package dev.slipway.rollout;

import dev.slipway.artifact.Artifacts;
import dev.slipway.artifact.Scratch;
import dev.slipway.model.ModelFolder;
import dev.slipway.model.ServedModel;
import dev.slipway.problem.SlipwayException;
import dev.slipway.registry.ModelVersion;
import dev.slipway.transform.OwnSteps;
import java.nio.file.Path;

/** Brings model versions into memory: every file verified, every golden row replayed. */
public final class ModelLoader {
    private final Artifacts artifacts;
    private final Path temporary;
    private final OwnSteps steps;

    /** @param steps that somebody else wrote, for the models that have some */
    public ModelLoader(Artifacts artifacts, Path temporary, OwnSteps steps) {
        this.artifacts = artifacts;
        this.temporary = temporary;
        this.steps = steps;
    }

    /** @throws SlipwayException where a file is damaged or a golden row gets another answer */
    public ServedModel load(ModelVersion version) {
        try (var scratch = Scratch.in(temporary)) {
            var folder = scratch.path().resolve("model");
            artifacts.restore(version.files(), folder);
            return ModelFolder.load(folder, steps);
        }
    }
}
