package org.hotline400.server.interop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.internal.Token;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Enterprises with a key each, and the operator, who ask the servers of one database for numbers.
final class NumberBuyers implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Buyer> buyers;
    private final Buyer operator;

    /// One who asks.
    record Buyer(TenantId tenant, String token) {}

    /// What came back.
    record Answer(Buyer buyer, int status, JsonNode json) {}

    private NumberBuyers(List<Buyer> buyers, Buyer operator) {
        this.buyers = buyers;
        this.operator = operator;
    }

    static NumberBuyers of(TestDatabase database, int count) {
        var buyers = IntStream.range(0, count)
                .mapToObj(_ -> buyer(database, new TenantId(UUID.randomUUID()), Role.OWNER))
                .toList();
        return new NumberBuyers(buyers, buyer(database, TenantId.OPERATOR, Role.OPERATOR));
    }

    private static Buyer buyer(TestDatabase database, TenantId tenant, Role role) {
        var token = Token.random();
        var principal = UUID.randomUUID();
        database.transactions().asOperator(() -> {
            var jdbc = database.jdbc();
            jdbc.sql("insert into identity.tenants values (?, 'A buyer', now()) on conflict do nothing")
                    .param(tenant.value())
                    .update();
            jdbc.sql("insert into identity.principals values (?, ?, 'A buyer', now())")
                    .params(principal, tenant.value())
                    .update();
            jdbc.sql("insert into identity.roles values (?, ?, ?)")
                    .params(tenant.value(), principal, role.code())
                    .update();
            jdbc.sql("""
                            insert into identity.api_keys (id, tenant, principal, name, hash, scopes, created_at)
                            values (gen_random_uuid(), ?, ?, 'test', ?, array['*'], now())
                            """).params(tenant.value(), principal, token.hash()).update();
        });
        return new Buyer(tenant, token.text());
    }

    /// The buyer who comes at this place in the queue.
    Buyer buyer(int place) {
        return buyers.get(place % buyers.size());
    }

    Buyer operator() {
        return operator;
    }

    /// Asks again while the server is too busy to ask its database, as clients do.
    ///
    /// @throws IOException when no answer comes
    Answer ask(ServerProcess server, Buyer buyer, String method, String path, String body)
            throws IOException, InterruptedException {
        var at = server.http();
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + at.getHostString() + ":" + at.getPort() + "/api/v1/numbers/" + path))
                .header("Authorization", "Bearer " + buyer.token())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofString(body));
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        for (int again = 0; answer.statusCode() == 503 && again < PATIENCE; again++) {
            answer = http.send(request.build(), BodyHandlers.ofByteArray());
        }
        return new Answer(
                buyer,
                answer.statusCode(),
                answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
