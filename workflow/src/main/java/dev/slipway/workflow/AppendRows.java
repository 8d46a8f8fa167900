package dev.slipway.workflow;

import dev.slipway.contract.Contract;
import dev.slipway.contract.ContractColumn;
import dev.slipway.document.Sha256;
import dev.slipway.engine.Engine;
import dev.slipway.problem.SlipwayException;
import dev.slipway.profile.ColumnProfile;
import dev.slipway.profile.Keys;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiling;
import dev.slipway.source.Source;
import dev.slipway.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a file of new rows to the profile of those that came before: after they were found to keep the contract, once for the same
 * bytes, whole or not at all.
 */
public final class AppendRows {
    /**
     * What was appended.
     *
     * @param rows new ones
     * @param all rows of the profile now
     * @param increments files it is made of
     * @param unknown unique columns of which nobody can tell whether a value came in an earlier file
     */
    public record Appended(long rows, long all, int increments, List<String> unknown) {
        public Appended {
            unknown = List.copyOf(unknown);
        }
    }

    private final Path data;
    private final Path stored;
    private final Increments before;
    private final String sha256;

    private AppendRows(Path data, Path stored, Increments before, String sha256) {
        this.data = data;
        this.stored = stored;
        this.before = before;
        this.sha256 = sha256;
    }

    /**
     * Looks at what is there, before the check.
     *
     * @param data one file
     * @param stored the profile of earlier rows; it need not be there yet
     * @throws SlipwayException where the same bytes were appended already
     */
    public static AppendRows to(Path stored, Path data) {
        if (!Files.isRegularFile(data)) {
            throw SlipwayException.usage(
                    "APPEND-ONE-FILE",
                    "only one file can be appended at a time",
                    data.toString(),
                    "name one file, or append the files one after the other");
        }
        var before = Increments.read(stored);
        String sha256 = hash(data);
        before.find(sha256).ifPresent(known -> {
            throw SlipwayException.refused(
                    "APPEND-TWICE",
                    "the same content was appended already, as %s with %d rows".formatted(known.file(), known.rows()),
                    "%s, %s".formatted(data, stored),
                    "append another file; nothing was changed");
        });
        return new AppendRows(data, stored, before, sha256);
    }

    private static String hash(Path file) {
        try (var bytes = SourceFile.open(file)) {
            return Sha256.of(bytes);
        } catch (IOException failure) {
            throw SourceFile.unreadable(file, failure);
        }
    }

    /** Merges the profile of the rows, which have been found good, into the stored one. */
    public Appended run(Engine engine, Source source, Contract contract) {
        var rows = inOrder(engine.fold(source, new Profiling()));
        if (!hash(data).equals(sha256)) {
            throw SlipwayException.failed(
                    "SOURCE-CHANGED",
                    "the file changed while it was read",
                    data.toString(),
                    "append it when nobody writes to it");
        }
        var after =
                before.plus(new Increments.Increment(String.valueOf(data.getFileName()), sha256, rows.rows()), rows);
        var unknown = new ArrayList<String>();
        for (var column : contract.columns()) {
            if (column.unique() && before.profile().rows() > 0) {
                repeats(column, after.profile())
                        .ifPresentOrElse(count -> refuse(column, count), () -> unknown.add(column.name()));
            }
        }
        after.write(stored);
        return new Appended(
                rows.rows(), after.profile().rows(), after.increments().size(), unknown);
    }

    /** Values that came in earlier rows; empty where the profile does not keep them all. */
    private static Optional<Integer> repeats(ContractColumn column, Profile profile) {
        boolean told = column.nullTokens().equals(ContractColumn.EMPTY_IS_NULL);
        return profile.find(column.name())
                .filter(seen -> told)
                .map(ColumnProfile::keys)
                .flatMap(Keys::repeats)
                .map(List::size);
    }

    private void refuse(ContractColumn column, int count) {
        if (count > 0) {
            throw SlipwayException.refused(
                    "APPEND-REPEATS",
                    "%d values of '%s' came in earlier rows already".formatted(count, column.name()),
                    "%s, %s, column '%s'".formatted(data, stored, column.name()),
                    "remove the rows that came before, or drop 'unique' of '%s' in the contract; nothing was changed"
                            .formatted(column.name()));
        }
    }

    /** The columns in the order of the stored profile, which must have the same ones. */
    private Profile inOrder(Profile rows) {
        var known = before.profile();
        if (known.columns().isEmpty()) {
            return rows;
        }
        var ordered = known.columns().stream()
                .flatMap(column -> rows.find(column.name()).filter(same -> same.type() == column.type()).stream())
                .toList();
        if (ordered.size() != known.columns().size()
                || ordered.size() != rows.columns().size()) {
            throw SlipwayException.refused(
                    "APPEND-COLUMNS",
                    "the columns are %s, in the profile they are %s".formatted(names(rows), names(known)),
                    "%s, %s".formatted(data, stored),
                    "bring the file into the form of the earlier ones, or begin another profile");
        }
        return new Profile(rows.rows(), rows.unreadable(), ordered);
    }

    private static List<String> names(Profile profile) {
        return profile.columns().stream()
                .map(column -> column.name() + " (" + column.type().label() + ")")
                .toList();
    }
}
