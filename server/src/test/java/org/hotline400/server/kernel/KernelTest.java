package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

    @ParameterizedTest
    @CsvSource({"12.5,12500000,12.50", "-0.000001,-1,-0.000001", "0,0,0.00", "100,100000000,100.00"})
    void money_is_exact(String text, long microYuan, String shown) {
        assertThat(Money.parse(text)).isEqualTo(new Money(microYuan)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "0.0000001", "9999999999999999"})
    void money_refuses_what_it_cannot_hold_exactly(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text)).withMessageContaining(text);
    }

    @Test
    void money_overflows_loudly() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThat(Money.ofYuan(3).minus(Money.ofYuan(1)).times(2).negated()).isEqualTo(Money.ofYuan(-4));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:5060,127.0.0.1,5060", "[::1]:0,::1,0", "sip.example.com:5061,sip.example.com,5061"})
    void an_address_has_a_host_and_a_port(String text, String host, int port) {
        assertThat(HostPort.of(text)).isEqualTo(new HostPort(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5060", ":5060", "host:", "host:port", "host:65536", "host:-1"})
    void what_is_no_address_is_refused_with_an_example(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HostPort.of(text)).withMessageContaining("HOST:PORT");
    }

    @Test
    void checks_gather_everything_that_is_wrong() {
        var checks = new Checks();
        checks.read("number", "numbers.malformed", "400-120-120", HotlineNumber::parse);
        checks.read("amount", "malformed", null, Money::parse);
        checks.readIfPresent("note", "malformed", null, Money::parse);

        assertThatThrownBy(checks::done)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field, Violation::code)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("number", "numbers.malformed"),
                                        org.assertj.core.groups.Tuple.tuple("amount", "missing")));
    }

    @Test
    void a_page_knows_its_next_by_one_row_more() {
        assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf))
                .isEqualTo(new Page<>(List.of(1, 2), Optional.of("2")));
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), Optional.empty()));
    }

    @Test
    void ids_sort_by_the_time_they_were_made() {
        var first = Ids.next();
        var second = Ids.next();

        assertThat(first.version()).isEqualTo(7);
        assertThat(first.toString()).isLessThan(second.toString());
    }
}
