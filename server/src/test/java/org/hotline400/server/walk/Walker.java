package org.hotline400.server.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hotline400.server.testing.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends the requests of the walk: each operation as its description says, with a body that reads well.
final class Walker implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Api api;
    private final Map<String, JsonNode> operations = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    Walker(Api api) {
        this.api = api;
        api.withoutKey()
                .get("/api/openapi.json")
                .json()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    /// Method and path of every operation that the API has.
    List<String> routes() {
        return operations.keySet().stream().sorted().toList();
    }

    /// An answer, in short.
    ///
    /// @param code of a problem; empty when it is none
    record Seen(int status, String code, String body) {
        boolean isDone() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return status + (code.isEmpty() ? "" : " " + code);
        }
    }

    /// @param token of a key; empty for none
    /// @param values of the variables in the path, in their order
    Seen send(Rule rule, String token, List<String> values) {
        var request = HttpRequest.newBuilder(api.uri(address(rule, values))).timeout(Duration.ofSeconds(30));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var type = bodyType(rule);
        if (type.isEmpty()) {
            request.method(rule.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(rule.method(), BodyPublishers.ofString(body(rule, type)));
        }
        return exchange(request.build());
    }

    private static String address(Rule rule, List<String> values) {
        var left = values.iterator();
        return VARIABLE.matcher(rule.path()).replaceAll(_ -> left.next()) + rule.query();
    }

    /// The description does not name the type of a body that is read as a stream: then the rule does.
    private String bodyType(Rule rule) {
        if (!rule.sampleType().isEmpty()) {
            return rule.sampleType();
        }
        return operations.get(rule.route()).at("/requestBody/content").properties().stream()
                .map(Map.Entry::getKey)
                .filter(type -> !type.contains("*"))
                .findFirst()
                .orElse(rule.sample().isEmpty() ? "" : "application/json");
    }

    private static String body(Rule rule, String type) {
        if (!rule.sample().isEmpty()) {
            return rule.sample();
        }
        return type.equals("application/json") ? "{}" : "x";
    }

    private Seen exchange(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            var problem = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/problem+json"));
            var text = new String(answer.body(), StandardCharsets.UTF_8);
            return new Seen(
                    answer.statusCode(),
                    problem.map(_ -> JSON.readTree(text).at("/code").asString()).orElse(""),
                    text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
