package org.hotline400.server.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.calls.internal.SampleCalls;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Notifications over REST, and sent by the running server.
@ServerTest
class NotificationApiTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/notifications/subscriptions";
    private static final String HOOK = """
            {"channel":"webhook","destination":"https://crm.example.com/hook","kinds":["call.missed"],
             "numbers":["400-888-8888"]}
            """;
    private static final String MAIL = "{\"channel\":\"mail\",\"destination\":\"owner@example.com\"}";

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Transactions transactions;

    @Autowired
    private CallRecordRows records;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataFolder data;

    private TenantId tenant(String name) {
        return tenants.create(name).id();
    }

    @Test
    void aWebhookIsAddedSeenChangedAndRemovedAndItsSecretShownOnce() {
        var owner = api.as(tenant("Hooked"), Role.OWNER);

        var added = owner.post(PATH, HOOK);
        assertThat(added.status()).isEqualTo(201);
        var secret = added.json().at("/secret").asString();
        assertThat(secret).matches("whs_[0-9a-f]{64}");
        var path = added.header("Location");
        var shown = owner.get(path);
        assertThat(shown.json().at("/numbers/0").asString()).isEqualTo("4008888888");
        assertThat(shown.json().at("/state").asString()).isEqualTo("active");
        assertThat(text(shown)).doesNotContain(secret).doesNotContain("\"secret\"");

        var paused = owner.put(path, "{\"destination\":\"https://crm.example.com/two\",\"enabled\":false}");
        assertThat(paused.json().at("/state").asString()).isEqualTo("paused");
        assertThat(paused.json().at("/kinds").size()).isEqualTo(5);
        assertThat(owner.post(path + "/test", "{}").json().at("/code").asString())
                .isEqualTo("notifications.not-active");

        var renewed = owner.post(path + "/secret", "{}");
        assertThat(renewed.json().at("/secret").asString()).startsWith("whs_").isNotEqualTo(secret);
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    @Test
    void secretsAreSealedInTheDatabase() {
        var shop = tenant("Sealed hooks");
        var secret =
                api.as(shop, Role.OWNER).post(PATH, HOOK).json().at("/secret").asString();

        var bytes = transactions.asTenant(
                shop,
                () -> jdbc.sql("select secret from notifications.subscriptions")
                        .query(byte[].class)
                        .single());

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(secret.substring(4));
    }

    @Test
    void anAddressInsideTheOperatorsNetworkIsRefusedWhenItIsWrittenDown() {
        var owner = api.as(tenant("Curious"), Role.OWNER);
        for (var url : List.of(
                "http://127.0.0.1:8400/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://2130706433/",
                "http://user:secret@crm.example.com/",
                "ftp://crm.example.com/")) {
            var answer = owner.post(PATH, "{\"channel\":\"webhook\",\"destination\":\"" + url + "\"}");
            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("destination");
        }
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var answer = api.as(tenant("All wrong"), Role.OWNER).post(PATH, """
                        {"channel":"sms","destination":"12345","kinds":["call.eaten"],"numbers":["400-120-120"]}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("destination", "kinds", "numbers");
    }

    @Test
    void anEnterpriseSeesItsOwnSubscriptionsAndAViewerChangesNone() {
        var shop = tenant("Own");
        var owner = api.as(shop, Role.OWNER);
        var path = owner.post(PATH, MAIL).header("Location");
        var test = owner.post(path + "/test", "{}").json().at("/id").asString();
        var delivery = "/api/v1/notifications/deliveries/" + test;
        var stranger = api.as(tenant("Stranger to it"), Role.OWNER);

        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.put(path, MAIL).status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(stranger.post(path + "/test", "{}").status()).isEqualTo(404);
        assertThat(stranger.get(path + "/deliveries").status()).isEqualTo(404);
        assertThat(stranger.get(delivery).status()).isEqualTo(404);
        assertThat(stranger.post(delivery + "/replay", "{}").status()).isEqualTo(404);
        assertThat(stranger.post(PATH, "{\"tenant\":\"" + shop + "\"," + MAIL.substring(1))
                        .status())
                .isEqualTo(400);
        assertThat(text(stranger.get(PATH))).doesNotContain("owner@example.com");
        assertThat(text(api.asOperator().get(path))).contains("owner@example.com");

        var viewer = api.as(shop, Role.VIEWER);
        assertThat(viewer.get(path + "/deliveries").status()).isEqualTo(200);
        assertThat(viewer.post(PATH, MAIL).status()).isEqualTo(403);
        assertThat(viewer.post(path + "/test", "{}").status()).isEqualTo(403);
        assertThat(viewer.post(delivery + "/replay", "{}").status()).isEqualTo(403);
    }

    /// Without a mail server a newcomer finds the mail in the data folder.
    @Test
    void aMissedCallBecomesAMailAndCanBeSentAgain() throws Exception {
        var shop = tenant("Missed");
        var owner = api.as(shop, Role.OWNER);
        var path = owner.post(PATH, MAIL).header("Location");
        var from = "2026-01-01T00:00:00Z";
        transactions.asOperator(() -> records.insert(List.of(withoutAnswer(shop))));

        await().atMost(SOON)
                .until(() ->
                        text(owner.get(path + "/deliveries?state=delivered")).contains("call.missed"));
        var delivery = owner.get(path + "/deliveries").json().at("/items/0");
        var event = delivery.at("/event").asString();
        try (var files = Files.list(data.folder("outbox/mail"))) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith(event));
        }
        assertThat(delivery.at("/payload/data/call/caller/number").asString()).isEqualTo("13812345678");
        var seenByOperator = api.asOperator()
                .get("/api/v1/notifications/deliveries/" + delivery.at("/id").asString());
        assertThat(text(seenByOperator)).contains("138****5678").doesNotContain("13812345678");

        var replayed = owner.post(
                "/api/v1/notifications/deliveries/" + delivery.at("/id").asString() + "/replay", "{}");
        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.json().at("/replayOf")).isEqualTo(delivery.at("/id"));
        await().atMost(SOON)
                .until(() -> owner.get(path + "/deliveries?state=delivered")
                                .json()
                                .at("/items")
                                .size()
                        == 2);
        var range = "{\"from\":\"" + from + "\",\"to\":\"2100-01-01T00:00:00Z\",\"state\":\"delivered\"}";
        assertThat(owner.post(path + "/replay", range).json().at("/deliveries").size())
                .isEqualTo(1);
        assertThat(owner.post(path + "/replay", "{\"from\":\"yesterday\"}")
                        .json()
                        .at("/violations")
                        .size())
                .isEqualTo(2);
    }

    private static CallRecord withoutAnswer(TenantId shop) {
        var call = SampleCalls.call(shop, EndReason.NO_ANSWER);
        var times = call.times();
        return new CallRecord(
                call.id(),
                call.tenant(),
                call.number(),
                call.caller(),
                call.plan(),
                new CallRecord.Times(times.startedAt(), null, times.ringAt(), null, times.endedAt()),
                call.steps(),
                call.attempts(),
                call.end(),
                call.route(),
                call.quality());
    }

    private static String text(Api.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
