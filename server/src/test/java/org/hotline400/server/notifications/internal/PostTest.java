package org.hotline400.server.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.HotlineSettings.MailSecurity;
import org.hotline400.server.outbound.OutboundUrl;
import org.hotline400.server.outbound.internal.LocalHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Mails and text messages, by a service and into a folder.
@Timeout(60)
class PostTest {
    private static final MailPost.Mail MAIL =
            new MailPost.Mail("event.subscription", "owner@example.com", "未接来电 / missed call", "来电号码：13812345678\n");

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private final List<GreenMail> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(GreenMail::stop);
    }

    private GreenMail mailServer() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        servers.add(server);
        server.start();
        return server;
    }

    private SmtpMail smtp(int port, MailSecurity security, String user, String password) {
        var server = new HostPort("127.0.0.1", port);
        return new SmtpMail(
                new HotlineSettings.Mail(server, security, user, password, "Hotline400 <no-reply@example.com>"),
                server,
                clock);
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        var server = mailServer();

        var outcome =
                smtp(server.getSmtp().getPort(), MailSecurity.NONE, "", "").send(MAIL);

        assertThat(outcome.error()).isEmpty();
        var got = server.getReceivedMessages();
        assertThat(got).hasSize(1);
        assertThat(got[0].getSubject()).isEqualTo("未接来电 / missed call");
        assertThat(got[0].getContent().toString().strip()).isEqualTo("来电号码：13812345678");
        assertThat(GreenMailUtil.getHeaders(got[0]))
                .contains("Message-ID: <event.subscription@hotline400>", "Auto-Submitted: auto-generated")
                .contains("From: Hotline400 <no-reply@example.com>", "To: owner@example.com");
    }

    @Test
    void aWrongPasswordIsAFailureThatSaysSo() {
        var server = mailServer();
        server.setUser("platform", "right");

        var port = server.getSmtp().getPort();
        assertThat(smtp(port, MailSecurity.NONE, "platform", "right").send(MAIL).isTaken())
                .isTrue();
        var refused = smtp(port, MailSecurity.NONE, "platform", "clearly-fake").send(MAIL);

        assertThat(refused.error()).startsWith("smtp: ").doesNotContain("clearly-fake");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerWithoutStarttlsGetsNothingWhereItIsRequired() {
        var server = mailServer();

        var outcome =
                smtp(server.getSmtp().getPort(), MailSecurity.STARTTLS, "", "").send(MAIL);

        assertThat(outcome.isTaken()).isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailServerThatIsAwayIsAFailure() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(smtp(closed, MailSecurity.NONE, "", "").send(MAIL).error()).startsWith("smtp: ");
    }

    @Test
    void withoutAMailServerTheMailIsAFileThatMailProgramsOpen() throws IOException {
        var outcome = new FolderMail(new OutboxFolder(folder), "hotline400@localhost", clock).send(MAIL);

        assertThat(outcome.isTaken()).isTrue();
        assertThat(folder.resolve("event.subscription.eml"))
                .content(StandardCharsets.UTF_8)
                .contains("To: owner@example.com", "Subject: =?UTF-8?", "Message-ID: <event.subscription@hotline400>");
    }

    @Test
    void theFolderKeepsTheNewestThousand() throws IOException {
        var posts = new FolderSms(new OutboxFolder(folder));
        for (int i = 0; i < 1003; i++) {
            posts.send(new SmsPost.Sms("event-%04d".formatted(i), "13900139000", "文字 " + i));
        }

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
                    .hasSize(1000)
                    .startsWith("event-0003.txt")
                    .endsWith("event-1002.txt");
        }
        assertThat(folder.resolve("event-1002.txt")).hasContent("13900139000\n文字 1002\n");
    }

    @Test
    void aTextMessageGoesToTheServiceAsItsTemplateSays() throws Exception {
        var bodies = new ArrayList<String>();
        var headers = new ArrayList<String>();
        var service = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 5);
        service.createContext("/", exchange -> {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                headers.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(bodies.size() == 1 ? 200 : 429, -1);
            }
        });
        service.start();
        try (var http = LocalHttp.allowingLoopback()) {
            var url = "http://127.0.0.1:" + service.getAddress().getPort() + "/send";
            var settings = new HotlineSettings.Sms(url, "fake-token", "{\"mobile\":\"{to}\",\"content\":\"{text}\"}");
            var posts = new HttpSms(http, settings, OutboundUrl.of(url));
            var text = new SmsPost.Sms("event.subscription", "13900139000", "【400】\"引号\"\n换行");

            assertThat(posts.send(text).isTaken()).isTrue();
            assertThat(posts.send(text).status()).isEqualTo(429);
        } finally {
            service.stop(0);
        }

        var sent = new JsonMapper().readTree(bodies.getFirst());
        assertThat(sent.at("/mobile").asString()).isEqualTo("13900139000");
        assertThat(sent.at("/content").asString()).isEqualTo("【400】\"引号\"\n换行");
        assertThat(headers).containsOnly("Bearer fake-token");
    }
}
