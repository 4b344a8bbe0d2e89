package org.hotline400.server.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.AccountOrder;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.Mailbox;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People come in, come back and go, as their browsers see it.
@ServerTest
class AccountsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER = "another staple entirely";

    private final Api api;
    private final Mailbox mailbox;
    private final Tenants tenants;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Visitor visitor;

    @Autowired
    AccountsTest(
            Api api,
            Mailbox mailbox,
            Tenants tenants,
            Accounts accounts,
            ApiKeys keys,
            Transactions transactions,
            JdbcClient jdbc) {
        this.api = api;
        this.mailbox = mailbox;
        this.tenants = tenants;
        this.accounts = accounts;
        this.keys = keys;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.visitor = Visitor.of(api);
    }

    private static String someAddress() {
        return "name-" + UUID.randomUUID() + "@example.cn";
    }

    private TenantId shop() {
        return tenants.create("Mother and baby").id();
    }

    /// Somebody with this role, and his address.
    private String somebody(TenantId tenant, Role role) {
        var address = someAddress();
        assertThat(accounts.open(new AccountOrder(tenant, "Ms Example", new SignInName(address), role), PASSWORD))
                .isPresent();
        return address;
    }

    private Visitor signedIn(String address) {
        var browser = Visitor.of(api);
        assertThat(browser.signIn(address, PASSWORD).status()).isEqualTo(200);
        return browser;
    }

    private static String signUp(String address) {
        return "{\"company\":\"母婴店\",\"name\":\"王女士\",\"mail\":\"%s\"}".formatted(address);
    }

    @Test
    void a_visitor_signs_up_by_mail_and_owns_his_enterprise() {
        var address = someAddress();

        assertThat(visitor.post("/api/v1/sign-ups", signUp(address)).status()).isEqualTo(202);
        var token = mailbox.token(address, 1);
        var weak = visitor.post("/api/v1/sign-ups/" + token, "{\"password\":\"1234567890\"}");
        assertThat(weak.status()).as("and the mail's token stays good").isEqualTo(400);
        var chosen = "{\"password\":\"" + PASSWORD + "\"}";
        var answer = visitor.post("/api/v1/sign-ups/" + token, chosen);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/user/mail").asString()).isEqualTo(address);
        var me = visitor.get("/api/v1/me").json();
        assertThat(me.at("/roles/0").asString()).isEqualTo("owner");
        assertThat(tenants.find(TenantId.of(me.at("/tenant").asString())))
                .hasValueSatisfying(tenant -> assertThat(tenant.name()).isEqualTo("母婴店"));
        assertThat(visitor.post("/api/v1/sign-ups/" + token, chosen).status())
                .as("a second click makes no second enterprise")
                .isEqualTo(404);
        assertThat(Visitor.of(api)
                        .signIn(address.toUpperCase(Locale.ROOT), PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoever_signs_up_again_gets_the_same_answer_and_another_mail() {
        var address = somebody(shop(), Role.OWNER);

        var again = visitor.post("/api/v1/sign-ups", signUp(address));
        var fresh = visitor.post("/api/v1/sign-ups", signUp(someAddress()));

        assertThat(again.status()).isEqualTo(fresh.status()).isEqualTo(202);
        assertThat(again.bytes()).isEqualTo(fresh.bytes());
        assertThat(mailbox.await(address, 1).text()).contains("已有账号").doesNotContain("#");
    }

    @Test
    void all_that_is_wrong_with_a_sign_up_comes_at_once_in_both_languages() {
        var answer = visitor.post("/api/v1/sign-ups", "{\"company\":\"\",\"mail\":\"shop\"}");

        assertThat(answer.status()).isEqualTo(400);
        var fields = new ArrayList<String>();
        answer.json()
                .get("violations")
                .forEach(one -> fields.add(one.get("field").asString()));
        assertThat(fields).isEqualTo(List.of("company", "mail"));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        var wrong = visitor.signIn(somebody(shop(), Role.OWNER), OTHER);
        var unknown = visitor.signIn(someAddress(), OTHER);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().at("/code").asString()).isEqualTo("session.refused");
        assertThat(wrong.bytes()).isEqualTo(unknown.bytes());
        assertThat(visitor.cookie("hotline-session")).isEmpty();
    }

    @Test
    void scripts_cannot_read_the_session_and_no_other_site_sends_it() {
        var far = visitor.signIn(somebody(shop(), Role.OWNER), PASSWORD);
        var near = api.withoutKey()
                .post(
                        "/api/v1/session",
                        "{\"mail\":\"%s\",\"password\":\"%s\"}".formatted(somebody(shop(), Role.OWNER), PASSWORD));

        assertThat(far.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("hotline-session=") && cookie.contains("HttpOnly"))
                .anyMatch(cookie -> cookie.startsWith("hotline-csrf=") && !cookie.contains("HttpOnly"))
                .allMatch(cookie -> cookie.contains("SameSite=Strict"))
                .allMatch(cookie -> cookie.contains("Secure"));
        assertThat(near.response().headers().allValues("Set-Cookie"))
                .hasSize(2)
                .as("this machine needs no TLS")
                .noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void what_another_site_sends_by_the_cookie_changes_nothing() {
        var owner = signedIn(somebody(shop(), Role.OWNER));
        var order = "{\"name\":\"till\",\"scopes\":[\"calls:read\"]}";

        var elsewhere = owner.fromElsewhere("POST", "/api/v1/api-keys", order);

        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.json().at("/code").asString()).isEqualTo("session.csrf");
        assertThat(owner.get("/api/v1/api-keys").json().at("/items").size()).isZero();
        assertThat(owner.post("/api/v1/api-keys", order).status()).isEqualTo(201);
        assertThat(owner.fromElsewhere("GET", "/api/v1/me", "").status())
                .as("it cannot read the answer")
                .isEqualTo(200);
    }

    @Test
    void the_proof_of_one_session_serves_no_other() {
        var one = signedIn(somebody(shop(), Role.OWNER));
        var other = signedIn(somebody(shop(), Role.OWNER));

        assertThat(api.withoutKey()
                        .send(
                                "DELETE",
                                "/api/v1/session",
                                "",
                                "Cookie",
                                "hotline-session=" + one.cookie("hotline-session"),
                                "X-CSRF-Token",
                                other.cookie("hotline-csrf"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void ten_wrong_passwords_lock_the_name_for_the_right_one_too() {
        var address = somebody(shop(), Role.OWNER);
        var nobodys = someAddress();
        for (int i = 0; i < 10; i++) {
            assertThat(visitor.signIn(address, OTHER).status()).isEqualTo(401);
            assertThat(visitor.signIn(nobodys, OTHER).status()).isEqualTo(401);
        }

        var locked = visitor.signIn(address, PASSWORD);
        var unknown = visitor.signIn(nobodys, PASSWORD);

        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(20, 31);
        assertThat(unknown.status()).as("a lock tells nothing").isEqualTo(429);
        assertThat(unknown.bytes()).isEqualTo(locked.bytes());
    }

    @Test
    void one_address_has_so_many_tries() {
        for (int i = 0; i < 30; i++) {
            assertThat(visitor.post("/api/v1/session", "{}").status()).isEqualTo(400);
        }

        // One comes back every two seconds, also while the thirty are made.
        var refused = Stream.generate(() -> visitor.post("/api/v1/session", "{}"))
                .limit(30)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
        assertThat(Visitor.of(api).post("/api/v1/session", "{}").status())
                .as("others are let alone")
                .isEqualTo(400);
    }

    @Test
    void a_second_factor_is_asked_for_and_each_code_lets_in_once() {
        var address = somebody(shop(), Role.OWNER);
        var owner = signedIn(address);
        assertThat(owner.post("/api/v1/second-factor", "{\"password\":\"" + OTHER + "\"}")
                        .status())
                .isEqualTo(403);
        var setup = owner.post("/api/v1/second-factor", "{\"password\":\"" + PASSWORD + "\"}");
        assertThat(setup.status()).isEqualTo(201);
        var secret = new TotpSecret(setup.json().at("/secret").asString());
        assertThat(setup.json().at("/uri").asString()).startsWith("otpauth://totp/Hotline400:");
        assertThat(Visitor.of(api).signIn(address, PASSWORD).status())
                .as("not yet confirmed")
                .isEqualTo(200);

        var confirmed =
                owner.post("/api/v1/second-factor/confirmation", "{\"code\":\"" + secret.code(Instant.now()) + "\"}");

        assertThat(confirmed.status()).isEqualTo(200);
        var recovery = confirmed.json().at("/recoveryCodes/3").asString();
        assertThat(confirmed.json().at("/recoveryCodes").size()).isEqualTo(10);
        var without = visitor.signIn(address, PASSWORD);
        assertThat(without.json().at("/code").asString()).isEqualTo("session.code-needed");
        assertThat(visitor.signIn(address, PASSWORD, "000000x").status()).isEqualTo(401);
        // Of the step after, as this one's is used.
        var code = secret.code(Instant.now().plusSeconds(30));
        assertThat(visitor.signIn(address, PASSWORD, code).status()).isEqualTo(200);
        assertThat(Visitor.of(api).signIn(address, PASSWORD, code).status())
                .as("seen over a shoulder")
                .isEqualTo(401);
        assertThat(Visitor.of(api).signIn(address, PASSWORD, recovery).status()).isEqualTo(200);
        assertThat(Visitor.of(api).signIn(address, PASSWORD, recovery).status()).isEqualTo(401);
        assertThat(owner.get("/api/v1/second-factor")
                        .json()
                        .at("/recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void a_new_password_by_mail_ends_all_sessions_and_works_once() {
        var address = somebody(shop(), Role.OWNER);
        var thief = signedIn(address);

        assertThat(visitor.post("/api/v1/password-resets", "{\"mail\":\"" + address + "\"}")
                        .status())
                .isEqualTo(202);
        var way = "/api/v1/password-resets/" + mailbox.token(address, 1);
        assertThat(visitor.post(way, "{\"password\":\"qwertyuiop\"}").status()).isEqualTo(400);
        assertThat(visitor.post(way, "{\"password\":\"" + OTHER + "\"}").status())
                .as("the mail still holds")
                .isEqualTo(204);

        assertThat(thief.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(visitor.signIn(address, PASSWORD).status()).isEqualTo(401);
        assertThat(visitor.signIn(address, OTHER).status()).isEqualTo(200);
        assertThat(visitor.post(way, "{\"password\":\"" + OTHER + "\"}").status())
                .isEqualTo(404);
        assertThat(mailbox.await(address, 2).subject()).contains("密码已更改");
    }

    @Test
    void nobody_learns_by_a_reset_whether_an_address_is_known() {
        var known = visitor.post("/api/v1/password-resets", "{\"mail\":\"" + somebody(shop(), Role.OWNER) + "\"}");
        var unknown = visitor.post("/api/v1/password-resets", "{\"mail\":\"" + someAddress() + "\"}");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.bytes()).isEqualTo(unknown.bytes());
    }

    @Test
    void a_changed_password_ends_the_other_sessions_only() {
        var address = somebody(shop(), Role.OWNER);
        var here = signedIn(address);
        var elsewhere = signedIn(address);

        var change = "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(PASSWORD, OTHER);
        assertThat(here.send("PUT", "/api/v1/me/password", change).status()).isEqualTo(204);

        assertThat(here.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void a_session_that_is_ended_from_another_one_is_out() {
        var address = somebody(shop(), Role.OWNER);
        var phone = signedIn(address);
        var desk = signedIn(address);
        var list = desk.get("/api/v1/sessions").json().at("/items");
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.at("/0/current").asBoolean()).isFalse();
        assertThat(list.at("/0/agent").asString()).isEqualTo("A browser");
        assertThat(list.at("/1/current").asBoolean()).isTrue();

        var phones = "/api/v1/sessions/" + list.at("/0/id").asString();
        assertThat(desk.send("DELETE", phones, "").status()).isEqualTo(204);

        assertThat(phone.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(desk.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(desk.send("DELETE", "/api/v1/session", "").status()).isEqualTo(204);
        assertThat(desk.cookie("hotline-session")).isEmpty();
    }

    @Test
    void a_session_that_another_node_ends_is_out_here_within_a_second() {
        var address = somebody(shop(), Role.OWNER);
        var browser = signedIn(address);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        var account = accounts.find(new SignInName(address)).orElseThrow();

        transactions.asTenant(
                account.tenant(),
                () -> jdbc.sql("update identity.sessions set ended_at = now() where principal = ?")
                        .param(account.principal())
                        .update());

        await().atMost(Duration.ofSeconds(5))
                .until(() -> browser.get("/api/v1/me").status() == 401);
    }

    @Test
    void an_owner_invites_people_who_choose_their_own_passwords() {
        var owner = signedIn(somebody(shop(), Role.OWNER));
        var address = someAddress();
        var order = "{\"mail\":\"%s\",\"name\":\"李先生\",\"role\":\"supervisor\"}".formatted(address);

        var invited = owner.post("/api/v1/users", order);
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.json().at("/state").asString()).isEqualTo("invited");
        var first = mailbox.token(address, 1);
        assertThat(owner.post("/api/v1/users", order).json().at("/id").asString())
                .as("asked twice, the same one")
                .isEqualTo(invited.json().at("/id").asString());
        var second = mailbox.token(address, 2);
        var password = "{\"password\":\"" + PASSWORD + "\"}";

        assertThat(visitor.post("/api/v1/invitations/" + first, password).status())
                .isEqualTo(404);
        assertThat(visitor.post("/api/v1/invitations/" + second, password).status())
                .isEqualTo(200);

        assertThat(visitor.get("/api/v1/me").json().at("/roles/0").asString()).isEqualTo("supervisor");
        assertThat(visitor.get("/api/v1/users").status()).isEqualTo(403);
        assertThat(owner.get("/api/v1/users").json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void nobody_makes_anybody_stronger_than_himself() {
        var tenant = shop();
        var admin = signedIn(somebody(tenant, Role.ADMIN));
        var owner = accounts.find(new SignInName(somebody(tenant, Role.OWNER))).orElseThrow();
        var agent = accounts.find(new SignInName(somebody(tenant, Role.AGENT))).orElseThrow();
        var order = "{\"mail\":\"%s\",\"name\":\"X\",\"role\":\"%s\"}";

        assertThat(admin.post("/api/v1/users", order.formatted(someAddress(), "owner"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/api/v1/users", order.formatted(someAddress(), "operator"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.send("PATCH", "/api/v1/users/" + agent.principal(), "{\"role\":\"owner\"}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.send("PATCH", "/api/v1/users/" + owner.principal(), "{\"disabled\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.send("PATCH", "/api/v1/users/" + agent.principal(), "{\"role\":\"viewer\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_last_owner_stays() {
        var tenant = shop();
        var address = somebody(tenant, Role.OWNER);
        var owner = signedIn(address);
        var himself = "/api/v1/users/"
                + accounts.find(new SignInName(address)).orElseThrow().principal();

        var alone = owner.send("PATCH", himself, "{\"role\":\"viewer\"}");
        assertThat(alone.json().at("/code").asString()).isEqualTo("users.last-one");
        assertThat(owner.send("PATCH", himself, "{\"disabled\":true}").status()).isEqualTo(409);

        somebody(tenant, Role.OWNER);
        assertThat(owner.send("PATCH", himself, "{\"role\":\"viewer\"}").status())
                .isEqualTo(200);
        assertThat(owner.get("/api/v1/me").json().at("/roles/0").asString()).isEqualTo("viewer");
    }

    @Test
    void whoever_is_shut_out_is_out_with_his_sessions_and_keys() {
        var tenant = shop();
        var owner = signedIn(somebody(tenant, Role.OWNER));
        var address = somebody(tenant, Role.ADMIN);
        var admin = signedIn(address);
        var principal = accounts.find(new SignInName(address)).orElseThrow().principal();
        var program = api.with(
                keys.issue(ApiKeyOrder.unlimited(tenant, principal, "till")).token());
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);

        assertThat(owner.send("PATCH", "/api/v1/users/" + principal, "{\"disabled\":true}")
                        .status())
                .isEqualTo(200);

        assertThat(admin.get("/api/v1/me").status()).isEqualTo(401);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> program.get("/api/v1/me").status() == 401);
        assertThat(visitor.signIn(address, PASSWORD).status()).isEqualTo(401);
        owner.send("PATCH", "/api/v1/users/" + principal, "{\"disabled\":false}");
        assertThat(visitor.signIn(address, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void another_enterprise_sees_nobody_of_ours() {
        var stranger = signedIn(somebody(shop(), Role.OWNER));
        var tenant = shop();
        var ours = accounts.find(new SignInName(somebody(tenant, Role.OWNER))).orElseThrow();

        assertThat(stranger.get("/api/v1/users?tenant=" + tenant).status()).isEqualTo(403);
        assertThat(stranger.send("PATCH", "/api/v1/users/" + ours.principal(), "{\"disabled\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/sessions?user=" + ours.principal()).status())
                .isEqualTo(404);
    }
}
