package org.hotline400.bench.numbers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.hotline400.bench.BenchFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The open search, as visitors use it: without any key.
final class VisitorShop implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STANDS_WITHIN = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int OK = 200;
    /// The catalogue does not stand yet.
    private static final int NOT_YET = 503;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    /// @param server such as `http://127.0.0.1:8400`
    VisitorShop(URI server) {
        this.server = server;
    }

    HttpClient http() {
        return http;
    }

    HttpRequest request(String query) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/numbers/search?" + query))
                .timeout(PATIENCE)
                .build();
    }

    SearchAnswer ask(String query) throws InterruptedException {
        return SearchAnswer.read(answer(query));
    }

    /// With which digits a meaning is said.
    List<Saying> sayings(String query) throws InterruptedException {
        return Saying.read(answer(query));
    }

    private JsonNode answer(String query) throws InterruptedException {
        var answer = send(query);
        if (answer.statusCode() != OK) {
            throw refused(query, answer);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new BenchFailedException("a search was not answered with JSON: " + e.getOriginalMessage());
        }
    }

    /// Asks until it is answered.
    void awaitCatalogue() throws InterruptedException {
        var deadline = System.nanoTime() + STANDS_WITHIN.toNanos();
        var answer = send("limit=1");
        while (answer.statusCode() != OK) {
            if (answer.statusCode() != NOT_YET || System.nanoTime() > deadline) {
                throw refused("limit=1", answer);
            }
            Thread.sleep(POLL);
            answer = send("limit=1");
        }
    }

    private HttpResponse<byte[]> send(String query) throws InterruptedException {
        try {
            return http.send(request(query), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new BenchFailedException("the search " + query + " got no answer: " + e);
        }
    }

    private static BenchFailedException refused(String query, HttpResponse<byte[]> answer) {
        return new BenchFailedException("the search " + query + " gave " + answer.statusCode() + ": "
                + new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
