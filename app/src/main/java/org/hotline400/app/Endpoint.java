package org.hotline400.app;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.hotline400.server.kernel.HostPort;

/// Where a running platform listens, left in its data folder for the other commands.
///
/// @param http `host:port` of the API
/// @param sip `host:port` of SIP
/// @param pid of the process, to tell a running one from one that was killed
public record Endpoint(HostPort http, HostPort sip, long pid) {
    private static final String FILE = "endpoint.properties";

    /// Leaves this endpoint in the folder, in one step.
    public void writeTo(Path data) {
        var properties = new Properties();
        properties.setProperty("http", http.toString());
        properties.setProperty("sip", sip.toString());
        properties.setProperty("pid", Long.toString(pid));
        try {
            var text = new StringWriter();
            properties.store(text, "where the running platform listens");
            var fresh = Files.writeString(data.resolve(FILE + ".new"), text.toString());
            Files.move(fresh, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes it away again, when the platform stops.
    public static void removeFrom(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The endpoint of the platform that runs on this folder; empty when none does.
    public static Optional<Endpoint> of(Path data) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(in);
            var endpoint = new Endpoint(
                    HostPort.of(properties.getProperty("http", "")),
                    HostPort.of(properties.getProperty("sip", "")),
                    Long.parseLong(properties.getProperty("pid", "")));
            return Optional.of(endpoint).filter(Endpoint::isAlive);
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
