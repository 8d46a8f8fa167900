package dev.slipway.source;

import java.util.regex.Pattern;

/**
 * The result of a query. Its columns come typed, its rows have records (from 1, in the order the database gives them) and no
 * lines.
 *
 * @param url {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}
 * @param query one SELECT
 * @param password where it is found when the source is opened: it is never kept, and never shown
 */
public record QuerySource(String url, String query, Password password) implements Source {
    private static final Pattern DATABASE = Pattern.compile("jdbc:(sqlite|postgresql):.*", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("(?i)(password=)[^&;]*|(//[^:/@]*:)[^@/]*(?=@)");

    /** Whether the words name a database and not a file. */
    public static boolean isUrl(String given) {
        return given.startsWith("jdbc:");
    }

    /** Whether the database is one that is read here. */
    public boolean known() {
        return DATABASE.matcher(url).matches();
    }

    /** The database, without the password if it stands in the address. */
    @Override
    public String name() {
        return SECRET.matcher(url).replaceAll("$1$2***");
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(name(), query);
    }

    /** A password, or nothing where the driver is to look for one itself. */
    @FunctionalInterface
    public interface Password {
        Password NONE = () -> "";

        /** Empty where there is none. */
        String reveal();
    }
}
