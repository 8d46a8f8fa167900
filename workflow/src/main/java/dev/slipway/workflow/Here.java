package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.transform.OwnSteps;
import java.nio.file.Path;

/** The state folder is open in this program. */
public record Here(Workspace workspace) implements Place {
    @Override
    public <Q, A> A ask(Operation<Q, A> operation, Q question) {
        return operation.work().apply(workspace, question);
    }

    @Override
    public Manifest put(Path folder) {
        return workspace.store().artifacts().putFolder(folder);
    }

    @Override
    public void fetch(Manifest files, Path folder) {
        workspace.store().artifacts().restore(files, folder);
    }

    @Override
    public OwnSteps steps() {
        return workspace.steps();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
