package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline400.server.calls.internal.SampleCalls;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.IssuedApiKey;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a live board hears.
@ServerTest
class LiveEventsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Tenants tenants;
    private final ApiKeys keys;
    private final LiveCalls live;
    private final Api api;

    @Autowired
    LiveEventsTest(Tenants tenants, ApiKeys keys, LiveCalls live, Api api) {
        this.tenants = tenants;
        this.keys = keys;
        this.live = live;
        this.api = api;
    }

    @AfterEach
    void close() {
        http.close();
    }

    /// Reads events as they come.
    private static final class Board implements AutoCloseable {
        private final HttpResponse<InputStream> answer;
        private final List<JsonNode> boards = new CopyOnWriteArrayList<>();
        private final List<String> names = new CopyOnWriteArrayList<>();
        private final Thread reader;

        Board(HttpResponse<InputStream> answer) {
            this.answer = answer;
            this.reader = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event: ")) {
                        names.add(line.substring(7));
                    } else if (line.startsWith("data: ") && names.getLast().equals("board")) {
                        boards.add(JSON.readTree(line.substring(6)));
                    }
                }
            } catch (IOException _) {
                // Closed by the test.
            }
        }

        long total() {
            return boards.isEmpty() ? -1 : boards.getLast().at("/total").asLong();
        }

        boolean isOver() {
            return !reader.isAlive();
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }
    }

    private IssuedApiKey key(TenantId tenant, Role role) {
        return keys.issue(
                ApiKeyOrder.unlimited(tenant, tenants.addPrincipal(tenant, "A " + role.code(), role), "test"));
    }

    private Board watch(IssuedApiKey key) {
        return new Board(send(key));
    }

    private HttpResponse<InputStream> send(IssuedApiKey key) {
        try {
            return http.send(
                    HttpRequest.newBuilder(api.uri("/api/v1/calls/live/events"))
                            .header("Authorization", "Bearer " + key.token())
                            .build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CallId begin(TenantId tenant) {
        var id = CallId.next();
        live.on(new CallEvent.Started(id, Instant.now(), tenant, "4002223333", CallerNumber.of("13812345678", "")));
        return id;
    }

    private void end(TenantId tenant, CallId id) {
        live.on(new CallEvent.Ended(id, Instant.now(), SampleCalls.ended(tenant)));
    }

    @Test
    void aBoardHearsOfCallsOfItsOwnTenantAsTheyComeAndGo() throws IOException {
        var shop = tenants.create("Watched").id();
        var rival = tenants.create("Rival").id();
        try (var board = watch(key(shop, Role.OWNER));
                var masked = watch(key(shop, Role.VIEWER));
                var others = watch(key(rival, Role.OWNER))) {
            await().atMost(SOON).until(() -> board.total() == 0 && others.total() == 0);

            var call = begin(shop);
            await().atMost(SOON).until(() -> board.total() == 1 && masked.total() == 1);
            var shown = board.boards.getLast();
            assertThat(shown.at("/calls/0/id").asString()).isEqualTo(call.toString());
            assertThat(shown.at("/calls/0/caller/normalised").asString()).isEqualTo("13812345678");
            assertThat(shown.at("/counts/0/number").asString()).isEqualTo("4002223333");
            assertThat(shown.at("/counts/0/state").asString()).isEqualTo("started");
            assertThat(masked.boards.getLast().at("/calls/0/caller/normalised").asString())
                    .isEqualTo("138****5678");

            live.on(new CallEvent.Talking(call, Instant.now(), "13800138001"));
            await().atMost(SOON)
                    .until(() -> board.boards
                            .getLast()
                            .at("/counts/0/state")
                            .asString()
                            .equals("talking"));
            end(shop, call);
            await().atMost(SOON).until(() -> board.total() == 0);
            assertThat(others.boards).hasSize(1);
        }
    }

    @Test
    void itEndsWithTheKeyItWasOpenedWith() throws IOException {
        var shop = tenants.create("Revoked").id();
        var key = key(shop, Role.OWNER);
        try (var board = watch(key)) {
            await().atMost(SOON).until(() -> board.total() == 0);

            keys.revoke(shop, key.key().id());

            await().atMost(SOON).until(board::isOver);
            assertThat(board.names.getLast()).isEqualTo("over");
        }
        assertThat(send(key).statusCode()).isEqualTo(401);
    }

    @Test
    void fewAreOpenAtOnceForOnePersonAndAPlaceIsFreeAgainAfterwards() throws IOException {
        var shop = tenants.create("Many boards").id();
        var key = key(shop, Role.OWNER);
        var open = new ArrayList<Board>();
        for (int i = 0; i < 5; i++) {
            open.add(watch(key));
        }
        assertThat(open).allMatch(board -> board.answer.statusCode() == 200);

        var refused = send(key);
        assertThat(refused.statusCode()).isEqualTo(429);
        refused.body().close();
        for (var board : open) {
            board.close();
        }
        // A board that is gone is noticed when it is told something.
        var call = begin(shop);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    live.on(new CallEvent.Dialling(call, Instant.now(), String.valueOf(System.nanoTime())));
                    var answer = send(key);
                    answer.body().close();
                    return answer.statusCode() == 200;
                });
        end(shop, call);
    }
}
