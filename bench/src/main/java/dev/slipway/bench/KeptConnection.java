package dev.slipway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * An HTTP connection that is kept open, for answers with a length. The JDK's client would cost more than the server it
 * measures.
 */
final class KeptConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";
    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final String host;

    private KeptConnection(Socket socket, String host) throws IOException {
        this.socket = socket;
        this.host = host;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static KeptConnection to(URI address) {
        try {
            return new KeptConnection(new Socket(address.getHost(), address.getPort()), address.getAuthority());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The body of the answer; anything but a 200 is a failure, so that no refusal is ever measured as an answer. */
    byte[] post(String path, byte[] json) throws IOException {
        byte[] head = "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, host, json.length)
                .getBytes(ISO_8859_1);
        byte[] request = new byte[head.length + json.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        socket.getOutputStream().write(request);
        return answer();
    }

    private byte[] answer() throws IOException {
        var status = line();
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 200") || body.length == 0) {
            throw new IOException("no answer: %s %s".formatted(status, new String(body, ISO_8859_1)));
        }
        return body;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
