package org.hotline400.server.numbers.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.numbers.catalogue.CatalogueIndex;
import org.hotline400.server.telephony.Switchboard;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// A server whose index takes as long as the test wants.
@ServerTest
@Import(ShopStartTest.SlowIndex.class)
@Timeout(120)
class ShopStartTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NUMBER = "4001112200";

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private SlowIndex index;

    /// Makes the index when the test opens the gate.
    @TestConfiguration(proxyBeanMethods = false)
    static class SlowIndex {
        private final CountDownLatch gate = new CountDownLatch(1);

        @Bean
        @Primary
        IndexSource slowIndex() {
            return () -> {
                gate.await();
                return CatalogueIndex.build(2);
            };
        }
    }

    @Test
    void calls_are_answered_and_searches_asked_to_wait_until_the_catalogue_stands() throws Exception {
        assertThatSearchesWait();
        assertThatACallIsAnswered();
        assertThatSearchesWait();

        index.gate.countDown();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var answer = api.withoutKey().get("/api/v1/numbers/search?limit=1");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/total").asLong()).isGreaterThan(1_000_000);
        });
        var state = api.asOperator().get("/api/v1/number-catalogue").json();
        assertThat(state.at("/open").asBoolean()).isTrue();
        assertThat(state.at("/builtMs").asLong()).isPositive();
        assertThat(state.at("/indexBytes").asLong()).isBetween(1_000_000L, 400_000_000L);
        assertThat(state.at("/followedAt").isMissingNode()).isFalse();
    }

    private void assertThatSearchesWait() {
        for (var path : new String[] {"/api/v1/numbers/search", "/api/v1/numbers/4008888888/offer"}) {
            var answer = api.withoutKey().send("GET", path, "", "Accept-Language", "zh-CN");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.json().at("/code").asString()).isEqualTo("numbers.catalogue-not-ready");
            assertThat(answer.json().at("/detail").asString()).contains("正在生成");
        }
        var state = api.asOperator().get("/api/v1/number-catalogue").json();
        assertThat(state.at("/open").asBoolean()).isFalse();
    }

    private void assertThatACallIsAnswered() throws IOException {
        var shop = tenants.create("Mother and baby").id();
        assertThat(api.asOperator()
                        .put(
                                "/api/v1/numbers/" + NUMBER,
                                "{\"status\":\"active\",\"tenant\":\"" + shop + "\",\"reason\":\"in a test\"}")
                        .status())
                .isEqualTo(200);
        var plan = "{\"start\":\"message\",\"steps\":{\"message\":{\"type\":\"voicemail\"}}}";
        assertThat(api.as(shop, Role.OWNER)
                        .put("/api/v1/numbers/" + NUMBER + "/plan", plan)
                        .status())
                .isEqualTo(200);
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
            assertThat(api.asOperator()
                            .post(
                                    "/api/v1/trunks",
                                    "{\"name\":\"inward\",\"sources\":[\"127.0.0.1\"],\"areaCode\":\"010\"}")
                            .status())
                    .isEqualTo(201);
            simulator.carrier().serve(switchboard.sipAddress());
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
                var call = simulator.carrier().call(NUMBER, "13800138000").awaitAnswered(Duration.ofSeconds(3));
                call.hangUp();
            });
        }
    }
}
