package org.hotline400.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says what is running: version, commit, Java.
@Command(name = "version", description = "Version, commit and Java.", mixinStandardHelpOptions = true)
public final class VersionCommand implements Runnable, IVersionProvider {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        for (var line : getVersion()) {
            spec.commandLine().getOut().println(line);
        }
    }

    @Override
    public String[] getVersion() {
        var build = read("/build.properties");
        return new String[] {
            "Hotline400 " + build.getProperty("version", "unknown"),
            "commit " + build.getProperty("commit", "unknown"),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
        };
    }

    /// Made by the build: `unknown` is the commit of a build outside a git clone.
    private static Properties read(String resource) {
        var properties = new Properties();
        try (var in = VersionCommand.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
