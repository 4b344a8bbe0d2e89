package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.sip.ContactBinding;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.RegistrarRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Desk phones over REST, and registered at the running server.
@ServerTest
class PhoneApiTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private PhoneBindings kept;

    @Autowired
    private PhoneDirectory phones;

    @Autowired
    private Phones stored;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void noPhoneIsLeft() {
        stored.all().forEach(stored::remove);
        await().atMost(SOON).until(phones::isEmpty);
    }

    @Test
    void aPhoneIsAddedRegisteredSeenAndLockedOut() throws Exception {
        var owner = api.as(tenants.create("Flower shop").id(), Role.OWNER);
        var added = owner.post("/api/v1/phones", body("flowers-desk", "8001"));
        assertThat(added.status()).isEqualTo(201);
        var password = added.json().at("/password").asString();
        assertThat(password).hasSize(20);
        var path = added.header("Location");
        assertThat(text(owner.get(path))).contains("\"unregistered\"").doesNotContain(password);
        await().atMost(SOON).until(() -> phones.ofUser("flowers-desk").isPresent());

        try (var phone = new TestPhone(switchboard.sipAddress(), "flowers-desk", password)) {
            assertThat(phone.register(phone.contact()).status()).isEqualTo(200);
            var shown = owner.get(path).json();
            assertThat(shown.at("/registration/state").asString()).isEqualTo("registered");
            assertThat(shown.at("/registration/contacts/0/transport").asString())
                    .isEqualTo("udp");
            assertThat(shown.at("/registration/contacts/0/source").asString())
                    .isEqualTo("127.0.0.1:" + phone.stack.address().getPort());

            // The registration outlives this registrar: another one finds it in the database.
            await().atMost(SOON).untilAsserted(() -> {
                var after = new Registrar(RegistrarRules.USUAL, Clock.systemUTC(), _ -> {});
                kept.load(after);
                assertThat(after.bindings("flowers-desk")).singleElement().satisfies(binding -> {
                    assertThat(binding.direct()).isTrue();
                    assertThat(binding.source().address().getPort())
                            .isEqualTo(phone.stack.address().getPort());
                });
            });

            var renewed = owner.post(path + "/password", "{}");
            assertThat(renewed.json().at("/password").asString()).hasSize(20).isNotEqualTo(password);
            await().atMost(SOON)
                    .until(() -> owner.get(path)
                            .json()
                            .at("/registration/state")
                            .asString()
                            .equals("unregistered"));
            assertThat(phone.register(phone.contact()).status()).isEqualTo(403);
        }
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    @Test
    void aRowThatCannotBeReadIsLeftOutAndARenamedPhoneStartsAnew() throws Exception {
        var owner = api.as(tenants.create("Renaming").id(), Role.OWNER);
        var added = owner.post("/api/v1/phones", body("stolen-desk", "8001"));
        var path = added.header("Location");
        await().atMost(SOON).until(() -> phones.ofUser("stolen-desk").isPresent());
        var password = added.json().at("/password").asString();
        try (var phone = new TestPhone(switchboard.sipAddress(), "stolen-desk", password)) {
            phone.register(phone.contact());
            await().atMost(SOON).until(() -> rows() == 1);
            transactions.asOperator(() -> jdbc.sql("""
                            insert into telephony.phone_bindings
                            select tenant, phone, 7, 'sip:@192.0.2.1', priority, call_id, cseq, until, since, transport,
                                source, direct, path, instance, user_agent
                            from telephony.phone_bindings
                            """).update());
            assertThat(loaded("stolen-desk"))
                    .singleElement()
                    .extracting(binding -> binding.contact().user().orElseThrow())
                    .isEqualTo("stolen-desk");

            assertThat(owner.put(path, body("found-desk", "8001")).status()).isEqualTo(200);
            assertThat(rows()).isZero();
            await().atMost(SOON).until(() -> phones.ofUser("found-desk").isPresent());
            assertThat(loaded("found-desk")).isEmpty();
        }
    }

    private int rows() {
        return transactions.asOperator(() -> jdbc.sql("select count(*)::int from telephony.phone_bindings")
                .query(Integer.class)
                .single());
    }

    /// What a registrar that starts now would know.
    private List<ContactBinding> loaded(String user) {
        var registrar = new Registrar(RegistrarRules.USUAL, Clock.systemUTC(), _ -> {});
        kept.load(registrar);
        return registrar.bindings(user);
    }

    @Test
    void aPhoneStaysWithItsEnterprise() {
        var owner = api.as(tenants.create("Staying").id(), Role.OWNER);
        var path = owner.post("/api/v1/phones", body("staying-desk", "8001")).header("Location");
        var other = tenants.create("Elsewhere").id();
        var moved = owner.put(path, "{\"user\":\"staying-desk\",\"extension\":\"8001\",\"tenant\":\"" + other + "\"}");
        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.json().at("/violations/0/field").asString()).isEqualTo("tenant");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var answer = api.as(tenants.create("Wrong").id(), Role.OWNER)
                .post("/api/v1/phones", "{\"user\":\"A B\",\"password\":\"short\",\"extension\":\"110\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("user", "password", "extension");
        assertThat(text(answer)).doesNotContain("\"short\"");
    }

    @Test
    void aUserNameIsTakenOnceOnThePlatformAndAnExtensionOnceInAnEnterprise() {
        var one = api.as(tenants.create("One").id(), Role.ADMIN);
        var other = api.as(tenants.create("Other").id(), Role.ADMIN);
        assertThat(one.post("/api/v1/phones", body("front-door", "8001")).status())
                .isEqualTo(201);
        assertThat(other.post("/api/v1/phones", body("front-door", "8002")).status())
                .isEqualTo(409);
        assertThat(one.post("/api/v1/phones", body("back-door", "8001")).status())
                .isEqualTo(409);
        assertThat(other.post("/api/v1/phones", body("side-door", "8001")).status())
                .isEqualTo(201);
    }

    @Test
    void anEnterpriseSeesItsOwnPhonesAndAViewerChangesNone() {
        var tenant = tenants.create("Mine").id();
        var path = api.as(tenant, Role.OWNER)
                .post("/api/v1/phones", body("mine-desk", "8001"))
                .header("Location");
        var stranger = api.as(tenants.create("Stranger").id(), Role.OWNER);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(text(stranger.get("/api/v1/phones"))).doesNotContain("mine-desk");
        assertThat(text(api.asOperator().get("/api/v1/phones"))).contains("mine-desk");
        var viewer = api.as(tenant, Role.VIEWER);
        assertThat(text(viewer.get("/api/v1/phones"))).contains("mine-desk");
        assertThat(viewer.post("/api/v1/phones", body("more", "8009")).status()).isEqualTo(403);
        assertThat(viewer.delete(path).status()).isEqualTo(403);
        assertThat(stranger.post(
                                "/api/v1/phones",
                                "{\"user\":\"intruder\",\"extension\":\"8003\",\"tenant\":\"" + tenant + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void passwordsAreSealedInTheDatabase() {
        api.as(tenants.create("Sealed").id(), Role.OWNER)
                .post(
                        "/api/v1/phones",
                        "{\"user\":\"sealed-desk\",\"extension\":\"8001\",\"password\":\"clearly-fake-secret\"}");
        var bytes = transactions.asOperator(() -> jdbc.sql("select password from telephony.phones")
                .query(byte[].class)
                .single());
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("clearly-fake");
    }

    private static String body(String user, String extension) {
        return "{\"user\":\"%s\",\"extension\":\"%s\",\"displayName\":\"前台\"}".formatted(user, extension);
    }

    private static String text(Api.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
