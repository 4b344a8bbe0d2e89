package org.hotline400.server.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.RunningServer;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.DatabaseServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class AuditWithoutDatabaseTest {
    private static final String BAN = "/api/v1/bans/192.0.2.7";
    private static final String AUDIO = "/api/v1/recordings/" + UUID.randomUUID() + "/audio";

    @Test
    void looks_are_refused_and_changes_written_down_later(@TempDir Path data) throws Exception {
        try (var server = Hotline400Server.start(options(data));
                var http = HttpClient.newHttpClient()) {
            var client = new Client(server, http, server.firstOperatorKey().orElseThrow());
            assertThat(client.send("GET", AUDIO).statusCode()).isEqualTo(404);
            var health = server.context().getBean(DatabaseHealth.class);
            var postgres =
                    server.context().getBean(DatabaseServer.class).embedded().orElseThrow();

            postgres.stop();

            await().atMost(Duration.ofSeconds(10)).until(() -> !health.isUp());
            var look = client.send("GET", AUDIO);
            assertThat(look.statusCode()).isEqualTo(503);
            assertThat(look.body()).contains("database-away");
            assertThat(client.send("GET", "/api/v1/calls/live").statusCode())
                    .as("the live board goes on")
                    .isEqualTo(200);
            var lifted = client.send("DELETE", BAN);
            assertThat(lifted.statusCode()).as("a ban is lifted from memory").isEqualTo(404);
            assertThat(lifted.body()).contains("telephony.unknown-ban");

            postgres.resume();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(client.send("GET", "/api/v1/audit?action=/api/v1/bans/")
                                    .body())
                            .contains("/api/v1/bans/{address} DELETE", "192.0.2.7", "404 telephony.unknown-ban"));
            assertThat(client.send("POST", "/api/v1/audit/verifications").body())
                    .contains("\"intact\":true");
        }
    }

    private record Client(RunningServer server, HttpClient http, String token) {
        HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
            var address = server.httpAddress();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static ServerOptions options(Path data) {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return ServerOptions.in(data).withHttp(anyPort).withSip(anyPort);
    }
}
