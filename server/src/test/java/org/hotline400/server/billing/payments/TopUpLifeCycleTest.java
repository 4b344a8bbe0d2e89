package org.hotline400.server.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotline400.server.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every state with every event.
class TopUpLifeCycleTest {

    /// States are written as code/received/refunded.
    @ParameterizedTest
    @CsvSource({
        "asked/0/0,            arrived 100,  paid/100/0",
        "asked/0/0,            close,        closed/0/0",
        "asked/0/0,            expire,       expired/0/0",
        "asked/0/0,            returned 1,   -",
        "closed/0/0,           arrived 100,  paid/100/0",
        "closed/0/0,           close,        -",
        "closed/0/0,           expire,       -",
        "closed/0/0,           returned 1,   -",
        "expired/0/0,          arrived 100,  paid/100/0",
        "expired/0/0,          close,        -",
        "expired/0/0,          expire,       -",
        "expired/0/0,          returned 1,   -",
        "paid/100/0,           arrived 50,   paid/150/0",
        "paid/100/0,           close,        -",
        "paid/100/0,           expire,       -",
        "paid/100/0,           returned 40,  partly-refunded/100/40",
        "paid/100/0,           returned 100, refunded/100/100",
        "paid/100/0,           returned 101, -",
        "partly-refunded/100/40, arrived 50,  partly-refunded/150/40",
        "partly-refunded/100/40, close,       -",
        "partly-refunded/100/40, expire,      -",
        "partly-refunded/100/40, returned 60, refunded/100/100",
        "partly-refunded/100/40, returned 61, -",
        "refunded/100/100,     arrived 1,    partly-refunded/101/100",
        "refunded/100/100,     close,        -",
        "refunded/100/100,     expire,       -",
        "refunded/100/100,     returned 1,   -"
    })
    void goes_where_the_table_says(String before, String event, String after) {
        var next = TopUpLifeCycle.next(state(before), event(event));

        assertThat(next.map(TopUpLifeCycleTest::text).orElse("-")).isEqualTo(after);
    }

    @Test
    void no_more_goes_back_than_came() {
        assertThatThrownBy(() -> new TopUpState.Paid(Money.ofYuan(1), Money.ofYuan(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TopUpState state(String text) {
        var parts = text.split("/", -1);
        return TopUpState.of(parts[0], money(parts[1]), money(parts[2]));
    }

    private static TopUpEvent event(String text) {
        var parts = text.split(" ", -1);
        return switch (parts[0]) {
            case "arrived" -> new TopUpEvent.Arrived(money(parts[1]));
            case "returned" -> new TopUpEvent.Returned(money(parts[1]));
            case "close" -> new TopUpEvent.Close();
            default -> new TopUpEvent.Expire();
        };
    }

    private static Money money(String yuan) {
        return Money.ofYuan(Long.parseLong(yuan));
    }

    private static String text(TopUpState state) {
        return state.code() + "/" + state.received().microYuan() / 1_000_000 + "/"
                + state.refunded().microYuan() / 1_000_000;
    }
}
