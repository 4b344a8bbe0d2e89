package org.hotline400.app.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.HostPortConverter;
import org.hotline400.server.kernel.HostPort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks a running platform as visitors of its number shop do, one search after the other, and calls one of its numbers
/// some thousand times, so that Java learns how both are answered: docs/adr/0009-quick-start.md. The platform is thrown
/// away afterwards: the number's plan is another one then. `HOTLINE_API_KEY` is the operator's.
@Command(
        name = "rehearse",
        hidden = true,
        description = "Asks and calls a platform as visitors and callers do; for the preparation of quick starts.")
public final class RehearseCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STANDS_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int OK = 200;
    /// The catalogue does not stand yet.
    private static final int NOT_YET = 503;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--http", required = true, paramLabel = "URL", description = "Such as http://127.0.0.1:8400.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI server;

    @Option(
            names = "--sip",
            paramLabel = "HOST:PORT",
            converter = HostPortConverter.class,
            description = "Where calls go; none are placed without.")
    private @Nullable HostPort sip;

    @Option(names = "--calls", defaultValue = "1500", description = "How many (${DEFAULT-VALUE}).")
    private int calls;

    @Option(names = "--searches", defaultValue = "600", description = "How many (${DEFAULT-VALUE}).")
    private int searches;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            awaitCatalogue(http);
            for (var query : QueryMix.others(searches)) {
                int status = ask(http, query.http());
                if (status != OK) {
                    throw new CommandFailedException("a search was answered with " + status);
                }
            }
            if (sip != null) {
                call(http, sip);
            }
        }
        return 0;
    }

    private void call(HttpClient http, HostPort where) throws IOException, InterruptedException {
        var key = Optional.ofNullable(System.getenv("HOTLINE_API_KEY")).orElse("");
        int answered = new RehearsedCalls(http, server, key).place(where.resolve(), calls);
        spec.commandLine().getOut().println("rehearsed calls: " + answered + " of " + calls + " answered");
    }

    private void awaitCatalogue(HttpClient http) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STANDS_WITHIN.toNanos();
        while (ask(http, "limit=1") == NOT_YET && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
        }
    }

    private int ask(HttpClient http, String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/numbers/search?" + query))
                .timeout(PATIENCE)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
