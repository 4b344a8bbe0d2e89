package org.hotline400.server.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hotline400.server.identity.FirstAccount;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "hotline.sample-data=true")
class SampleAccountsTest {
    private final Api api;
    private final SampleAccounts samples;
    private final FirstAccount first;

    @Autowired
    SampleAccountsTest(Api api, SampleAccounts samples, FirstAccount first) {
        this.api = api;
        this.samples = samples;
        this.first = first;
    }

    @Test
    void there_is_somebody_of_each_kind_to_sign_in_as() {
        assertThat(samples.passwords())
                .containsKeys(
                        "operator",
                        "reviewer",
                        "finance-officer",
                        "support",
                        "shop-owner",
                        "school-owner",
                        "shop-supervisor");
        samples.passwords().forEach((name, password) -> {
            var in = api.withoutKey()
                    .send(
                            "POST",
                            "/api/v1/session",
                            "{\"mail\":\"%s\",\"password\":\"%s\"}".formatted(name, password),
                            "X-Forwarded-For",
                            "2001:db8:5a::1");
            assertThat(in.status()).as(name).isEqualTo(200);
        });
        assertThat(first.take()).as("no other account beside these").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:8400", "192.0.2.7:8400"})
    void they_are_refused_where_others_reach_them(String address) {
        assertThatThrownBy(() -> SampleAccounts.needLoopback(bound(address)))
                .hasMessageContaining("leave out --demo, or leave out --bind");
    }

    @Test
    void this_machine_is_right_for_them() {
        assertThatCode(() -> SampleAccounts.needLoopback(bound("127.0.0.1:0"))).doesNotThrowAnyException();
    }

    private static HotlineSettings bound(String address) {
        return new Binder(new MapConfigurationPropertySource(Map.of("hotline.http", address)))
                .bindOrCreate("hotline", HotlineSettings.class);
    }
}
