package org.hotline400.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.server.walk.Rule.Does;
import org.hotline400.server.walk.Rule.Who;
import org.hotline400.server.walk.Walker.Seen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Tries every door of the API with keys that must not open it. What each is to let in stands in
/// `endpoint-walk.txt`; an operation that is not there fails the test.
@ServerTest
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndpointWalkTest {
    /// No operation asks for it.
    private static final Scope FOREIGN = Scope.write("walks");

    private final Tenants tenants;
    private final ApiKeys keys;
    private final WalkedShop shops;
    private final Walker walker;
    private TenantId shop;
    private Things things;
    private String owner;

    @Autowired
    EndpointWalkTest(Api api, Tenants tenants, ApiKeys keys, ApplicationContext server) {
        this.tenants = tenants;
        this.keys = keys;
        this.shops = new WalkedShop(server);
        this.walker = new Walker(api);
    }

    @BeforeAll
    void aShopWithOneOfEachThing() throws IOException {
        shop = shops.open();
        things = shops.furnish(shop);
        owner = key(shop, Role.OWNER, Scope.ALL);
    }

    @AfterAll
    void close() {
        walker.close();
    }

    @Test
    @Order(1)
    void every_operation_has_a_rule_and_every_rule_an_operation() {
        var rules = Rules.all().stream().map(Rule::route).sorted().toList();

        assertThat(walker.routes()).hasSizeGreaterThan(100);
        assertThat(rules).doesNotHaveDuplicates();
        assertThat(walker.routes().stream().filter(route -> !rules.contains(route)))
                .as("operations without a rule: add a line for each to " + Rules.FILE + ", which says how")
                .isEmpty();
        assertThat(rules.stream().filter(route -> !walker.routes().contains(route)))
                .as("rules without an operation: take them out of " + Rules.FILE)
                .isEmpty();
    }

    /// Otherwise that a stranger finds nothing would prove nothing.
    @Test
    @Order(2)
    void the_owner_finds_what_the_strangers_are_going_to_ask_for() {
        assertThatTheOwnerFindsAll();
    }

    private void assertThatTheOwnerFindsAll() {
        var walked = Rules.that(rule -> rule.who().ownsThings() && rule.method().equals("GET") && things.knows(rule))
                .toList();

        assertThat(walked).hasSizeGreaterThan(15);
        assertThat(failures(walked.stream(), owner, Seen::isDone)).isEmpty();
    }

    @Test
    @Order(3)
    void without_a_valid_key_only_what_is_for_visitors_opens() {
        var expired = tenants.addPrincipal(shop, "Expired", Role.OWNER);
        var past = new ApiKeyOrder(
                shop,
                expired,
                "expired",
                Set.of(Scope.ALL),
                Optional.of(Instant.now().minusSeconds(1)));
        var operator = tenants.addPrincipal(TenantId.OPERATOR, "Revoked", Role.OPERATOR);
        var revoked = keys.issue(ApiKeyOrder.unlimited(TenantId.OPERATOR, operator, "revoked"));
        assertThat(keys.authenticate(revoked.token())).as("it held once").isPresent();
        keys.revoke(TenantId.OPERATOR, revoked.key().id());

        for (var token : List.of("", "h4_" + "0".repeat(64), keys.issue(past).token(), revoked.token())) {
            assertThat(failures(
                            Rules.that(rule -> rule.who() != Who.VISITORS),
                            token,
                            seen -> seen.status() == 401 && seen.code().equals("unauthenticated")))
                    .as("token \"" + token + "\"")
                    .isEmpty();
            assertThat(failures(Rules.that(rule -> rule.who() == Who.VISITORS), token, EndpointWalkTest::isOrderly))
                    .isEmpty();
        }
    }

    private static boolean isOrderly(Seen seen) {
        return seen.isDone() || seen.status() == 400 || seen.status() == 404;
    }

    @Test
    @Order(4)
    void a_viewer_changes_nothing() {
        assertThat(failures(
                        Rules.that(rule -> rule.does() == Does.CHANGING),
                        key(shop, Role.VIEWER, Scope.ALL),
                        EndpointWalkTest::isForbidden))
                .isEmpty();
    }

    @Test
    @Order(5)
    void a_key_for_something_else_opens_nothing() {
        assertThat(failures(
                        Rules.that(rule -> rule.who().ownsThings() || rule.who() == Who.SHARED),
                        key(shop, Role.OWNER, FOREIGN),
                        EndpointWalkTest::isForbidden))
                .isEmpty();
        assertThat(failures(
                        Rules.that(rule -> rule.who() == Who.OPERATOR),
                        key(TenantId.OPERATOR, Role.OPERATOR, FOREIGN),
                        EndpointWalkTest::isForbidden))
                .isEmpty();
    }

    @Test
    @Order(6)
    void a_key_that_may_read_changes_nothing() {
        var failures = new ArrayList<String>();
        Rules.that(rule -> rule.does() != Does.READING && !rule.scope().equals("-"))
                .forEach(rule -> {
                    boolean operators = rule.who() == Who.OPERATOR;
                    var tenant = operators ? TenantId.OPERATOR : shop;
                    var role = operators ? Role.OPERATOR : Role.OWNER;
                    failures.addAll(failures(
                            Stream.of(rule),
                            key(tenant, role, Scope.read(rule.scope())),
                            EndpointWalkTest::isForbidden));
                });
        assertThat(failures).isEmpty();
    }

    @Test
    @Order(7)
    void what_is_the_operators_is_closed_to_an_enterprise() {
        assertThat(failures(Rules.that(rule -> rule.who() == Who.OPERATOR), owner, EndpointWalkTest::isForbidden))
                .isEmpty();
    }

    private static boolean isForbidden(Seen seen) {
        return seen.status() == 403 && seen.code().equals("forbidden");
    }

    @Test
    @Order(8)
    void another_tenants_thing_looks_exactly_like_none() {
        var stranger = key(tenants.create("Strangers").id(), Role.OWNER, Scope.ALL);
        var failures = new ArrayList<String>();
        Rules.that(rule -> rule.who().ownsThings() && rule.namesAThing()).forEach(rule -> {
            var theirs = walker.send(rule, stranger, things.theirs(rule));
            var nobodys = walker.send(rule, stranger, things.nobodys(rule));
            boolean same = theirs.toString().equals(nobodys.toString()) || rule.who() == Who.CATALOGUE;
            boolean refused = rule.who() == Who.NAMES || (theirs.status() >= 400 && theirs.status() < 500);
            if (!same || !refused || (rule.who() == Who.TENANT && things.knows(rule) && theirs.status() == 400)) {
                failures.add(rule + ": another's " + theirs + ", nobody's " + nobodys + " " + theirs.body());
            }
        });
        assertThat(failures).isEmpty();
    }

    @Test
    @Order(9)
    void no_list_shows_a_stranger_another_tenants_things() {
        var stranger = key(tenants.create("Strangers").id(), Role.OWNER, Scope.ALL);
        var failures = new ArrayList<String>();
        Rules.that(rule -> rule.who() == Who.TENANT
                        && !rule.namesAThing()
                        && rule.method().equals("GET"))
                .forEach(rule -> {
                    for (var query : List.of(rule.query(), with(rule.query(), "tenant=" + shop))) {
                        var seen = walker.send(rule.with(query), stranger, List.of());
                        if (shows(seen) || seen.status() >= 500) {
                            failures.add(rule + query + ": " + seen + " " + seen.body());
                        }
                    }
                });
        assertThat(failures).isEmpty();
    }

    private static String with(String query, String more) {
        return query.isEmpty() ? "?" + more : query + "&" + more;
    }

    private boolean shows(Seen seen) {
        return seen.isDone()
                && Stream.concat(things.values().stream().filter(one -> one.length() > 4), Stream.of(shop.toString()))
                        .anyMatch(seen.body()::contains);
    }

    /// After all that knocking.
    @Test
    @Order(10)
    void everything_is_still_where_it_was() {
        assertThatTheOwnerFindsAll();
    }

    private List<String> failures(Stream<Rule> rules, String token, Predicate<Seen> expected) {
        return rules.flatMap(rule -> {
                    var seen = walker.send(rule, token, things.theirs(rule));
                    return expected.test(seen) ? Stream.empty() : Stream.of(rule + ": " + seen + " " + seen.body());
                })
                .toList();
    }

    private String key(TenantId tenant, Role role, Scope scope) {
        var principal = tenants.addPrincipal(tenant, "Walker " + role.code(), role);
        var order = new ApiKeyOrder(tenant, principal, "walk", Set.of(scope), Optional.empty());
        return keys.issue(order).token();
    }
}
