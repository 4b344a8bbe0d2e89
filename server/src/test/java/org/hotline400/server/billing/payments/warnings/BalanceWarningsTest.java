package org.hotline400.server.billing.payments.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.PayingTest;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Posting;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Customers hear of it before their account is empty.
class BalanceWarningsTest extends PayingTest {
    @Autowired
    private BalanceWarnings warnings;

    @BeforeEach
    void somebodyIsThere() {
        assertThat(owner.put("/api/v1/money-contact", "{\"mail\":\"money@example.cn\",\"mobile\":\"138 0013 8000\"}")
                        .status())
                .isEqualTo(200);
    }

    private void spend(String amount, Instant when, TransferKind kind) {
        transactions.asOperator(() -> assertThat(ledger.post(new Transfer(
                        "paying-watch/" + UUID.randomUUID(),
                        new Transfer.Party.Customer(accounts.funds(tenant)),
                        new Transfer.Party.Platform(PlatformAccount.REVENUE),
                        Money.parse(amount).microYuan(),
                        kind,
                        "a call",
                        when)))
                .isInstanceOf(Posting.Done.class));
    }

    /// Rent tells nothing of how fast the money goes.
    private void spend(String amount) {
        spend(amount, clock.instant(), TransferKind.RENT);
    }

    private List<String> heard() {
        warnings.step();
        return letters.of(tenant).stream().map(Messenger.Letter::brief).toList();
    }

    @Test
    void each_threshold_is_told_once_until_money_comes() {
        toppedUp("1000");
        assertThat(heard()).isEmpty();

        spend("699.99");
        assertThat(heard()).as("30.001 % are left").isEmpty();
        spend("0.01");
        assertThat(heard()).singleElement().asString().contains("300.00", "30%");
        spend("100");
        assertThat(heard()).as("told already").hasSize(1);
        spend("100");
        assertThat(heard()).hasSize(2).last().asString().contains("100.00", "10%");
        spend("100");
        assertThat(heard()).as("nothing more to tell").hasSize(2);

        toppedUp("200");
        assertThat(heard()).hasSize(2);
        spend("150");
        assertThat(heard()).as("the mark is the balance after the last payment").hasSize(3);
    }

    @Test
    void a_fall_through_both_is_told_once_in_both_languages_by_both_ways() {
        toppedUp("1000");
        spend("950");

        assertThat(heard()).hasSize(1);
        assertThat(heard()).hasSize(1);

        var letter = letters.of(tenant).getFirst();
        assertThat(letter.mail()).contains("money@example.cn");
        assertThat(letter.mobile()).contains("13800138000");
        assertThat(letter.text()).containsSubsequence("余额 50.00 元", "10%", "has 50.00 yuan left", "10 %");
    }

    @Test
    void money_that_lasts_for_less_than_three_days_is_told() {
        toppedUp("1000");
        // 700 yuan in the last seven whole days: 100 a day.
        for (int day = 1; day <= 7; day++) {
            spend("100", clock.instant().minus(Duration.ofDays(day)), TransferKind.CALL);
        }
        toppedUp("100");
        assertThat(heard()).as("400 yuan last for four days").isEmpty();

        spend("99.99");
        assertThat(heard()).as("three days and a bit").isEmpty();
        spend("0.02");

        assertThat(heard()).singleElement().asString().contains("299.99", "日均话费 100.00 元", "约可使用 2 天");
        spend("1");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void without_anybody_named_nobody_is_bothered_and_nothing_breaks() {
        assertThat(owner.put("/api/v1/money-contact", "{}").status()).isEqualTo(200);
        toppedUp("1000");
        spend("950");

        assertThat(heard()).isEmpty();
    }

    @Test
    void thresholds_count_exactly() {
        var watch = new Watch(tenant, Money.ofYuan(1000), 100, false);

        assertThat(watch.crossed(List.of(30, 10), Money.parse("300.000001"))).isEmpty();
        assertThat(watch.crossed(List.of(30, 10), Money.ofYuan(300))).isEqualTo(Optional.of(30));
        assertThat(watch.crossed(List.of(30, 10), Money.ofYuan(-1))).isEqualTo(Optional.of(10));
        assertThat(new Watch(tenant, Money.ZERO, 100, false).crossed(List.of(30), Money.ZERO))
                .isEmpty();
    }
}
