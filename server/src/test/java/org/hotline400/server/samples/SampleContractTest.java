package org.hotline400.server.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "hotline.sample-data=true")
class SampleContractTest {
    private final Api api;
    private final SampleData samples;
    private final SampleContract contract;

    @Autowired
    SampleContractTest(Api api, SampleData samples, SampleContract contract) {
        this.api = api;
        this.samples = samples;
        this.contract = contract;
    }

    @Test
    void a_first_look_at_money_shows_bills_of_three_months_and_a_second_start_makes_no_others() {
        var owner = api.with(samples.apiKeys().get("homeservice"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                owner.get("/api/v1/bills").json().at("/items").size())
                        .isEqualTo(3));
        contract.fill();

        var bills = owner.get("/api/v1/bills").json().at("/items");
        assertThat(bills.size()).isEqualTo(3);
        assertThat(bills.at("/0/state").asString()).isEqualTo("issued");
        assertThat(bills.at("/2/state").asString()).isEqualTo("paid");
        assertThat(bills.at("/0/lines").toString()).contains("calls-forward-mobile");
        assertThat(owner.get("/api/v1/contracts").json().at("/items").size()).isEqualTo(1);
        assertThat(owner.get("/api/v1/charges/standing")
                        .json()
                        .at("/secondsLeft")
                        .asLong())
                .isPositive();
    }
}
