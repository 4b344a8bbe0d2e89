package org.hotline400.server.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.numbers.promotions.Campaigns;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "hotline.sample-data=true")
class SamplePromotionTest {
    private final Api api;
    private final HotlineSettings settings;
    private final Campaigns campaigns;
    private final Clock clock;

    @Autowired
    SamplePromotionTest(Api api, HotlineSettings settings, Campaigns campaigns, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Test
    void a_first_look_at_the_shop_shows_a_promotion_and_a_second_start_makes_no_other() {
        var _ = new SamplePromotion(settings, campaigns, clock);

        var running =
                api.withoutKey().get("/api/v1/number-promotions/running").json().at("/items");
        assertThat(running.size()).isEqualTo(1);
        assertThat(running.at("/0/name/zh").asString()).isEqualTo("示例·开业特惠");
        var search = "/api/v1/numbers/search?limit=5&promotion="
                + running.at("/0/id").asString();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var found = api.withoutKey().get(search).json();
            assertThat(found.at("/total").asLong()).isGreaterThan(1_000);
            found.at("/numbers").forEach(one -> {
                assertThat(one.at("/class/code").asString()).isEqualTo("special");
                assertThat(one.at("/number").asString().substring(3)).doesNotContain("4");
                assertThat(one.at("/promotions/0/setUpFee").asDouble())
                        .isLessThan(one.at("/price/setUpFee").asDouble());
            });
        });
    }
}
