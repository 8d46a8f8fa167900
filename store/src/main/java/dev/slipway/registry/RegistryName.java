package dev.slipway.registry;

import dev.slipway.problem.SlipwayException;
import java.util.regex.Pattern;

/** What a model or a deployment may be called: no slash, colon or control character, so it is one segment of a path. */
final class RegistryName {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,249}");

    private RegistryName() {}

    static void require(String kind, String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw SlipwayException.usage(
                    "NAME-INVALID",
                    "'%s' cannot be the name of a %s".formatted(name, kind),
                    "the name of the " + kind,
                    "begin with a letter or a digit; then letters, digits, '.', '_', '-' and spaces, at most 250");
        }
    }
}
