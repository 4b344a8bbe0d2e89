package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Trunks over REST: the operator's, with passwords that go in and never come out.
@ServerTest
class TrunkApiTest {
    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TrunkDirectory directory;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aTrunkIsTakenInShownWithoutItsPasswordChangedAndRemoved() {
        var operator = api.asOperator();
        var added = operator.post("/api/v1/trunks", trunk("unicom-beijing", "\"password\":\"clearly-fake\","));
        assertThat(added.status()).isEqualTo(201);
        var path = added.header("Location");
        assertThat(new String(added.bytes(), StandardCharsets.UTF_8)).doesNotContain("clearly-fake");

        var trunk = operator.get(path).json();
        assertThat(trunk.at("/outbound/host").asString()).isEqualTo("192.0.2.10");
        assertThat(trunk.at("/outbound/account/user").asString()).isEqualTo("hotline");
        assertThat(trunk.at("/areaCode").asString()).isEqualTo("010");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> directory.all().stream()
                        .anyMatch(one -> one.name().equals("unicom-beijing")
                                && one.outbound()
                                        .orElseThrow()
                                        .account()
                                        .orElseThrow()
                                        .password()
                                        .equals("clearly-fake")));

        assertThat(operator.put(path, trunk("unicom-north", "")).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> directory.all().stream()
                        .anyMatch(one -> one.name().equals("unicom-north")
                                && one.outbound()
                                        .orElseThrow()
                                        .account()
                                        .orElseThrow()
                                        .password()
                                        .equals("clearly-fake")));

        assertThat(operator.delete(path).status()).isEqualTo(204);
        assertThat(operator.get(path).status()).isEqualTo(404);
    }

    @Test
    void passwordsAreSealedInTheDatabase() {
        var added = api.asOperator().post("/api/v1/trunks", trunk("sealed", "\"password\":\"clearly-fake\","));
        var id = UUID.fromString(added.json().at("/id").asString());
        var stored = jdbc.sql("select outbound_password from telephony.trunks where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("clearly-fake");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var answer = api.asOperator().post("/api/v1/trunks", """
                        {"name":"fine","sources":["carrier.example"],
                         "outbound":{"host":"192.0.2.1","port":5060,"transport":"carrier pigeon"}}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations").findValuesAsString("field"))
                .contains("sources", "outbound.transport");
    }

    @Test
    void howATrunkRegistersIsTakenInShownAndChecked() {
        var operator = api.asOperator();
        var added = operator.post(
                "/api/v1/trunks", registering("registering", "\"expiresSeconds\":120,\"fromAccount\":true"));
        assertThat(added.status()).isEqualTo(201);
        var path = added.header("Location");
        var shown = operator.get(path).json().at("/outbound/register");
        assertThat(shown.at("/user").asString()).isEqualTo("hotline");
        assertThat(shown.at("/expiresSeconds").asInt()).isEqualTo(120);
        assertThat(shown.at("/fromAccount").asBoolean()).isTrue();
        assertThat(operator.delete(path).status()).isEqualTo(204);

        var wrong =
                operator.post("/api/v1/trunks", registering("too-short", "\"expiresSeconds\":5,\"registrar\":\"a:b\""));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/violations").findValuesAsString("field"))
                .contains("outbound.register", "outbound.register.registrar");
    }

    /// Switched off, so that nobody is asked.
    private static String registering(String name, String fields) {
        return """
                {"name":"%s","enabled":false,
                 "outbound":{"host":"192.0.2.10","port":5060,
                             "account":{"password":"clearly-fake","user":"hotline"},"register":{%s}}}
                """.formatted(name, fields);
    }

    @Test
    void aNameIsTakenOnce() {
        var operator = api.asOperator();
        operator.post("/api/v1/trunks", trunk("twice", "\"password\":\"x\","));
        assertThat(operator.post("/api/v1/trunks", trunk("twice", "\"password\":\"x\","))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anEnterpriseSeesNoTrunks() {
        var tenant = tenants.create("Curious").id();
        assertThat(api.as(tenant, Role.OWNER).get("/api/v1/trunks").status()).isEqualTo(403);
        assertThat(api.as(tenant, Role.OWNER)
                        .post("/api/v1/trunks", trunk("mine", "\"password\":\"x\","))
                        .status())
                .isEqualTo(403);
    }

    private static String trunk(String name, String password) {
        return """
                {"name":"%s","sources":["192.0.2.0/24"],"areaCode":"010",
                 "outbound":{"host":"192.0.2.10","port":5060,
                             "account":{%s"user":"hotline"},"priority":1,"weight":10}}
                """.formatted(name, password);
    }
}
