package org.hotline400.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class FirstAccountTest {
    private final FirstAccount first;
    private final FirstKey key;
    private final Api api;

    @Autowired
    FirstAccountTest(FirstAccount first, FirstKey key, Api api) {
        this.first = first;
        this.key = key;
        this.api = api;
    }

    @Test
    void the_first_start_makes_one_operator_whose_password_is_shown_once() {
        var shown = first.take().orElseThrow();

        assertThat(shown.login()).hasToString("admin");
        assertThat(shown.password()).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(shown.toString()).doesNotContain(shown.password());
        assertThat(first.take()).isEmpty();
        assertThat(key.take()).as("and a key beside it").isPresent();
        var in = api.withoutKey()
                .send(
                        "POST",
                        "/api/v1/session",
                        "{\"mail\":\"admin\",\"password\":\"%s\"}".formatted(shown.password()),
                        "X-Forwarded-For",
                        "2001:db8:f1::1");
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().at("/user/roles/0").asString()).isEqualTo("operator");
    }
}
