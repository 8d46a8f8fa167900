package dev.slipway.http;

import dev.slipway.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;

/** The secrets that open a server. Comparing tells nothing by the time it takes, not even how long they are. */
final class Tokens {
    private static final String SCHEME = "Bearer ";

    /** Hashes, so that all have one length. */
    private final List<byte[]> hashes;

    Tokens(Collection<String> secrets) {
        hashes = secrets.stream().map(Tokens::hash).toList();
    }

    /** Whether the value of an {@code Authorization} header shows one of them. */
    boolean accept(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var shown = hash(authorization.substring(SCHEME.length()));
        boolean known = false;
        for (var hash : hashes) {
            known |= MessageDigest.isEqual(hash, shown);
        }
        return known;
    }

    private static byte[] hash(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
