package org.hotline400.server.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BilledCustomers;
import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.billing.BillingTest;
import org.hotline400.server.billing.DunningStep;
import org.hotline400.server.billing.MoneyContacts;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.identity.AccountOrder;
import org.hotline400.server.identity.AccountState;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What happens to a bill that nobody pays, day by day.
@BillingTest
@Timeout(120)
class DunningTest {
    private final List<Messenger.Letter> letters = new ArrayList<>();
    private final WallClock clock = new WallClock("2026-12-01T02:00:00Z");

    @Autowired
    private BilledCustomers customers;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Collecting collecting;

    @Autowired
    private DunningRows rows;

    @Autowired
    private Ledger ledger;

    @Autowired
    private CustomerAccounts funds;

    @Autowired
    private LateFeeRows lateFees;

    @Autowired
    private HotlineNumbers numbers;

    @Autowired
    private Applications applications;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MoneyContacts contacts;

    @Autowired
    private Seller seller;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private Bill bill;
    private Dunning dunning;

    @BeforeEach
    void aBillThatIsOpen() {
        var tenant = customers.customer();
        var number = BilledCustomers.number();
        numbers.assign(number, tenant, new Actor("test", "for a test"));
        bill = customers.issue(customers.contract(tenant, number));
        dunning = new Dunning(
                transactions,
                collecting,
                rows,
                lateFees,
                new BillLetters(letters::add, applications, contacts, seller),
                numbers,
                BillingSettings.USUAL,
                events,
                clock);
    }

    private void daysAfterDue(int days) {
        var day = bill.due().orElseThrow().plusDays(days);
        clock.set(day + "T02:00:00Z");
        transactions.asOperator(() -> rows.overdue(day, Optional.empty(), 10_000).stream()
                .filter(one -> one.bill().equals(bill.id()))
                .forEach(dunning::remind));
    }

    private List<String> steps() {
        return transactions.asOperator(() -> rows.steps(bill.id())).stream()
                .map(DunningStep::step)
                .toList();
    }

    private NumberStatus status() {
        return numbers.find(bill.hotline()).orElseThrow().status();
    }

    @Test
    void reminders_come_once_then_the_number_is_suspended_and_back_when_the_bill_is_paid() {
        daysAfterDue(-1);
        assertThat(steps()).isEmpty();
        daysAfterDue(0);
        daysAfterDue(0);
        assertThat(steps()).containsExactly("reminder-0");
        daysAfterDue(7);
        daysAfterDue(15);
        assertThat(steps()).containsExactly("reminder-0", "reminder-7", "reminder-15");
        assertThat(status()).isEqualTo(NumberStatus.ACTIVE);

        daysAfterDue(30);
        assertThat(status()).isEqualTo(NumberStatus.ARREARS_SUSPENDED);
        daysAfterDue(60);
        assertThat(steps()).endsWith("suspend", "propose-termination");

        customers.pay(bill.tenant(), "200.00");
        await().atMost(Duration.ofSeconds(20)).until(this::status, NumberStatus.ACTIVE::equals);
        daysAfterDue(61);
        assertThat(customers.find(bill.id()).state()).isEqualTo(Bill.State.PAID);
    }

    @Test
    void a_number_that_another_has_by_now_stays_in_service() {
        var other = customers.customer();
        numbers.transfer(bill.hotline(), other, new Actor("test", "for a test"));

        daysAfterDue(30);

        assertThat(steps()).contains("suspend");
        assertThat(status()).isEqualTo(NumberStatus.ACTIVE);
        assertThat(letters).noneMatch(letter -> letter.subject().contains("停机"));
    }

    @Test
    void money_that_was_held_when_it_was_asked_for_pays_before_anybody_is_reminded() {
        transactions.asOperator(() -> ledger.post(new Transfer(
                "test/" + bill.id(),
                new Transfer.Party.Platform(PlatformAccount.BANK),
                new Transfer.Party.Customer(funds.funds(bill.tenant())),
                Money.parse("300.00").microYuan(),
                TransferKind.TOP_UP,
                "test",
                Instant.now())));

        clock.set(bill.due().orElseThrow().plusDays(30) + "T02:00:00Z");
        dunning.collect();
        daysAfterDue(30);

        assertThat(customers.find(bill.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(customers.balance(bill.tenant())).hasToString("100.00");
        assertThat(steps()).isEmpty();
        assertThat(status()).isEqualTo(NumberStatus.ACTIVE);
    }

    @Test
    void who_was_not_looked_at_for_days_gets_one_reminder() {
        daysAfterDue(9);

        assertThat(steps()).containsExactlyInAnyOrder("reminder-0", "reminder-7");
    }

    @Test
    void late_fees_grow_by_the_day_up_to_their_most_and_come_with_the_next_bill() {
        var due = bill.due().orElseThrow();
        var fee = new BillingSettings.LateFee(new BigDecimal("0.05"), 2, 1);

        accrue(fee, due.plusDays(3));
        assertThat(fees()).isZero();
        // 0.05 % of 200.00 is 0.10 a day, from the third day on; at most 1 % in all, which is 2.00.
        accrue(fee, due.plusDays(6));
        accrue(fee, due.plusDays(6));
        assertThat(fees()).isEqualTo(300_000);
        accrue(fee, due.plusDays(100));
        assertThat(fees()).isEqualTo(2_000_000);

        var months = transactions.asOperator(
                () -> lateFees.of(List.of(bill.contract()), due.plusDays(3).withDayOfMonth(1)));
        assertThat(months.getOrDefault(bill.contract(), Money.ZERO)).isGreaterThan(Money.ZERO);
    }

    private void accrue(BillingSettings.LateFee fee, LocalDate today) {
        transactions.asOperator(() -> lateFees.accrue(fee, today));
    }

    private long fees() {
        return transactions.asOperator(
                () -> jdbc.sql("select coalesce(sum(amount), 0) from billing.late_fees where bill = ?")
                        .param(bill.id().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void letters_go_by_mail_to_who_pays_the_bills() {
        var mail = "payer-" + bill.hotline() + "@example.cn";
        addPayer(mail);

        daysAfterDue(0);

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.mail()).contains(mail);
            assertThat(letter.text()).contains(bill.number().orElseThrow(), "200.00 元未付", "are not paid");
            assertThat(letter.subject()).startsWith("账单缴费提醒");
        });
    }

    private void addPayer(String mail) {
        var order = new AccountOrder(bill.tenant(), "财务", SignInName.mail(mail), Role.FINANCE);
        assertThat(accounts.add(order, AccountState.ACTIVE, Optional.of("no password")))
                .isPresent();
    }
}
