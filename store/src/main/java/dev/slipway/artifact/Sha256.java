package dev.slipway.artifact;

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

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
