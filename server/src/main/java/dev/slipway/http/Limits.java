package dev.slipway.http;

import java.time.Duration;

/**
 * Where a server stops: everything a stranger can make grow has an end.
 *
 * @param body the most bytes of a request for predictions
 * @param header the most bytes of a request line with its headers
 * @param buffered the most bytes of all bodies that are in memory at one time
 * @param connections the most open connections; others wait to be accepted
 * @param working the most requests that are worked on at one time, those that wait for a worker included
 * @param idle how long a connection may be silent
 * @param patience how long a body may come in at any speed; after that it must have kept {@code pace}
 * @param pace the fewest bytes of a body in a second
 * @param farewell how long requests may take to finish when the server stops
 */
public record Limits(
        long body,
        int header,
        long buffered,
        int connections,
        int working,
        Duration idle,
        Duration patience,
        int pace,
        Duration farewell) {
    public static final Limits DEFAULT = new Limits(
            16L << 20,
            32 << 10,
            256L << 20,
            4_096,
            256,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            4_096,
            Duration.ofSeconds(30));

    public Limits withBody(long bytes) {
        return new Limits(bytes, header, buffered, connections, working, idle, patience, pace, farewell);
    }

    public Limits withWorking(int requests) {
        return new Limits(body, header, buffered, connections, requests, idle, patience, pace, farewell);
    }

    public Limits withBuffered(long bytes) {
        return new Limits(body, header, bytes, connections, working, idle, patience, pace, farewell);
    }

    public Limits withTimes(Duration silence, Duration slowness, Duration stopping) {
        return new Limits(body, header, buffered, connections, working, silence, slowness, pace, stopping);
    }
}
