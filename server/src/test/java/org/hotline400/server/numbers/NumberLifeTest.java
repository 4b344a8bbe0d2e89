package org.hotline400.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Stories of numbers, on a real database and a clock that the stories move.
class NumberLifeTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4006668888");
    private static final HotlineNumber BETTER = new HotlineNumber("4008888888");
    private static final HotlineNumber BEST = new HotlineNumber("4009999999");
    private static final HotlineNumber NOT_SOLD = new HotlineNumber("4002345678");

    private final NumberOffice office = new NumberOffice();
    private final TenantId shop = office.tenant();
    private final TenantId rival = office.tenant();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void from_the_cart_into_service_to_rest_and_back_on_sale() {
        office.hold(NUMBER, shop);
        assertThat(office.find(NUMBER).until()).contains(office.now().plus(Duration.ofMinutes(15)));
        office.numbers().reserve(NUMBER, shop, NumberOffice.by(shop));
        assertThat(office.find(NUMBER).until()).contains(office.now().plus(Duration.ofDays(15)));
        office.assign(NUMBER, shop);
        assertThat(office.find(NUMBER).until()).isEmpty();
        office.apply(NUMBER, NumberEvent.SUSPEND_FOR_ARREARS);
        office.apply(NUMBER, NumberEvent.RESUME);
        office.apply(NUMBER, NumberEvent.CANCEL);

        thenItRestsAndCanBeHadAgain();

        assertThat(office.story(NUMBER))
                .containsExactly(
                        "hold available → held",
                        "reserve held → reserved",
                        "assign reserved → active",
                        "suspend-for-arrears active → arrears-suspended",
                        "resume arrears-suspended → active",
                        "cancel active → cancelled",
                        "expire cancelled → quarantined",
                        "expire quarantined → available",
                        "hold available → held");
    }

    private void thenItRestsAndCanBeHadAgain() {
        var days = Duration.ofDays(7);
        office.pass(days.minusMillis(1));
        assertThat(office.runDue()).isZero();
        office.pass(Duration.ofMillis(1));
        assertThat(office.runDue()).isOne();
        assertThat(office.find(NUMBER).status()).isEqualTo(NumberStatus.QUARANTINED);
        assertThat(office.find(NUMBER).tenant()).isEqualTo(TenantId.OPERATOR);

        office.pass(Duration.ofDays(90).minusMillis(1));
        assertThat(office.runDue()).isZero();
        assertThat(office.hold(NUMBER, rival)).isEqualTo(new NumberChange.NotAvailable(NUMBER));
        office.pass(Duration.ofMillis(1));
        assertThat(office.runDue()).isOne();
        assertThat(office.find(NUMBER).status()).isEqualTo(NumberStatus.AVAILABLE);
        assertThat(office.hold(NUMBER, rival)).isInstanceOf(NumberChange.Done.class);
    }

    @Test
    void each_change_tells_what_has_happened() {
        office.hold(NUMBER, shop);
        office.assign(NUMBER, shop);
        office.apply(NUMBER, NumberEvent.BAR);
        office.apply(NUMBER, NumberEvent.CANCEL);
        office.apply(NUMBER, NumberEvent.QUARANTINE);
        office.pass(Duration.ofDays(90));
        office.runDue();

        var rested = office.now().minus(Duration.ofDays(90));
        assertThat(office.news())
                .containsExactly(
                        new NumberHeld(NUMBER, shop, rested.plus(Duration.ofMinutes(15))),
                        new NumberActivated(NUMBER, shop),
                        new NumberSuspended(NUMBER, shop, NumberStatus.BARRED),
                        new NumberCancelled(NUMBER, shop, rested.plus(Duration.ofDays(7))),
                        new NumberQuarantined(NUMBER, shop, office.now()),
                        new NumberFreed(NUMBER));
    }

    @Test
    void a_hold_runs_out_by_itself() {
        office.hold(NUMBER, shop);

        office.pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(office.runDue()).isZero();
        assertThat(office.hold(NUMBER, rival)).isEqualTo(new NumberChange.AlreadyHeld(NUMBER));
        office.pass(Duration.ofMillis(1));
        office.news();
        assertThat(office.runDue()).isOne();

        assertThat(office.find(NUMBER).status()).isEqualTo(NumberStatus.AVAILABLE);
        assertThat(office.news()).containsExactly(new NumberReleased(NUMBER, shop, true));
        assertThat(office.history(NUMBER).getLast().actor()).isEqualTo(new Actor("platform", "the hold ran out"));
    }

    @Test
    void a_hold_that_has_run_out_is_free_before_the_timer_comes_by() {
        office.hold(NUMBER, shop);
        office.pass(Duration.ofMinutes(15));

        assertThat(office.hold(NUMBER, rival)).isInstanceOf(NumberChange.Done.class);

        assertThat(office.runDue()).isZero();
        assertThat(office.find(NUMBER).is(NumberStatus.HELD, rival)).isTrue();
        assertThat(office.story(NUMBER))
                .containsExactly("hold available → held", "expire held → available", "hold available → held");
    }

    @Test
    void a_deadline_that_has_passed_is_missed_before_the_timer_comes_by() {
        office.numbers().reserve(NUMBER, shop, NumberOffice.operator());
        office.pass(Duration.ofDays(15));

        assertThat(office.numbers().releaseReservation(NUMBER, NumberOffice.by(shop)))
                .isEqualTo(new NumberChange.NotHolder(NUMBER));
        assertThat(office.find(NUMBER).status()).isEqualTo(NumberStatus.AVAILABLE);
    }

    @Test
    void holding_twice_is_one_hold_and_no_longer_one() {
        office.hold(NUMBER, shop);
        var held = office.find(NUMBER);
        office.pass(Duration.ofMinutes(10));

        assertThat(office.hold(NUMBER, shop)).isEqualTo(new NumberChange.AsBefore(held));
        assertThat(office.story(NUMBER)).hasSize(1);
    }

    @Test
    void a_tenant_holds_ten_numbers_at_once_and_no_more() {
        for (int i = 0; i < 10; i++) {
            assertThat(office.hold(number(i), shop)).isInstanceOf(NumberChange.Done.class);
        }

        assertThat(office.hold(number(10), shop)).isEqualTo(new NumberChange.HoldLimit(10));
        assertThat(office.numbers().find(number(10)))
                .as("nothing is kept of it")
                .isEmpty();
        assertThat(office.hold(number(9), shop)).isInstanceOf(NumberChange.AsBefore.class);
        assertThat(office.hold(number(10), rival)).isInstanceOf(NumberChange.Done.class);
        office.numbers().releaseHold(number(3), NumberOffice.by(shop));
        assertThat(office.hold(number(11), shop)).isInstanceOf(NumberChange.Done.class);
    }

    private static HotlineNumber number(int i) {
        return new HotlineNumber("400100%04d".formatted(i));
    }

    @Test
    void what_is_not_on_sale_is_not_held_and_leaves_no_trace_but_the_operator_gives_it_out() {
        assertThat(office.hold(NOT_SOLD, shop)).isEqualTo(new NumberChange.NotOnSale(NOT_SOLD));
        assertThat(office.numbers().find(NOT_SOLD)).isEmpty();

        assertThat(office.assign(NOT_SOLD, shop)).isInstanceOf(NumberChange.Done.class);
    }

    @Test
    void only_its_holder_and_the_operator_change_what_is_held() {
        office.hold(NUMBER, shop);
        var notHolder = new NumberChange.NotHolder(NUMBER);

        assertThat(office.numbers().releaseHold(NUMBER, NumberOffice.by(rival))).isEqualTo(notHolder);
        assertThat(office.numbers().reserve(NUMBER, rival, NumberOffice.by(rival)))
                .isEqualTo(notHolder);
        assertThat(office.numbers().reserve(NUMBER, shop, NumberOffice.by(rival)))
                .isEqualTo(notHolder);
        assertThat(office.numbers().hold(BETTER, shop, NumberOffice.by(rival)))
                .isEqualTo(new NumberChange.NotHolder(BETTER));
        assertThat(office.numbers().assign(NUMBER, shop, NumberOffice.by(shop))).isEqualTo(notHolder);
        assertThat(office.numbers().transfer(NUMBER, rival, NumberOffice.by(shop)))
                .isEqualTo(notHolder);

        assertThat(office.numbers().releaseHold(NUMBER, NumberOffice.operator()))
                .isInstanceOf(NumberChange.Done.class);
    }

    @Test
    void what_is_in_a_cart_is_given_to_nobody_else_not_even_by_the_operator() {
        office.hold(NUMBER, shop);

        assertThat(office.assign(NUMBER, rival)).isEqualTo(new NumberChange.AlreadyHeld(NUMBER));
        assertThat(office.numbers().reserve(NUMBER, rival, NumberOffice.operator()))
                .isEqualTo(new NumberChange.AlreadyHeld(NUMBER));
        assertThat(office.assign(NUMBER, shop)).isInstanceOf(NumberChange.Done.class);
        assertThat(office.assign(NUMBER, shop)).isInstanceOf(NumberChange.AsBefore.class);
        assertThat(office.assign(NUMBER, rival)).isInstanceOf(NumberChange.Impossible.class);
    }

    @Test
    void nothing_is_given_to_a_tenant_that_there_is_not() {
        var nobody = TenantId.of("01890000-0000-7000-8000-00000000dead");
        var answer = new NumberChange.NoSuchTenant(nobody);

        assertThat(office.assign(NUMBER, nobody)).isEqualTo(answer);
        assertThat(office.numbers().hold(NUMBER, nobody, NumberOffice.operator()))
                .isEqualTo(answer);
        assertThat(office.numbers().find(NUMBER)).isEmpty();
    }

    @Test
    void a_cancellation_can_be_taken_back_for_a_week() {
        office.assign(NUMBER, shop);
        office.apply(NUMBER, NumberEvent.CANCEL);
        office.pass(Duration.ofDays(6));
        assertThat(office.apply(NUMBER, NumberEvent.RESUME)).isInstanceOf(NumberChange.Done.class);

        office.apply(NUMBER, NumberEvent.CANCEL);
        office.pass(Duration.ofDays(7));
        assertThat(office.apply(NUMBER, NumberEvent.RESUME)).isInstanceOf(NumberChange.Impossible.class);
    }

    @Test
    void a_transferred_number_stays_in_service_and_each_owner_sees_its_own_time() {
        office.assign(NUMBER, shop);
        office.apply(NUMBER, NumberEvent.SUSPEND);
        office.apply(NUMBER, NumberEvent.RESUME);
        office.news();

        assertThat(office.numbers().transfer(NUMBER, rival, NumberOffice.operator()))
                .isInstanceOf(NumberChange.Done.class);
        office.apply(NUMBER, NumberEvent.SUSPEND);

        assertThat(office.find(NUMBER).tenant()).isEqualTo(rival);
        assertThat(office.news())
                .containsExactly(
                        new NumberTransferred(NUMBER, shop, rival),
                        new NumberSuspended(NUMBER, rival, NumberStatus.SUSPENDED));
        assertThat(office.historyFor(shop, NUMBER))
                .containsExactly(NumberEvent.ASSIGN, NumberEvent.SUSPEND, NumberEvent.RESUME, NumberEvent.TRANSFER);
        assertThat(office.historyFor(rival, NUMBER)).containsExactly(NumberEvent.TRANSFER, NumberEvent.SUSPEND);
        assertThat(office.history(NUMBER))
                .filteredOn(one -> one.event() == NumberEvent.TRANSFER)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.previousTenant()).contains(shop);
                    assertThat(one.tenant()).isEqualTo(rival);
                    assertThat(one.actor()).isEqualTo(NumberOffice.operator());
                });
    }

    @Test
    void an_upgrade_refers_callers_for_its_time_and_then_the_old_number_rests() {
        office.assign(NUMBER, shop);
        office.numbers().reserve(BETTER, shop, NumberOffice.operator());

        assertThat(office.numbers().upgrade(upgrade(NUMBER, BETTER, 30), NumberOffice.operator()))
                .isInstanceOf(NumberChange.Done.class);

        var old = office.find(NUMBER);
        assertThat(old.is(NumberStatus.REPLACED, shop)).isTrue();
        assertThat(old.successor()).contains(BETTER);
        assertThat(old.until()).contains(office.now().plus(Duration.ofDays(30)));
        assertThat(office.find(BETTER).is(NumberStatus.ACTIVE, shop)).isTrue();
        office.pass(Duration.ofDays(30));
        assertThat(office.runDue()).isOne();
        assertThat(office.find(NUMBER).status()).isEqualTo(NumberStatus.QUARANTINED);
        assertThat(office.find(NUMBER).successor()).isEmpty();
        assertThat(office.find(NUMBER).until()).contains(office.now().plus(Duration.ofDays(90)));
        assertThat(office.historyFor(shop, NUMBER))
                .containsExactly(NumberEvent.ASSIGN, NumberEvent.REPLACE, NumberEvent.EXPIRE);
    }

    @Test
    void a_holder_upgrades_to_what_it_has_in_service_and_to_nothing_else() {
        office.assign(NUMBER, shop);
        office.assign(BETTER, rival);
        office.numbers().reserve(BEST, shop, NumberOffice.operator());

        assertThat(upgradeBy(shop, NUMBER, BETTER)).isEqualTo(new NumberChange.NoSuccessor(BETTER));
        assertThat(upgradeBy(shop, NUMBER, BEST)).isEqualTo(new NumberChange.NoSuccessor(BEST));
        assertThat(upgradeBy(shop, NUMBER, NOT_SOLD)).isEqualTo(new NumberChange.NoSuccessor(NOT_SOLD));
        assertThat(upgradeBy(rival, NUMBER, BETTER)).isEqualTo(new NumberChange.NotHolder(NUMBER));
        assertThat(upgradeBy(shop, BEST, NUMBER)).isInstanceOf(NumberChange.Impossible.class);
        office.assign(BEST, shop);
        assertThat(upgradeBy(shop, NUMBER, BEST)).isInstanceOf(NumberChange.Done.class);
        assertThat(office.find(NUMBER).until()).contains(office.now().plus(Duration.ofDays(90)));
    }

    private NumberChange upgradeBy(TenantId tenant, HotlineNumber from, HotlineNumber to) {
        return office.numbers().upgrade(new Upgrade(from, to, Optional.empty()), NumberOffice.by(tenant));
    }

    private static Upgrade upgrade(HotlineNumber from, HotlineNumber to, int days) {
        return new Upgrade(from, to, Optional.of(Duration.ofDays(days)));
    }

    @Test
    void a_change_that_fails_on_its_way_leaves_nothing() {
        office.failAfter(0);
        assertThatThrownBy(() -> office.hold(NUMBER, shop)).hasMessageContaining("dies here");
        assertThat(office.numbers().find(NUMBER)).isEmpty();
        assertThat(office.history(NUMBER)).isEmpty();

        office.failNoMore();
        office.assign(NUMBER, shop);
        office.hold(BETTER, shop);
        office.news();
        // The new number has come into service already when the old one is replaced.
        office.failAfter(1);
        assertThatThrownBy(() -> office.numbers().upgrade(upgrade(NUMBER, BETTER, 30), NumberOffice.operator()))
                .hasMessageContaining("dies here");

        assertThat(office.find(NUMBER).status()).isEqualTo(NumberStatus.ACTIVE);
        assertThat(office.find(BETTER).status()).isEqualTo(NumberStatus.HELD);
        assertThat(office.story(NUMBER)).containsExactly("assign available → active");
        assertThat(office.story(BETTER)).containsExactly("hold available → held");
    }

    @Test
    void a_timer_that_fails_on_its_way_does_its_work_at_the_next_turn() {
        office.hold(NUMBER, shop);
        office.hold(BETTER, shop);
        office.pass(Duration.ofMinutes(15));
        office.failAfter(1);
        assertThatThrownBy(office::runDue).hasMessageContaining("dies here");
        assertThat(office.find(NUMBER).status()).isEqualTo(NumberStatus.HELD);
        assertThat(office.find(BETTER).status()).isEqualTo(NumberStatus.HELD);

        office.failNoMore();
        assertThat(office.runDue()).isEqualTo(2);
    }

    @Test
    void a_rest_of_less_than_ninety_days_is_no_setting() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();

            assertThat(validator.validate(numbers("89d"))).hasSize(1);
            assertThat(validator.validate(numbers("90d"))).isEmpty();
        }
        assertThat(NumberOffice.settings(Map.of()).numbers()).isEqualTo(HotlineSettings.Numbers.USUAL);
    }

    private static HotlineSettings.Numbers numbers(String quarantine) {
        return NumberOffice.settings(Map.of("hotline.numbers.quarantine", quarantine))
                .numbers();
    }
}
