package dev.slipway.database;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.nio.file.Path;

/** How an attempt to open a state folder ended. */
public sealed interface Opening {
    /** The folder, if it is ours now; else a BUSY problem that names who has it and what to do. */
    StateFolder orBusy();

    /** The folder is ours until it is closed. */
    record Opened(StateFolder folder) implements Opening {
        @Override
        public StateFolder orBusy() {
            return folder;
        }
    }

    /** Somebody else has it: a server, which can be asked, or a command that outlasted our patience. */
    record HeldBy(Holder holder, Path folder) implements Opening {
        @Override
        public StateFolder orBusy() {
            String fix = holder.address()
                    .map(url -> "run the command with --server " + url + ", or stop that server")
                    .orElse("wait until that command has ended, or stop it, then run this one again");
            throw new SlipwayException(
                    SlipwayException.Kind.BUSY,
                    new Problem("STATE-HELD", "the state folder is in use by " + holder, folder.toString(), fix));
        }
    }
}
