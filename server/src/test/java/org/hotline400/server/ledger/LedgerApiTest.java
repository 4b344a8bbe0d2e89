package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// The books over REST, for the operator's finance staff.
@ServerTest
@Timeout(120)
class LedgerApiTest {
    private static final String LEDGER = "/api/v1/ledger/";

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Transactions transactions;

    private Api.Client finance;
    private TenantId shop;
    private AccountId funds;

    @BeforeEach
    void aShopThatPaidAndRents() {
        finance = api.as(TenantId.OPERATOR, Role.FINANCE_OFFICER);
        shop = tenants.create("Ledger shop").id();
        funds = transactions.asOperator(() -> ledger.open(shop, "funds", Unit.MICRO_YUAN, 0));
        var minutes = transactions.asOperator(() -> ledger.open(shop, "minutes/2026-11", Unit.SECOND, 0));
        transactions.asOperator(() -> ledger.post(List.of(
                Books.topUp("top-up/" + shop, funds, 100_500_000),
                Books.call("rent/" + shop, funds, 80_000_001),
                new Transfer(
                        "grant/" + shop,
                        new Transfer.Party.Platform(PlatformAccount.MINUTES_GRANTED),
                        new Transfer.Party.Customer(minutes),
                        1200,
                        TransferKind.MINUTES_GRANTED,
                        "contract",
                        Books.NOW))));
        transactions.asOperator(() -> ledger.hold(List.of(Books.order("call/" + shop, 1, funds, 150_000, 150_000))));
    }

    @Test
    void accounts_show_what_is_there_and_what_is_reserved() {
        var accounts = finance.get(LEDGER + "accounts?tenant=" + shop).json();

        assertThat(accounts.size()).isEqualTo(2);
        var money = accounts.get(0);
        assertThat(money.at("/purpose").asString()).isEqualTo("funds");
        assertThat(money.at("/balance").asString()).isEqualTo("20.499999");
        assertThat(money.at("/reserved").asString()).isEqualTo("0.15");
        assertThat(money.at("/available").asString()).isEqualTo("20.349999");
        assertThat(accounts.get(1).at("/balance").asString()).isEqualTo("1200");
        assertThat(accounts.get(1).at("/unit").asString()).isEqualTo("second");
        assertThat(finance.get(LEDGER + "accounts?tenant=" + shop + "&purpose=minutes/")
                        .json()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void entries_come_by_pages_and_by_period() {
        var entries = LEDGER + "accounts/" + funds + "/entries";

        var page = finance.get(entries + "?limit=1").json();
        assertThat(page.at("/items/0/change").asString()).isEqualTo("-80.000001");
        assertThat(page.at("/items/0/otherSide").asString()).isEqualTo("revenue");
        var next = finance.get(entries + "?limit=1&cursor=" + page.at("/next").asString())
                .json();
        assertThat(next.at("/items/0/change").asString()).isEqualTo("100.50");
        assertThat(next.at("/next").asString("")).isEmpty();
        assertThat(finance.get(entries + "?to=2026-11-27T12:00:00%2B08:00")
                        .json()
                        .at("/items")
                        .size())
                .as("what counts from noon on is left out")
                .isZero();
        assertThat(finance.get(LEDGER + "accounts/bank/entries")
                        .json()
                        .at("/items")
                        .size())
                .isPositive();
    }

    @Test
    void what_cannot_be_read_is_named_all_at_once() {
        var refused = finance.get(LEDGER + "accounts/bank/entries?from=noon&cursor=x&limit=0");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations").size()).isEqualTo(3);
        assertThat(finance.get(LEDGER + "accounts/" + UUID.randomUUID() + "/entries")
                        .status())
                .isEqualTo(404);
        assertThat(finance.get(LEDGER + "accounts/nobody/entries")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("ledger.unknown-account");
    }

    @Test
    void the_trial_balance_adds_up() {
        var lines = finance.get(LEDGER + "trial-balance?before=2026-11-27T12:00:01%2B08:00")
                .json()
                .at("/lines");

        assertThat(lines.size()).isGreaterThan(10);
        assertThat(lines.get(0).at("/account").asString()).isEqualTo("bank");
        assertThat(lines.toString()).contains("customers/funds").contains("customers/minutes");
    }

    @Test
    void who_may_write_checks_the_books_and_all_see_what_was_found() {
        var run = finance.post(LEDGER + "checks", "");

        assertThat(run.status()).isEqualTo(201);
        assertThat(run.json().at("/right").asBoolean()).isTrue();
        assertThat(run.json().at("/results").size()).isGreaterThan(7);
        var last = finance.get(LEDGER + "checks?limit=1").json();
        assertThat(last.at("/0/id").asString()).isEqualTo(run.json().at("/id").asString());
    }

    @Test
    void it_is_no_business_of_an_enterprise_nor_of_support() {
        for (var client : List.of(api.as(shop, Role.OWNER), api.as(TenantId.OPERATOR, Role.SUPPORT))) {
            assertThat(client.get(LEDGER + "accounts?tenant=" + shop).status()).isEqualTo(403);
            assertThat(client.post(LEDGER + "checks", "").status()).isEqualTo(403);
        }
    }
}
