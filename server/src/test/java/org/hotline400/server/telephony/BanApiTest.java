package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A scanner comes by from another address of loopback: it is banned, shown to the operator, and pardoned.
@ServerTest
class BanApiTest {
    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Switchboard switchboard;

    @Test
    void aScannerIsShownAmongTheBansAndCanBePardoned() throws Exception {
        sendAsScanner("127.0.0.99");
        var operator = api.asOperator();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> operator.get("/api/v1/bans").json().size() == 1);
        var ban = operator.get("/api/v1/bans").json().get(0);
        assertThat(ban.at("/source").asString()).isEqualTo("127.0.0.99");
        assertThat(ban.at("/why").asString()).contains("scanner");
        assertThat(operator.delete("/api/v1/bans/127.0.0.98").status()).isEqualTo(404);
        assertThat(operator.delete("/api/v1/bans/anything").status()).isEqualTo(400);
        assertThat(operator.delete("/api/v1/bans/127.0.0.99").status()).isEqualTo(204);
        assertThat(operator.get("/api/v1/bans").json().size()).isZero();
    }

    @Test
    void bansAreTheOperators() {
        var shop = tenants.create("Mother and baby");
        assertThat(api.as(shop.id(), Role.OWNER).get("/api/v1/bans").status()).isEqualTo(403);
        assertThat(api.withoutKey().get("/api/v1/bans").status()).isEqualTo(401);
    }

    private void sendAsScanner(String from) throws IOException {
        var bytes = """
                OPTIONS sip:100@127.0.0.1 SIP/2.0\r
                Via: SIP/2.0/UDP 127.0.0.99:5060;branch=z9hG4bKscan;rport\r
                From: <sip:100@127.0.0.1>;tag=scan\r
                To: <sip:100@127.0.0.1>\r
                Call-ID: scan\r
                CSeq: 1 OPTIONS\r
                User-Agent: friendly-scanner\r
                Content-Length: 0\r
                \r
                """.getBytes(StandardCharsets.US_ASCII);
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral(from))) {
            socket.send(new DatagramPacket(bytes, bytes.length, switchboard.sipAddress()));
        }
    }
}
