package dev.slipway.cli;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C at a command that can come to a good end before its time: the first asks it to, the second ends the program at once.
 * Where the system lets nobody hear of it, as in the background of a shell, nothing changes.
 */
final class Interrupts {
    /** What a shell says of a program that an interrupt ended. */
    private static final int INTERRUPTED = 130;

    private final Runnable asked;
    private final AtomicInteger times = new AtomicInteger();
    private final Optional<Object> before;

    /** @param asked done at the first, on a thread of the system's */
    Interrupts(Runnable asked) {
        this.asked = asked;
        this.before = handled(handler());
    }

    private void hear() {
        if (times.incrementAndGet() == 1) {
            asked.run();
        } else {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }

    /*
     * Shutdown hooks are no way to hear of it: once they run, a second Ctrl-C is not heard at all, and nothing may be
     * started that wants a hook of its own. The class that hears signals is in every JDK since 1.3, but has no place in
     * the language's modules, and naming it makes the compiler complain.
     */
    private Optional<Object> handler() {
        try {
            var type = Class.forName("sun.misc.SignalHandler");
            return Optional.of(Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> heard(method.getName())));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }

    /** The system asks a handler for nothing but to handle; the answer fits the methods every object has. */
    private Object heard(String method) {
        return switch (method) {
            case "handle" -> {
                hear();
                yield this;
            }
            case "equals" -> false;
            case "hashCode" -> 0;
            default -> "interrupts";
        };
    }

    /** Has the signal handled so; answers who handled it before. */
    private static Optional<Object> handled(Optional<Object> handler) {
        if (handler.isEmpty()) {
            return Optional.empty();
        }
        try {
            var type = Class.forName("sun.misc.Signal");
            var signal = type.getConstructor(String.class).newInstance("INT");
            return Optional.ofNullable(type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                    .invoke(null, signal, handler.get()));
        } catch (ReflectiveOperationException notToBeHeard) {
            return Optional.empty();
        }
    }

    /** Ctrl-C is again what it was. */
    void restore() {
        handled(before);
    }
}
