package dev.slipway.workflow;

import dev.slipway.artifact.Manifest;
import dev.slipway.transform.OwnSteps;
import java.nio.file.Path;

/** Where the state folder is open: in this program, or in a server that is asked over HTTP. The words are the same. */
public sealed interface Place extends AutoCloseable permits Here, There {
    /** Does the work there. Problems come back as they were thrown. */
    <Q, A> A ask(Operation<Q, A> operation, Q question);

    /** Keeps the files of a folder there, by content. */
    Manifest put(Path folder);

    /** Makes a new folder of files that are kept there, verified. */
    void fetch(Manifest files, Path folder);

    /** The steps that somebody else wrote, for the models that come from there. */
    OwnSteps steps();

    @Override
    void close();
}
