package org.hotline400.server.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From draft to paid, on a real database.
@BillingTest
@Timeout(120)
class BillStoriesTest {
    @Autowired
    private BilledCustomers customers;

    @Autowired
    private Bills bills;

    @Autowired
    private CreditNotes notes;

    @Autowired
    private CustomerAccounts accounts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_bill_is_numbered_hashed_posted_and_paid_from_what_is_there() throws NoSuchAlgorithmException {
        var tenant = customers.customer();
        var contract = customers.contract(tenant);
        customers.pay(tenant, "300.00");
        customers.call(tenant, contract, "12.345");

        var bill = customers.issue(contract);

        assertThat(bill.number().orElseThrow()).matches("HL-[0-9]{6}-[0-9]{6}");
        assertThat(bill.total()).hasToString("212.35");
        assertThat(bill.state()).isEqualTo(Bill.State.PAID);
        // 300.00 less rent 200.00, calls 12.345 and 0.005 to the whole fen.
        assertThat(customers.balance(tenant)).hasToString("87.65");
        var content = transactions.asOperator(() -> bills.content(bill.id())).orElseThrow();
        var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        assertThat(bill.issued().orElseThrow().hash()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(posted(bill))
                .containsExactlyInAnyOrder(
                        "rent 200000000", "rounding 5000", "tax " + taxOf(bill).microYuan());
    }

    private static Money taxOf(Bill bill) {
        return bill.taxes().stream().map(Bill.TaxGroup::tax).reduce(Money.ZERO, Money::plus);
    }

    private List<String> posted(Bill bill) {
        return transactions.asOperator(
                () -> jdbc.sql("select kind || ' ' || amount from ledger.transfers where reference = ?")
                        .param(bill.number().orElseThrow())
                        .query(String.class)
                        .list());
    }

    @Test
    void what_was_issued_never_changes() {
        var tenant = customers.customer();
        var contract = customers.contract(tenant);
        var bill = customers.issue(contract);

        assertThatThrownBy(
                        () -> transactions.asOperator(() -> jdbc.sql("update billing.bills set total = 0 where id = ?")
                                .param(bill.id().value())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> transactions.asOperator(() -> jdbc.sql("delete from billing.bills where id = ?")
                        .param(bill.id().value())
                        .update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(bills.issue(List.of(contract), customers.month())).isEmpty();
        assertThat(customers.find(bill.id())).isEqualTo(bill);
    }

    @Test
    void numbers_have_no_gaps() {
        var tenant = customers.customer();
        customers.issue(customers.contract(tenant));
        customers.issue(customers.contract(tenant));

        var gaps = transactions.asOperator(() -> jdbc.sql("select max(right(number, 6)::int) - count(*)"
                        + " from billing.bills where number like 'HL-' || to_char(cast(? as date), 'YYYYMM') || '-%'")
                .param(customers.month())
                .query(Long.class)
                .single());

        assertThat(gaps).isZero();
    }

    @Test
    void what_comes_pays_the_oldest_bill_first() {
        var tenant = customers.customer();
        var older = customers.issue(customers.contract(tenant));
        var newer = customers.issue(customers.contract(tenant));
        assertThat(older.open()).hasToString("200.00");
        assertThat(newer.state()).isEqualTo(Bill.State.ISSUED);

        customers.pay(tenant, "250.00");

        assertThat(customers.find(older.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.find(newer.id()).open()).hasToString("150.00");
        assertThat(customers.balance(tenant)).isEqualTo(Money.ZERO);

        customers.pay(tenant, "150.01");

        assertThat(customers.find(newer.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.balance(tenant)).hasToString("0.01");
    }

    @Test
    void who_pays_later_owes_below_zero_and_pays_his_bills_one_after_the_other() {
        var tenant = customers.customer();
        postpaid(tenant, "1000.00");
        var contract = customers.contract(tenant);
        customers.call(tenant, contract, "10.00");
        var older = customers.issue(contract);
        var newer = customers.issue(customers.contract(tenant));

        assertThat(customers.balance(tenant)).hasToString("-410.00");
        assertThat(older.open()).hasToString("210.00");
        assertThat(customers.find(newer.id()).open()).hasToString("200.00");

        customers.pay(tenant, "220.00");

        assertThat(customers.find(older.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.find(newer.id()).open()).hasToString("190.00");

        customers.pay(tenant, "190.00");

        assertThat(customers.find(newer.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.balance(tenant)).isEqualTo(Money.ZERO);
    }

    @Test
    void who_pays_in_advance_from_now_on_still_owes_what_he_owed() {
        var tenant = customers.customer();
        postpaid(tenant, "1000.00");
        var bill = customers.issue(customers.contract(tenant));
        assertThat(customers.balance(tenant)).hasToString("-200.00");
        transactions.asOperator(
                () -> jdbc.sql("update charging.accounts set kind = 'prepaid', credit_limit = 0 where tenant = ?")
                        .param(tenant.value())
                        .update());

        customers.pay(tenant, "50.00");

        assertThat(customers.find(bill.id()).state()).isNotEqualTo(Bill.State.PAID);
        assertThat(customers.find(bill.id()).open()).hasToString("150.00");

        customers.pay(tenant, "150.00");

        assertThat(customers.find(bill.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.balance(tenant)).isEqualTo(Money.ZERO);
    }

    private void postpaid(TenantId tenant, String limit) {
        var least = Money.parse(limit).negated();
        transactions.asOperator(() -> {
            var funds = accounts.funds(tenant);
            ledger.floor(funds, least.microYuan());
            jdbc.sql("""
                            insert into charging.accounts (tenant, funds, kind, credit_limit, changed_at, changed_by)
                            values (:tenant, :funds, 'postpaid', :limit, now(), 'test')
                            on conflict (tenant) do update set kind = 'postpaid', credit_limit = excluded.credit_limit
                            """)
                    .param("tenant", tenant.value())
                    .param("funds", funds.value())
                    .param("limit", -least.microYuan())
                    .update();
        });
    }

    @Test
    void a_credit_note_gives_back_what_was_paid_once_and_never_more_than_the_line() {
        var tenant = customers.customer();
        customers.pay(tenant, "200.00");
        var bill = customers.issue(customers.contract(tenant));
        var order = credit(bill, "50.00", "key-1");

        var first = notes.issue(order);
        var again = notes.issue(order);

        assertThat(first).isInstanceOfSatisfying(Credited.Done.class, done -> {
            assertThat(done.note().number()).matches("CN-[0-9]{6}-[0-9]{6}");
            // 50.00 × 6/106 = 2.830…
            assertThat(done.note().taxes()).extracting(Bill.TaxGroup::tax).containsExactly(Money.parse("2.83"));
        });
        assertThat(again).isInstanceOf(Credited.AsBefore.class);
        assertThat(notes.issue(credit(bill, "60.00", "key-1"))).isInstanceOf(Credited.KeyUsed.class);
        assertThat(customers.balance(tenant)).hasToString("50.00");
        assertThat(notes.issue(credit(bill, "150.01", "key-2")))
                .isEqualTo(new Credited.TooMuch(1, Money.parse("150.00")));
        assertThat(customers.find(bill.id()).total()).hasToString("200.00");
    }

    @Test
    void a_credit_note_on_a_bill_that_is_open_leaves_less_to_pay() {
        var tenant = customers.customer();
        var bill = customers.issue(customers.contract(tenant));

        assertThat(notes.issue(credit(bill, "50.00", "key-3"))).isInstanceOf(Credited.Done.class);

        assertThat(customers.find(bill.id()).open()).hasToString("150.00");
        assertThat(customers.balance(tenant)).isEqualTo(Money.ZERO);
        customers.pay(tenant, "150.00");
        assertThat(customers.find(bill.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.balance(tenant)).isEqualTo(Money.ZERO);
    }

    @Test
    void a_credit_note_waits_for_money_that_is_just_coming_and_not_the_other_way_round() throws Exception {
        var tenant = customers.customer();
        customers.pay(tenant, "100.00");
        var bill = customers.issue(customers.contract(tenant));
        var credited = new CompletableFuture<Credited>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            customers.pay(tenant, "30.00", () -> {
                var _ = credited.completeAsync(() -> notes.issue(credit(bill, "150.00", "key-4")), threads);
                awaitSomebodyWhoWaitsForUs();
            });

            assertThat(credited.get(30, TimeUnit.SECONDS)).isInstanceOf(Credited.Done.class);
        }
        // 70.00 were still open, the rest is back.
        assertThat(customers.find(bill.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.balance(tenant)).hasToString("80.00");
    }

    /// Inside of a transaction: another one waits for what it has locked.
    private void awaitSomebodyWhoWaitsForUs() {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select exists (select from pg_locks where not granted"
                                + " and pg_backend_pid() = any(pg_blocking_pids(pid)))")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void many_small_credit_notes_give_back_the_tax_of_their_sum() {
        var tenant = customers.customer();
        customers.pay(tenant, "200.00");
        var bill = customers.issue(customers.contract(tenant));

        for (int i = 0; i < 20; i++) {
            assertThat(notes.issue(credit(bill, "0.09", "small-" + i))).isInstanceOf(Credited.Done.class);
        }

        var tax = transactions.asOperator(() -> notes.of(bill.id())).stream()
                .flatMap(note -> note.taxes().stream())
                .map(Bill.TaxGroup::tax)
                .reduce(Money.ZERO, Money::plus);
        // 1.80 × 6/106 = 0.101…
        assertThat(tax).hasToString("0.10");
    }

    private static CreditOrder credit(Bill bill, String amount, String key) {
        return new CreditOrder(
                bill.id(),
                List.of(new CreditOrder.Part(1, Money.parse(amount))),
                "线路故障 1 天",
                Optional.of(key),
                UUID.randomUUID());
    }

    @Test
    void a_preview_is_what_the_bill_is_going_to_be_and_is_stored_nowhere() {
        var tenant = customers.customer();
        var contract = customers.contract(tenant);
        customers.pay(tenant, "20.00");
        customers.call(tenant, contract, "1.2345");
        var before = rows(tenant);

        var preview = transactions
                .asTenant(tenant, () -> bills.preview(contract, customers.month()))
                .orElseThrow();

        assertThat(rows(tenant)).isEqualTo(before);
        assertThat(preview.state()).isEqualTo(Bill.State.DRAFT);
        assertThat(customers.issue(contract).lines()).isEqualTo(preview.lines());
    }

    private long rows(TenantId tenant) {
        return transactions.asTenant(
                tenant,
                () -> jdbc.sql(
                                "select (select count(*) from billing.bills)"
                                        + " + (select count(*) from ledger.transfers) + (select count(*) from billing.bill_states)")
                        .query(Long.class)
                        .single());
    }

    @Test
    void drafts_are_made_anew_until_they_are_issued() {
        var tenant = customers.customer();
        var contract = customers.contract(tenant);
        customers.pay(tenant, "20.00");
        bills.draft(customers.month());
        customers.call(tenant, contract, "1.00");
        bills.draft(customers.month());

        var draft = transactions.asOperator(() -> jdbc.sql("select id from billing.drafts where contract = ?")
                .param(contract.value())
                .query(UUID.class)
                .single());
        assertThat(customers.find(new BillId(draft)).total()).hasToString("201.00");

        var bill = customers.issue(contract);

        assertThat(bill.id().value()).isEqualTo(draft);
        assertThat(bill.total()).hasToString("201.00");
    }
}
