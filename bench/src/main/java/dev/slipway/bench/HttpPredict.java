package dev.slipway.bench;

import dev.slipway.artifact.Scratch;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does one prediction over HTTP take? Each thread is a caller with one connection kept open, who asks again as soon
 * as he is answered; callers and server share the machine. Requests a second are the callers divided by the mean time. With
 * a load from outside, and against a peer: {@code bench/peers/http.sh}.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 1, time = 10)
public class HttpPredict {
    /** The server, one for all callers. */
    @State(Scope.Benchmark)
    public static class Harbour {
        private final Scratch folder = Scratch.make();
        private final LateServer server = LateServer.start(folder.path(), LateModel.TREES, 0);

        @TearDown
        public void close() {
            server.close();
            folder.close();
        }
    }

    /** One caller with a connection. */
    @State(Scope.Thread)
    public static class Caller {
        private static final byte[] REQUEST = Shipments.request(Shipments.table(1), 0);

        private Optional<KeptConnection> connection = Optional.empty();

        @Setup
        public void open(Harbour harbour) {
            connection = Optional.of(KeptConnection.to(harbour.server.address()));
        }

        byte[] ask() throws IOException {
            return connection.orElseThrow().post(LateServer.PREDICT, REQUEST);
        }

        @TearDown
        public void close() throws IOException {
            connection.orElseThrow().close();
        }
    }

    @Benchmark
    @Threads(1)
    public byte[] oneCaller(Caller caller) throws IOException {
        return caller.ask();
    }

    @Benchmark
    @Threads(32)
    public byte[] thirtyTwoCallers(Caller caller) throws IOException {
        return caller.ask();
    }
}
