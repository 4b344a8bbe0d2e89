package org.hotline400.server.tariffs.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberCancelled;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberFact;
import org.hotline400.server.numbers.NumberReplaced;
import org.hotline400.server.numbers.NumberResumed;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.NumberTransferred;
import org.hotline400.server.numbers.NumbersOfOthers;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.contracts.ContractDesk.Quoted;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A contract in the course of its life: signed on 2026-11-27 for a year of the basic package, 80 yuan a month.
class ContractDeskTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4009990003");
    private static final HotlineNumber OTHER = new HotlineNumber("4009990004");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 27);
    private static final Actor OPERATOR = new Actor("Operator", "for a test");

    private final TestDatabase database = TestDatabase.create();
    private final WallClock clock = new WallClock("2026-11-27T04:00:00Z");
    private final List<Object> events = new ArrayList<>();
    private final Tariffs tariffs = new Tariffs(clock);
    private final ContractRows rows = new ContractRows(database.jdbc(), tariffs);
    private final Contracts contracts = new Contracts(rows, tariffs, events::add, clock);
    private final HotlineNumbers numbers = NumbersOfOthers.in(database, clock);
    private final ContractDesk desk = new ContractDesk(contracts, rows, tariffs, numbers, events::add, clock);
    private final ContractsFollowNumbers follow = new ContractsFollowNumbers(contracts, desk, rows, clock);
    private final TenantId shop = new TenantId(UUID.randomUUID());
    private final TenantId buyer = new TenantId(UUID.randomUUID());
    private final ContractId id = ContractId.next();

    @BeforeEach
    void aContract() {
        database.transactions().asOperator(() -> {
            for (var tenant : List.of(shop, buyer)) {
                database.jdbc()
                        .sql("insert into identity.tenants (tenant, name, created_at) values (?, 'Shop', now())")
                        .param(tenant.value())
                        .update();
            }
            numbers.assign(NUMBER, shop, OPERATOR);
            contracts.sign(new Contracts.Order(id, shop, NUMBER, "basic", 1, 12, FIRST, FIRST.plusMonths(1)));
        });
        events.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static PackageOrder.By by(boolean isOperator) {
        return new PackageOrder.By("Mei", "for a test", isOperator);
    }

    private PackageOrder order(String tariff, int term, String from) {
        return new PackageOrder(id, tariff, term, LocalDate.parse(from), by(false));
    }

    private ContractOutcome change(PackageOrder order) {
        return database.transactions().asTenant(shop, () -> desk.change(order));
    }

    private ContractOutcome end(String day) {
        return database.transactions().asTenant(shop, () -> desk.end(id, LocalDate.parse(day), by(false)));
    }

    private Contract now() {
        return database.transactions().asOperator(() -> contracts.find(id).orElseThrow());
    }

    private void happened(NumberFact fact) {
        database.transactions().asOperator(() -> follow.follow(fact));
    }

    private Optional<Contract> holding(HotlineNumber number, String day) {
        return database.transactions().asOperator(() -> contracts.find(number, LocalDate.parse(day)));
    }

    private void today(String day) {
        clock.set(day + "T04:00:00Z");
    }

    private String holds(String day) {
        return now().on(LocalDate.parse(day))
                .map(span -> span.tariff().code() + " " + span.rentPerMonth() + " " + span.number())
                .orElse("nothing");
    }

    @Test
    void an_upgrade_counts_from_its_day_on_and_binds_anew() {
        today("2027-02-01");

        assertThat(change(order("standard", 24, "2027-02-11"))).isEqualTo(new ContractOutcome.Done(now()));

        assertThat(holds("2027-02-10")).isEqualTo("basic 80.00 4009990003");
        assertThat(holds("2027-02-11")).isEqualTo("standard 150.00 4009990003");
        assertThat(holds("2029-02-10")).isEqualTo("standard 150.00 4009990003");
        assertThat(holds("2029-02-11")).isEqualTo("standard 200.00 4009990003");
        assertThat(now().boundUntil()).isEqualTo("2029-02-11");
        assertThat(now().spans().getLast().binding().since()).isEqualTo(FIRST);
        assertThat(events)
                .containsExactly(new ContractChanged(id, shop, ContractChanged.Kind.CHANGED, clock.instant()));
    }

    @Test
    void the_same_change_again_changes_nothing() {
        change(order("standard", 24, "2026-12-01"));

        assertThat(change(order("standard", 24, "2026-12-01"))).isInstanceOf(ContractOutcome.AsBefore.class);
        assertThat(events).hasSize(1);
    }

    @Test
    void what_was_agreed_for_later_days_gives_way() {
        change(order("standard", 24, "2027-06-01"));
        change(order("business", 36, "2027-03-01"));

        assertThat(holds("2027-02-28")).isEqualTo("basic 80.00 4009990003");
        assertThat(holds("2027-06-01")).isEqualTo("business 560.00 4009990003");
        assertThat(now().spans()).hasSize(3);
    }

    @Test
    void a_day_that_is_over_stays_as_it_was() {
        today("2027-02-01");

        assertThat(change(order("standard", 12, "2027-01-31")))
                .isEqualTo(new ContractOutcome.Past(LocalDate.of(2027, 2, 1)));
        assertThat(end("2027-02-01")).isInstanceOf(ContractOutcome.Past.class);
        assertThat(change(order("standard", 13, "2027-02-01"))).isInstanceOf(ContractOutcome.NotOffered.class);
        assertThat(change(order("unheard-of", 12, "2027-02-01"))).isInstanceOf(ContractOutcome.NotOffered.class);
        assertThat(events).isEmpty();
    }

    @Test
    void a_smaller_package_waits_for_the_end_of_the_term_unless_the_operator_wants_it() {
        change(order("standard", 12, "2026-11-27"));

        assertThat(change(order("basic", 12, "2027-03-01")))
                .isEqualTo(new ContractOutcome.Bound(LocalDate.of(2027, 11, 27)));
        assertThat(change(order("standard", 0, "2027-03-01"))).isInstanceOf(ContractOutcome.Bound.class);
        assertThat(change(order("basic", 12, "2027-11-27"))).isInstanceOf(ContractOutcome.Done.class);
        assertThat(change(new PackageOrder(id, "basic", 12, LocalDate.of(2027, 3, 1), by(true))))
                .isInstanceOf(ContractOutcome.Done.class);
        assertThat(holds("2027-03-01")).isEqualTo("basic 80.00 4009990003");
    }

    @Test
    void leaving_early_costs_what_the_quote_said() {
        today("2027-03-01");
        var quote = (Quoted.Offer) database.transactions()
                .asTenant(shop, () -> desk.quoteEnd(id, LocalDate.of(2027, 3, 16)));

        assertThat(end("2027-03-16")).isInstanceOf(ContractOutcome.Done.class);

        // 20 a month: 4/30 → 2.67, three months 60.00, 15/31 → 9.68
        assertThat(now().exit()).hasToString("72.35").isEqualTo(quote.quote().exit());
        assertThat(now().ends()).contains(LocalDate.of(2027, 3, 16));
        assertThat(holds("2027-03-15")).isEqualTo("basic 80.00 4009990003");
        assertThat(holds("2027-03-16")).isEqualTo("nothing");
        assertThat(end("2027-03-16")).isInstanceOf(ContractOutcome.AsBefore.class);
        assertThat(end("2027-03-17")).isEqualTo(new ContractOutcome.Ended(LocalDate.of(2027, 3, 16)));
        assertThat(change(order("standard", 12, "2027-03-16"))).isInstanceOf(ContractOutcome.Ended.class);
        assertThat(events).containsExactly(new ContractChanged(id, shop, ContractChanged.Kind.ENDED, clock.instant()));
    }

    @Test
    void a_term_that_was_agreed_for_later_does_not_let_one_out_of_the_one_that_runs() {
        change(order("standard", 36, "2027-11-27"));
        today("2027-03-01");
        end("2027-03-16");

        assertThat(now().exit()).hasToString("72.35");
    }

    private Money exitOn(String day) {
        var quoted = database.transactions().asTenant(shop, () -> desk.quoteEnd(id, LocalDate.parse(day)));
        return ((Quoted.Offer) quoted).quote().exit();
    }

    @Test
    void what_is_agreed_from_month_to_month_behind_the_term_binds_nobody() {
        var before = exitOn("2027-03-16");

        change(order("standard", 0, "2028-01-01"));

        assertThat(now().boundUntil()).isEqualTo("2027-11-27");
        assertThat(exitOn("2027-03-16")).hasToString("72.35").isEqualTo(before);
        assertThat(exitOn("2027-12-15")).isEqualTo(Money.ZERO);
        assertThat(exitOn("2028-02-01")).isEqualTo(Money.ZERO);
    }

    @Test
    void nobody_is_bound_between_two_terms() {
        change(order("standard", 12, "2028-01-01"));

        assertThat(now().boundUntil()).isEqualTo("2029-01-01");
        assertThat(exitOn("2027-03-16")).hasToString("72.35");
        assertThat(exitOn("2027-12-15")).isEqualTo(Money.ZERO);
        assertThat(exitOn("2028-01-01")).isEqualTo(Money.ZERO);
        // 20 percent of 200 yuan, for January of 2028 alone: the first term was served.
        assertThat(exitOn("2028-02-01")).hasToString("40.00");
        assertThat(change(order("basic", 0, "2027-12-15"))).isInstanceOf(ContractOutcome.AsBefore.class);
        assertThat(change(order("basic", 0, "2028-06-01")))
                .isEqualTo(new ContractOutcome.Bound(LocalDate.of(2029, 1, 1)));
    }

    @Test
    void a_number_that_is_replaced_leaves_the_terms_that_were_agreed_for_later() {
        change(order("standard", 36, "2027-11-27"));
        happened(new NumberReplaced(NUMBER, shop, OTHER, until()));

        assertThat(exitOn("2027-03-16")).hasToString("72.35");
        assertThat(exitOn("2027-11-27")).isEqualTo(Money.ZERO);
    }

    @Test
    void a_contract_whose_number_was_given_up_cannot_be_changed_until_the_number_is_back() {
        numbers.apply(NUMBER, NumberEvent.CANCEL, OPERATOR);
        happened(new NumberCancelled(NUMBER, shop, until()));

        assertThat(change(order("standard", 12, "2026-11-27"))).isEqualTo(new ContractOutcome.NumberGone(NUMBER));
        assertThat(database.transactions().asTenant(shop, () -> desk.quote(order("standard", 12, "2026-11-27"))))
                .isEqualTo(new Quoted.Refused(new ContractOutcome.NumberGone(NUMBER)));
        assertThat(now().ends()).contains(FIRST.plusDays(1));
    }

    @Test
    void a_number_that_is_only_suspended_can_have_another_package() {
        numbers.apply(NUMBER, NumberEvent.SUSPEND, OPERATOR);

        assertThat(change(order("standard", 12, "2026-11-27"))).isInstanceOf(ContractOutcome.Done.class);
    }

    @Test
    void a_quote_changes_nothing_and_shows_the_month() {
        today("2027-02-01");

        var quoted = database.transactions().asTenant(shop, () -> desk.quote(order("standard", 24, "2027-02-11")));

        var quote = ((Quoted.Offer) quoted).quote();
        assertThat(quote.before().rentPerMonth()).isEqualTo(Money.ofYuan(80));
        assertThat(quote.after().orElseThrow().rentPerMonth()).isEqualTo(Money.ofYuan(150));
        assertThat(quote.month().rent()).hasToString("125.00");
        assertThat(holds("2027-02-11")).isEqualTo("basic 80.00 4009990003");
        assertThat(database.transactions().asTenant(buyer, () -> desk.quote(order("standard", 24, "2027-02-11"))))
                .isEqualTo(new Quoted.Refused(new ContractOutcome.Unknown()));
        assertThat(database.transactions().asTenant(buyer, () -> desk.change(order("standard", 24, "2027-02-11"))))
                .isInstanceOf(ContractOutcome.Unknown.class);
    }

    @Test
    void another_number_takes_over_the_contract_and_the_rest_of_its_term() {
        today("2027-02-11");
        happened(new NumberReplaced(NUMBER, shop, OTHER, until()));

        assertThat(holds("2027-02-10")).isEqualTo("basic 80.00 4009990003");
        assertThat(holds("2027-02-11")).isEqualTo("basic 80.00 4009990004");
        assertThat(holds("2027-11-27")).isEqualTo("basic 100.00 4009990004");
        assertThat(now().boundUntil()).isEqualTo("2027-11-27");
        assertThat(holding(NUMBER, "2027-02-11")).isEmpty();
        assertThat(holding(NUMBER, "2027-02-10")).contains(now());
        assertThat(holding(OTHER, "2027-02-11")).contains(now());
        // 80 × 10/28 = 28.571, 80 × 18/28 = 51.429
        assertThat(MonthShare.of(now(), YearMonth.of(2027, 2)).rent()).hasToString("80.00");
    }

    @Test
    void a_number_that_is_replaced_while_its_contract_runs_out_ends_with_it() {
        end("2027-03-16");
        happened(new NumberReplaced(NUMBER, shop, OTHER, until()));

        assertThat(now().ends()).contains(LocalDate.of(2027, 3, 16));
        assertThat(now().exit()).hasToString("72.35");
        assertThat(holds("2027-03-15")).isEqualTo("basic 80.00 4009990004");
    }

    private Instant until() {
        return clock.instant().plus(Duration.ofDays(30));
    }

    @Test
    void a_new_owner_goes_on_with_the_terms_and_the_old_one_pays_nothing_for_leaving() {
        today("2027-02-11");
        happened(new NumberTransferred(NUMBER, shop, buyer));

        assertThat(now().ends()).contains(LocalDate.of(2027, 2, 11));
        assertThat(now().exit()).isEqualTo(Money.ZERO);
        var goesOn = holding(NUMBER, "2027-02-11").orElseThrow();
        assertThat(goesOn.tenant()).isEqualTo(buyer);
        assertThat(goesOn.boundUntil()).isEqualTo("2027-11-27");
        assertThat(goesOn.on(LocalDate.of(2027, 11, 26)).orElseThrow().rentPerMonth())
                .isEqualTo(Money.ofYuan(80));
        assertThat(goesOn.on(LocalDate.of(2027, 11, 27)).orElseThrow().rentPerMonth())
                .isEqualTo(Money.ofYuan(100));
    }

    @Test
    void a_number_that_changes_hands_on_its_first_day_belongs_to_the_second() {
        happened(new NumberTransferred(NUMBER, shop, buyer));

        assertThat(now().on(FIRST)).isEmpty();
        assertThat(MonthShare.of(now(), YearMonth.of(2026, 11)).parts()).isEmpty();
        assertThat(holding(NUMBER, "2026-11-27").orElseThrow().tenant()).isEqualTo(buyer);
        assertThat(holding(NUMBER, "2026-11-27").orElseThrow().paidUntil()).isEqualTo("2026-12-27");
    }

    @Test
    void who_gives_up_a_number_leaves_the_contract_and_who_takes_it_back_goes_on() {
        today("2027-03-15");
        happened(new NumberCancelled(NUMBER, shop, until()));
        assertThat(now().ends()).contains(LocalDate.of(2027, 3, 16));
        assertThat(now().exit()).hasToString("72.35");

        today("2027-03-20");
        happened(new NumberResumed(NUMBER, shop, NumberStatus.CANCELLED));

        assertThat(now().exit()).isEqualTo(Money.ZERO);
        assertThat(holding(NUMBER, "2027-03-19")).isEmpty();
        var goesOn = holding(NUMBER, "2027-03-20").orElseThrow();
        assertThat(goesOn.boundUntil()).isEqualTo("2027-11-27");
        assertThat(goesOn.on(LocalDate.of(2027, 3, 20)).orElseThrow().rentPerMonth())
                .isEqualTo(Money.ofYuan(80));

        // The same one: it is in its first month no second time, and who leaves it gives back the discount of all its
        // days, 72.35 of before and 20 × 12/31 and 20 × 19/30 of since.
        assertThat(goesOn.id()).isEqualTo(id);
        assertThat(EarlyExits.due(goesOn, LocalDate.of(2027, 4, 20))).hasToString("92.76");
        assertThat(MonthShare.of(goesOn, YearMonth.of(2027, 3)).parts())
                .extracting(part -> part.from() + " " + part.until())
                .containsExactly("2027-03-01 2027-03-16", "2027-03-20 2027-04-01");
    }

    @Test
    void who_takes_a_number_back_on_the_day_of_giving_it_up_keeps_it() {
        today("2027-03-15");
        happened(new NumberCancelled(NUMBER, shop, until()));
        happened(new NumberResumed(NUMBER, shop, NumberStatus.CANCELLED));

        assertThat(now().exit()).isEqualTo(Money.ZERO);
        assertThat(holding(NUMBER, "2027-03-15").orElseThrow().id()).isEqualTo(id);
        var goesOn = holding(NUMBER, "2027-03-16").orElseThrow();
        assertThat(goesOn.boundUntil()).isEqualTo("2027-11-27");
        assertThat(goesOn.ends()).isEmpty();
    }

    @Test
    void an_end_that_was_agreed_stays_though_the_number_was_suspended_meanwhile() {
        assertThat(end("2026-11-28")).isInstanceOf(ContractOutcome.Done.class);
        happened(new NumberResumed(NUMBER, shop, NumberStatus.SUSPENDED));

        assertThat(holding(NUMBER, "2026-11-28")).isEmpty();
    }

    @Test
    void a_number_back_beside_its_successor_is_a_second_one_from_month_to_month() {
        happened(new NumberReplaced(NUMBER, shop, OTHER, until()));
        today("2026-12-05");
        happened(new NumberResumed(NUMBER, shop, NumberStatus.REPLACED));

        var second = holding(NUMBER, "2026-12-05").orElseThrow();
        assertThat(second.id()).isNotEqualTo(id);
        assertThat(second.spans().getFirst().rentPerMonth()).isEqualTo(Money.ofYuan(100));
        assertThat(second.isBoundOn(LocalDate.of(2026, 12, 5))).isFalse();
        assertThat(holding(OTHER, "2026-12-05").orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void a_number_that_was_only_suspended_keeps_its_contract() {
        happened(new NumberResumed(NUMBER, shop, NumberStatus.SUSPENDED));

        assertThat(events).isEmpty();
    }

    @Test
    void a_number_without_a_contract_has_none_afterwards() {
        happened(new NumberResumed(OTHER, shop, NumberStatus.SUSPENDED));
        happened(new NumberTransferred(OTHER, shop, buyer));
        happened(new NumberCancelled(OTHER, shop, until()));

        assertThat(holding(OTHER, "2026-11-27")).isEmpty();
        assertThat(events).isEmpty();
    }
}
