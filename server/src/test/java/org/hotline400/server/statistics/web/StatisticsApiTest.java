package org.hotline400.server.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.statistics.internal.CountedCalls.BEIJING;
import static org.hotline400.server.statistics.internal.CountedCalls.aCall;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Statistics as clients see them.
@ServerTest
class StatisticsApiTest {
    private static final String DAY = "from=2026-03-03&to=2026-03-04";

    private final Tenants tenants;
    private final CallRecordRows records;
    private final Transactions transactions;
    private final Api api;
    private TenantId shop;
    private Api.Client client;

    @Autowired
    StatisticsApiTest(Tenants tenants, CallRecordRows records, Transactions transactions, Api api) {
        this.tenants = tenants;
        this.records = records;
        this.transactions = transactions;
        this.api = api;
    }

    @BeforeEach
    void aShopThatWasCalled() {
        shop = tenants.create("Called").id();
        client = api.as(shop, Role.OWNER);
        transactions.asOperator(() -> records.insert(List.of(
                aCall(shop, "2026-03-03T10:00")
                        .pressed("menu", "1", "sales")
                        .answered(8, 90)
                        .record(),
                aCall(shop, "2026-03-03T10:30")
                        .from("13900000002")
                        .answered(12, 5)
                        .record(),
                aCall(shop, "2026-03-03T11:00")
                        .from("13900000001")
                        .home(BEIJING)
                        .record(),
                aCall(shop, "2026-03-02T11:00").record())));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get("/api/v1/statistics/calls?" + DAY)
                                .json()
                                .at("/total/calls")
                                .asLong()
                        == 3);
    }

    @Test
    void aPeriodStandsBesideTheOneBefore() {
        var figures = client.get("/api/v1/statistics/calls?" + DAY).json();

        assertThat(figures.at("/beforeFrom").asString()).isEqualTo("2026-03-02");
        assertThat(figures.at("/total/answered").asLong()).isEqualTo(2);
        assertThat(figures.at("/total/missed").asLong()).isEqualTo(1);
        assertThat(figures.at("/total/answerRate").asDouble()).isEqualTo(0.6667);
        assertThat(figures.at("/total/meanAnswerSeconds").asDouble()).isEqualTo(10.0);
        assertThat(figures.at("/total/meanTalkSeconds").asDouble()).isEqualTo(47.5);
        assertThat(figures.at("/totalBefore/calls").asLong()).isEqualTo(1);
        assertThat(figures.at("/totalBefore").has("meanAnswerSeconds")).isFalse();
        assertThat(figures.at("/week").size()).isEqualTo(168);
        // Tuesday, ten o'clock.
        assertThat(figures.at("/week/34/weekday").asInt()).isEqualTo(2);
        assertThat(figures.at("/week/34/hour").asInt()).isEqualTo(10);
        assertThat(figures.at("/week/34/calls").asLong()).isEqualTo(2);
        assertThat(figures.at("/days/0/day").asString()).isEqualTo("2026-03-03");
        assertThat(figures.at("/days/0/callsBefore").asLong()).isEqualTo(1);
        assertThat(figures.at("/lengths/0/calls").asLong()).isEqualTo(1);
        assertThat(figures.at("/lengths/3/fromSeconds").asInt()).isEqualTo(60);
        assertThat(figures.at("/lengths/3/calls").asLong()).isEqualTo(1);
        assertThat(figures.at("/provinces/0/province").asString()).isEqualTo("广东");
        assertThat(figures.at("/provinces/0/cities/0/city").asString()).isEqualTo("深圳");
        assertThat(figures.at("/provinces/1/calls").asLong()).isEqualTo(1);
    }

    @Test
    void whoMayNotSeeNumbersSeesThemMasked() {
        var viewer = api.as(shop, Role.VIEWER);

        assertThat(client.get("/api/v1/statistics/missed?" + DAY)
                        .json()
                        .at("/items/0/caller")
                        .asString())
                .isEqualTo("13900000001");
        for (var path : List.of("missed?", "callers?", "export?table=missed&", "export?table=callers&")) {
            var seen = text(viewer.get("/api/v1/statistics/" + path + DAY));
            assertThat(seen).as(path).contains("139****0001").doesNotContain("13900000001");
        }
    }

    @Test
    void eachTableIsAFileToo() {
        for (var table : List.of("week", "days", "lengths", "reasons", "regions", "menus", "callers", "missed")) {
            var file = client.get("/api/v1/statistics/export?table=" + table + "&" + DAY);
            assertThat(file.status()).as(table).isEqualTo(200);
            assertThat(file.header("Content-Type")).as(table).startsWith("text/csv");
            assertThat(text(file).lines()).as(table).hasSizeGreaterThan(1);
        }
        assertThat(text(client.get("/api/v1/statistics/export?table=menus&" + DAY)))
                .contains("4008888888,menu,pressed,1,sales,1");
        assertThat(client.get("/api/v1/statistics/export?table=moods&" + DAY).status())
                .isEqualTo(400);
    }

    @Test
    void menusAndOtherPeoplesFiguresAreToldToTheirOwnersOnly() {
        assertThat(client.get("/api/v1/statistics/menus?" + DAY)
                        .json()
                        .at("/items/0/choices/0/key")
                        .asString())
                .isEqualTo("1");

        var rival = api.as(tenants.create("Rival").id(), Role.OWNER);
        assertThat(rival.get("/api/v1/statistics/calls?" + DAY)
                        .json()
                        .at("/total/calls")
                        .asLong())
                .isZero();
        assertThat(rival.get("/api/v1/statistics/menus?" + DAY)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(api.withoutKey().get("/api/v1/statistics/calls?" + DAY).status())
                .isEqualTo(401);
    }

    @Test
    void aPeriodIsBounded() {
        assertThat(client.get("/api/v1/statistics/calls?from=2026-03-03&to=2026-03-03")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/api/v1/statistics/calls?from=2024-03-03&to=2026-03-03")
                        .json()
                        .at("/violations/0/code")
                        .asString())
                .isEqualTo("out-of-range");
        assertThat(client.get("/api/v1/statistics/calls?from=soon&to=later&number=12")
                        .json()
                        .at("/violations")
                        .size())
                .isEqualTo(3);
    }

    private static String text(Api.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
