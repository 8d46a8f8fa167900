package dev.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    public static boolean isOne(String text) {
        return WRITTEN.matcher(text).matches();
    }

    public static String of(byte[] content) {
        return text(digest().digest(content));
    }

    /** Of all that is left in the stream. Does not close it. */
    public static String of(InputStream content) throws IOException {
        var digest = digest();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return text(digest.digest());
    }

    /** For those who hash while they copy; {@link #text} writes what it gives. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    public static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
