package dev.slipway.database;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The program that has a state folder open.
 *
 * @param pid its process id; 0 when it has not said who it is (yet, or not to us)
 * @param address where it serves, if it is a server
 * @param token what a command on the same machine shows it; readable by the owner of the folder only
 */
public record Holder(long pid, Instant since, Optional<URI> address, Optional<String> token) {
    /** Somebody holds the lock but left no readable note. */
    static final Holder UNKNOWN = new Holder(0, Instant.EPOCH, Optional.empty(), Optional.empty());

    /** A note may outlive the process that wrote it; a note of a process we can see running is fresh. */
    boolean isRunning() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Without the token: this ends up in logs. */
    @Override
    public String toString() {
        String who = pid == 0 ? "a program that left no name" : "process " + pid + " since " + since;
        return address.map(url -> who + ", serving at " + url).orElse(who);
    }
}
