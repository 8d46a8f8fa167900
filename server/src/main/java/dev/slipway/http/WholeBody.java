package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads a body into memory as it comes, holding no thread while nothing comes, and no more memory than came. */
final class WholeBody implements Invocable.Task {
    private static final int FIRST = 16 << 10;

    private final Content.Source source;
    private final Limits limits;
    private final long limit;
    private final AtomicLong buffered;
    private final Consumer<byte[]> whole;
    private final Consumer<Throwable> refused;
    private final Pace pace;
    private byte[] bytes;
    private int size;

    /**
     * Ready to read.
     *
     * @param announced how many bytes are said to come; below 0 where nothing is said
     * @param buffered the bytes of all bodies in memory; whoever is given a whole one subtracts it in the end
     */
    WholeBody(
            Content.Source source,
            long announced,
            Limits limits,
            long limit,
            AtomicLong buffered,
            Consumer<byte[]> whole,
            Consumer<Throwable> refused) {
        this.source = source;
        this.limits = limits;
        this.limit = limit;
        this.buffered = buffered;
        this.whole = whole;
        this.refused = refused;
        pace = new Pace(limits);
        bytes = new byte[(int) Math.min(announced < 0 ? FIRST : announced, FIRST)];
    }

    @Override
    public void run() {
        try {
            while (true) {
                var chunk = source.read();
                if (chunk == null) {
                    source.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    throw failure(chunk.getFailure());
                }
                boolean last = chunk.isLast();
                take(chunk);
                if (last) {
                    break;
                }
            }
        } catch (RuntimeException | Error problem) {
            buffered.addAndGet(-size);
            refused.accept(problem);
            return;
        }
        whole.accept(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
    }

    private void take(Content.Chunk chunk) {
        try {
            var content = chunk.getByteBuffer();
            int piece = content.remaining();
            pace.take(piece, limit);
            if (buffered.addAndGet(piece) > limits.buffered()) {
                buffered.addAndGet(-piece);
                throw busy();
            }
            if (size + piece > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(2L * bytes.length, size + piece)));
            }
            content.get(bytes, size, piece);
            size += piece;
        } finally {
            chunk.release();
        }
    }

    private static SlipwayException busy() {
        return new SlipwayException(
                SlipwayException.Kind.BUSY,
                new Problem(
                        "SERVER-BUSY",
                        "other requests fill the memory for bodies",
                        "the body",
                        "try again in a second"));
    }

    static Refused failure(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Pace.tooSlow();
        }
        if (failure instanceof HttpException http) {
            return Pace.refused(http.getCode(), "HTTP-MALFORMED", "the body is not HTTP", "send it again");
        }
        return Pace.cutOff();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
