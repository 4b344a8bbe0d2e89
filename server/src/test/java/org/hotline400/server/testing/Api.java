package org.hotline400.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's API as its clients see it.
///
/// ```java
/// var shop = tenants.create("Mother and baby");
/// var answer = api.as(shop.id(), Role.OWNER).get("/api/v1/me");
/// assertThat(answer.status()).isEqualTo(200);
/// assertThat(answer.json().at("/tenant").asString()).isEqualTo(shop.id().toString());
/// ```
@TestComponent
public final class Api implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final WebServerApplicationContext server;
    private final Tenants tenants;
    private final ApiKeys keys;
    private final HttpClient http = HttpClient.newHttpClient();

    Api(WebServerApplicationContext server, Tenants tenants, ApiKeys keys) {
        this.server = server;
        this.tenants = tenants;
        this.keys = keys;
    }

    /// A client with a new key of a new principal with this role, which opens everything the role may.
    public Client as(TenantId tenant, Role role) {
        var principal = tenants.addPrincipal(tenant, "A " + role.code(), role);
        return with(keys.issue(ApiKeyOrder.unlimited(tenant, principal, "test")).token());
    }

    public Client asOperator() {
        return as(TenantId.OPERATOR, Role.OPERATOR);
    }

    /// A client that sends this token.
    public Client with(String token) {
        return new Client("Bearer " + token);
    }

    /// A client without a key.
    public Client withoutKey() {
        return new Client("");
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + path);
    }

    @Override
    public void close() {
        http.close();
    }

    /// One sender of requests.
    public final class Client {
        private final String authorization;

        private Client(String authorization) {
            this.authorization = authorization;
        }

        public Answer get(String path) {
            return send("GET", path, "");
        }

        public Answer post(String path, String json) {
            return send("POST", path, json);
        }

        public Answer put(String path, String json) {
            return send("PUT", path, json);
        }

        public Answer delete(String path) {
            return send("DELETE", path, "");
        }

        /// Uploads a file of this media type.
        public Answer upload(String path, String type, byte[] file) {
            var request = HttpRequest.newBuilder(uri(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(file));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            return exchange(request.build());
        }

        /// Puts a file of this media type.
        public Answer putFile(String path, String type, byte[] file) {
            return exchange(HttpRequest.newBuilder(uri(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", type)
                    .header("Authorization", authorization)
                    .PUT(BodyPublishers.ofByteArray(file))
                    .build());
        }

        /// Sends any method, with extra headers as name, value, name, value.
        public Answer send(String method, String path, String body, String... headers) {
            var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            if (body.isEmpty()) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.setHeader("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
            }
            return exchange(request.build());
        }

        private Answer exchange(HttpRequest request) {
            try {
                return new Answer(http.send(request, BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// What came back.
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
