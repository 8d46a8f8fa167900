package dev.slipway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Slipway this is: release, and the commit it was built from where the build knew it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var built = new Properties();
        try (var file = Version.class.getResourceAsStream("version.properties")) {
            built.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        String commit = built.getProperty("commit", "");
        String release = "slipway " + built.getProperty("version");
        return new String[] {commit.isEmpty() ? release : release + " (" + commit + ")"};
    }
}
