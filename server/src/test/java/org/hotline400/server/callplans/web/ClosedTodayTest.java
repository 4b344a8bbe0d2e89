package org.hotline400.server.callplans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.callplans.Switches;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ClosedTodayTest {
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger();

    private final Tenants tenants;
    private final HotlineNumbers numbers;
    private final Switches switches;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Api api;
    private TenantId shop;
    private HotlineNumber number;
    private Api.Client owner;
    private String path;

    @Autowired
    ClosedTodayTest(
            Tenants tenants,
            HotlineNumbers numbers,
            Switches switches,
            Transactions transactions,
            JdbcClient jdbc,
            Clock clock,
            Api api) {
        this.tenants = tenants;
        this.numbers = numbers;
        this.switches = switches;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.api = api;
    }

    @BeforeEach
    void aShopWithANumber() {
        shop = tenants.create("Mother and baby").id();
        number = new HotlineNumber("400152%04d".formatted(NEXT_NUMBER.incrementAndGet()));
        numbers.assign(number, shop, new Actor("Operator", "in a test"));
        owner = api.as(shop, Role.OWNER);
        path = "/api/v1/numbers/" + number + "/closed-today";
    }

    private boolean closedAt(Instant moment) {
        return switches.closedToday(shop, number, moment);
    }

    @Test
    void aNumberClosesForTheRestOfTheDayInChina() {
        assertThat(owner.get(path).json().at("/closed").asBoolean()).isFalse();

        var closed = owner.put(path, "{\"note\": \"stocktaking\"}");

        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().at("/closed").asBoolean()).isTrue();
        assertThat(closed.json().at("/author").asString()).isEqualTo("A owner");
        assertThat(closed.json().at("/note").asString()).isEqualTo("stocktaking");
        var ends = Instant.parse(closed.json().at("/until").asString());
        assertThat(ends.atZone(BusinessTime.ZONE).toLocalTime().toSecondOfDay()).isZero();
        assertThat(closedAt(clock.instant())).isTrue();
        assertThat(closedAt(ends)).isFalse();
    }

    @Test
    void whatWasBeforeTheSwitchIsNotClosedByIt() {
        var before = clock.instant().minusSeconds(60);

        owner.put(path, "{\"untilSwitchedOff\": true}");

        assertThat(closedAt(before)).isFalse();
        assertThat(closedAt(clock.instant())).isTrue();
    }

    @Test
    void itOpensAgainAtOnceWhenSwitchedOff() {
        owner.put(path, "{\"untilSwitchedOff\": true}");
        assertThat(closedAt(clock.instant().plus(Duration.ofDays(400)))).isTrue();

        var opened = owner.delete(path);

        assertThat(opened.json().at("/closed").asBoolean()).isFalse();
        assertThat(closedAt(clock.instant())).isFalse();
    }

    @Test
    void aMomentInThePastClosesNothing() {
        var answer = owner.put(path, "{\"until\": \"2020-01-01T00:00\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("until");
        assertThat(closedAt(clock.instant())).isFalse();
    }

    @Test
    void othersNumbersAreNotClosed() {
        var rival = api.as(tenants.create("Rival").id(), Role.OWNER);
        var viewer = api.as(shop, Role.VIEWER);

        assertThat(rival.put(path, "{}").status()).isEqualTo(404);
        assertThat(viewer.put(path, "{}").status()).isEqualTo(403);
        assertThat(closedAt(clock.instant())).isFalse();
        assertThat(switches.closedToday(TenantId.OPERATOR, number, clock.instant()))
                .isFalse();
    }

    /// What another node writes arrives as news, within a second.
    @Test
    void whatAnotherNodeSwitchesIsKnownHereWithinASecond() {
        transactions.asTenant(
                shop,
                () -> jdbc.sql("insert into callplans.closures (tenant, number, id, closed, until, author, note, at)"
                                + " values (?, ?, ?, true, null, 'elsewhere', '', now())")
                        .params(shop.value(), number.digits(), Ids.next())
                        .update());

        await().atMost(Duration.ofSeconds(4)).until(() -> closedAt(clock.instant()));
    }
}
