package dev.slipway.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** Things as they arrive on another machine, by Java serialisation. */
public final class Travelled {
    private Travelled() {}

    /** What is sent. */
    public static byte[] bytes(Object thing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        } catch (IOException e) {
            throw new AssertionError("it cannot travel: " + e, e);
        }
        return bytes.toByteArray();
    }

    /** The thing as it arrives. */
    @SuppressWarnings("unchecked")
    public static <T> T copy(T thing) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes(thing)))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError("it does not arrive: " + e, e);
        }
    }
}
