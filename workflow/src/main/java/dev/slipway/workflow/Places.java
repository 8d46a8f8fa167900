package dev.slipway.workflow;

import dev.slipway.database.Opening;
import dev.slipway.database.StateFolder;
import dev.slipway.database.Witness;
import dev.slipway.transform.OwnSteps;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds out where a command's work is done: on the server it names; else here, if the state folder is free; else on the
 * server that holds it.
 *
 * @param state the state folder
 * @param server named by the person
 * @param token shown to a named server; a server found in the folder left its own
 * @param steps that somebody else wrote
 */
public record Places(
        Path state,
        Optional<URI> server,
        Optional<String> token,
        Witness witness,
        InstantSource clock,
        OwnSteps steps) {
    /** How long to wait for another short command. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public Place open() {
        if (server.isPresent()) {
            return new There(server.get(), token, steps);
        }
        var opening = StateFolder.open(state, PATIENCE, clock);
        if (opening instanceof Opening.HeldBy held && held.holder().address().isPresent()) {
            return new There(held.holder().address().get(), held.holder().token(), steps);
        }
        return new Here(Workspace.open(opening.orBusy(), witness, clock, steps));
    }
}
