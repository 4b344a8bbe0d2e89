package org.hotline400.server.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface as the operator's own systems use it.
final class RestClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final InetSocketAddress server;
    private final String key;

    RestClient(InetSocketAddress server, String key) {
        this.server = server;
        this.key = key;
    }

    /// All records of this caller, the latest first.
    List<RecordedCall> callsOf(String caller) {
        var calls = new ArrayList<RecordedCall>();
        String path = "/api/v1/calls?limit=200&caller=" + caller;
        for (var page = page(path); page != null; page = next(path, page)) {
            page.at("/items").forEach(call -> calls.add(call(call.at("/id").asString())));
        }
        return calls;
    }

    private JsonNode next(String path, JsonNode page) {
        var cursor = page.at("/next");
        return cursor.isMissingNode() || cursor.isNull() || cursor.asString().isEmpty()
                ? null
                : page(path + "&cursor=" + cursor.asString());
    }

    private JsonNode page(String path) {
        return JSON.readTree(get(path));
    }

    RecordedCall call(String id) {
        return new RecordedCall(JSON.readTree(get("/api/v1/calls/" + id)));
    }

    /// The recording of a call, as WAV; it is in the catalogue a moment after the call's end.
    StereoRecording recording(RecordedCall call) {
        var path = "/api/v1/calls/" + call.id() + "/recording";
        Awaitility.await().atMost(PATIENCE).until(() -> send(path).statusCode() == 200);
        return StereoRecording.read(get(path));
    }

    /// The messages of a call's legs, as JSON.
    JsonNode ladder(RecordedCall call) {
        return JSON.readTree(get("/api/v1/calls/" + call.id() + "/ladder"));
    }

    /// How many calls have a record.
    long countCalls() {
        return count("/api/v1/calls?limit=200");
    }

    /// How many calls to this number ended so.
    long countCalls(String number, String endReason) {
        return count("/api/v1/calls?limit=200&number=" + number + "&endReason=" + endReason);
    }

    /// How many calls of this number all nodes count now.
    int callsNow(String number) {
        return page("/api/v1/numbers/" + number + "/usage").at("/calls/now").asInt(-1);
    }

    private long count(String path) {
        long count = 0;
        for (var page = page(path); page != null; page = next(path, page)) {
            count += page.at("/items").size();
        }
        return count;
    }

    /// Publishes a plan for a number; it is live within a second.
    void publish(String number, String plan) {
        put("/api/v1/numbers/" + number + "/plan", plan);
    }

    /// Waits until this server holds calls against this limit, which may have been published at another one.
    void awaitLimit(String number, int calls) {
        Awaitility.await("the limit of " + number + " is live")
                .atMost(PATIENCE)
                .until(() -> page("/api/v1/numbers/" + number + "/usage")
                                .at("/calls/most")
                                .asInt(0)
                        == calls);
    }

    private void put(String path, String body) {
        var answer = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
        expect(200, "PUT " + path, answer);
    }

    /// Adds a desk phone to an enterprise.
    void addPhone(UUID tenant, String user, String extension, String password) {
        var path = "/api/v1/phones";
        var answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"tenant": "%s", "user": "%s", "extension": "%s", "password": "%s"}""".formatted(tenant, user, extension, password)))
                .build());
        expect(201, "POST " + path, answer);
    }

    /// Where a desk phone is registered: `udp`, `tcp`…; empty: nowhere.
    Optional<String> transportOf(String phone) {
        return page("/api/v1/phones?limit=200")
                .at("/items")
                .valueStream()
                .filter(body -> body.at("/user").asString().equals(phone))
                .flatMap(body -> body.at("/registration/contacts").valueStream())
                .map(contact -> contact.at("/transport").asString())
                .findFirst();
    }

    /// Asks again for a while when it is told to try again soon.
    private byte[] get(String path) {
        var answer = Awaitility.await("an answer to GET " + path)
                .atMost(PATIENCE)
                .until(() -> send(path), one -> one.statusCode() != 503);
        expect(200, "GET " + path, answer);
        return answer.body();
    }

    private static void expect(int status, String what, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(
                    what + " gave " + answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<byte[]> send(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + server.getHostString() + ":" + server.getPort() + path))
                .header("Authorization", "Bearer " + key)
                .timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
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
