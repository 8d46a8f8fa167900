package dev.slipway.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** Things as they arrive on another machine. */
public final class Travelled {
    private Travelled() {}

    public static byte[] bytes(Serializable thing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        } catch (IOException e) {
            throw new AssertionError("it cannot travel: " + e, e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    public static <T extends Serializable> T copy(T thing) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes(thing)))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError("it does not arrive: " + e, e);
        }
    }
}
