package org.hotline400.app.plan;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.Endpoint;
import org.hotline400.app.HomeFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server is meant, and who asks.
final class ServerOptions {
    static final String KEY = "HOTLINE_API_KEY";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The platform's address, such as http://127.0.0.1:8400 (default: the one running here).")
    private @Nullable String server;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "A file with the API key and nothing else (default: the key in the environment, " + KEY + ").")
    private @Nullable Path keyFile;

    /// Whether a server was named.
    boolean given() {
        return server != null;
    }

    PlanApi api() {
        return new PlanApi(address(), key());
    }

    private URI address() {
        var text = Optional.ofNullable(server).orElseGet(ServerOptions::platformHere);
        try {
            var uri = URI.create(text.replaceFirst("/+$", ""));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new CommandFailedException(2, "--server takes an address such as http://127.0.0.1:8400, was " + text);
    }

    private static String platformHere() {
        return Stream.of(HomeFolder.data(), HomeFolder.demoData())
                .map(Endpoint::of)
                .flatMap(Optional::stream)
                .map(endpoint -> "http://" + endpoint.http())
                .findFirst()
                .orElse("http://127.0.0.1:8400");
    }

    /// Never from the command line, where every user of the machine reads it.
    private String key() {
        var key = keyFile == null
                ? Optional.ofNullable(System.getenv(KEY)).orElse("")
                : PlanFile.read(keyFile).text();
        if (key.isBlank()) {
            throw new CommandFailedException(
                    2, "an API key is needed: set " + KEY + ", or name a file with --key-file");
        }
        return key.strip();
    }
}
