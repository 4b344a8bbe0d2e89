package org.hotline400.app.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads call records through the API, as a customer would.
final class CallRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 20;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final String api;
    private final String key;

    /// @param api such as `http://127.0.0.1:8400/api/v1`
    CallRecords(String api, String key) {
        this.api = api;
        this.key = key;
    }

    /// The record of the call with this SIP Call-ID; empty when it does not come within some seconds (a record is
    /// written just after the end) or the API refuses.
    Optional<JsonNode> ofSipCall(String sipCallId) throws InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            for (var tries = 0; tries < TRIES; tries++) {
                var newest = get(client, "/calls?limit=5").flatMap(page -> pick(page, sipCallId));
                if (newest.isPresent()) {
                    return get(client, "/calls/" + newest.get());
                }
                Thread.sleep(BETWEEN);
            }
            return Optional.empty();
        }
    }

    /// The id of that call in a page of records, wherever the page keeps its list.
    private static Optional<String> pick(JsonNode page, String sipCallId) {
        return page.findParents("sipCallId").stream()
                .filter(call -> sipCallId.equals(text(call.get("sipCallId"))))
                .filter(call -> call.has("id") && call.has("endReason"))
                .map(call -> text(call.get("id")))
                .findFirst();
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asString("");
    }

    private Optional<JsonNode> get(HttpClient client, String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + key)
                .timeout(PATIENCE)
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.of(JsonMapper.shared().readTree(response.body()))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
