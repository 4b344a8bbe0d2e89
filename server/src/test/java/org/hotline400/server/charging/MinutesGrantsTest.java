package org.hotline400.server.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.charging.internal.MinutesGrants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The bundled seconds of a contract's months.
@ServerTest
@Timeout(180)
class MinutesGrantsTest {
    private static final YearMonth MONTH = YearMonth.of(2031, 4);

    private final ApplicationContext server;
    private final MinutesGrants grants;
    private final Tariffs tariffs;

    @Autowired
    MinutesGrantsTest(ApplicationContext server, MinutesGrants grants, Tariffs tariffs) {
        this.server = server;
        this.grants = grants;
        this.tariffs = tariffs;
    }

    /// As it would stand if it had been for this package from a day on.
    private Contract contract(ChargedShop shop, String tariff, LocalDate from) {
        var edition = tariffs.find(tariff).orElseThrow();
        var span = new Contract.Span(from, Optional.empty(), shop.number, edition, edition.rentPerMonth(), 0);
        return new Contract(shop.contract, shop.tenant, List.of(span), from);
    }

    private void grant(ChargedShop shop, Contract contract) {
        grant(shop, contract, MONTH);
    }

    private void grant(ChargedShop shop, Contract contract, YearMonth month) {
        shop.transactions.asOperator(() -> grants.grant(contract, month));
    }

    private static Account of(ChargedShop shop) {
        return of(shop, MONTH);
    }

    private static Account of(ChargedShop shop, YearMonth month) {
        return shop.minutes().stream()
                .filter(account -> account.purpose().endsWith("/" + month))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_whole_month_has_all_the_minutes_of_the_package_once() {
        var shop = new ChargedShop(server);
        var basic = contract(shop, "basic", LocalDate.of(2031, 1, 1));

        grant(shop, basic);
        grant(shop, basic);

        assertThat(of(shop).balance()).isEqualTo(800 * 60);
    }

    @Test
    void another_package_adds_the_difference_and_takes_back_no_more_than_is_left() {
        var shop = new ChargedShop(server);
        grant(shop, contract(shop, "basic", LocalDate.of(2031, 1, 1)));
        grant(shop, contract(shop, "standard", LocalDate.of(2031, 1, 1)));
        assertThat(of(shop).balance()).isEqualTo(2_000 * 60);

        shop.leaveSeconds(1_000);
        grant(shop, contract(shop, "basic", LocalDate.of(2031, 1, 1)));

        assertThat(of(shop).balance()).isZero();
    }

    @Test
    void what_is_left_expires_a_day_after_the_month_when_all_is_settled() {
        var shop = new ChargedShop(server);
        var past = YearMonth.of(2020, 4);
        grant(shop, contract(shop, "basic", LocalDate.of(2031, 1, 1)), MONTH);
        grant(shop, contract(shop, "basic", LocalDate.of(2020, 1, 1)), past);
        var over = past.plusMonths(1).atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();

        shop.transactions.asOperator(() -> grants.expire(over.plusSeconds(86_400), 10_000));

        assertThat(of(shop, past).balance()).isZero();
        assertThat(of(shop, MONTH).balance()).isEqualTo(800 * 60);
    }
}
