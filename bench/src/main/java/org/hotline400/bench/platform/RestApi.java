package org.hotline400.bench.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hotline400.bench.BenchFailedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface, as the operator's own systems use it. Several threads may use one.
public final class RestApi implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String key;

    public RestApi(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /// @param path with the query, such as `/api/v1/calls?limit=200`
    /// @throws BenchFailedException unless the answer is a success
    public JsonNode get(String path) {
        return send("GET", path, "", PATIENCE);
    }

    /// What is no JSON.
    public byte[] getBytes(String path) {
        return sendFor("GET", path, "", PATIENCE);
    }

    public JsonNode post(String path, String body) {
        return post(path, body, PATIENCE);
    }

    /// What may take longer.
    public JsonNode post(String path, String body, Duration patience) {
        return send("POST", path, body, patience);
    }

    public JsonNode put(String path, String body) {
        return send("PUT", path, body, PATIENCE);
    }

    private JsonNode send(String method, String path, String body, Duration patience) {
        return JSON.readTree(sendFor(method, path, body, patience));
    }

    private byte[] sendFor(String method, String path, String body, Duration patience) {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, publisher)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(patience)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new BenchFailedException(method + " " + path + " gave " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchFailedException(method + " " + path + " got no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException(method + " " + path + " was interrupted");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
