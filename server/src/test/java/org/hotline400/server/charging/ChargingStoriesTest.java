package org.hotline400.server.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.Admission.Verdict;
import org.hotline400.server.calls.CallMeter.Permit;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.charging.internal.Orphans;
import org.hotline400.server.identity.Role;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the admission of a call to its settlement, on the whole server; only the phone is missing.
@ServerTest
@Timeout(180)
class ChargingStoriesTest {
    private static final Target MOBILE = new Target.Line(ChargedShop.MOBILE);

    private final ApplicationContext server;
    private final Api api;
    private final JdbcClient jdbc;

    @Autowired
    ChargingStoriesTest(ApplicationContext server, Api api, JdbcClient jdbc) {
        this.server = server;
        this.api = api;
        this.jdbc = jdbc;
    }

    private ChargedShop shopWithoutMinutes(String yuan) {
        var shop = new ChargedShop(server);
        shop.leaveSeconds(0);
        shop.topUp(yuan);
        return shop;
    }

    @Test
    void the_money_for_one_call_is_reserved_for_it_and_charged_when_it_is_over() {
        var shop = shopWithoutMinutes("0.20");
        var call = CallId.next();

        var admitted = (Verdict.Admitted) shop.admit(call);
        var meter = admitted.meter().orElseThrow();
        var now = Instant.now();
        meter.talking(MOBILE, now, false);
        assertThat(shop.reserved()).isEqualTo("0.20");
        assertThat(meter.goOn(now)).isInstanceOf(Permit.GoOn.class);
        assertThat(meter.goOn(now.plusSeconds(55)))
                .isInstanceOfSatisfying(
                        Permit.Final.class,
                        last -> assertThat(Duration.between(now, last.end()))
                                .isBetween(Duration.ofMillis(59_999), Duration.ofSeconds(60)));

        shop.over(call);
        shop.ended(call, 59);
        var legs = shop.settled(call);

        assertThat(legs).hasSize(1);
        assertThat(legs.getFirst().charged()).isEqualTo(60);
        assertThat(legs.getFirst().cost()).isEqualTo(Money.parse("0.20"));
        assertThat(shop.balance()).isEqualTo("0.00");
        assertThat(shop.reserved()).isEqualTo("0.00");
        assertThat(shop.standing().monthCost()).isEqualTo(Money.parse("0.20"));
    }

    @Test
    void one_micro_yuan_less_than_the_first_block_is_refused() {
        var shop = shopWithoutMinutes("0.199999");

        assertThat(shop.admit(CallId.next()))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, no -> assertThat(no.reason()).isEqualTo(EndReason.REJECTED_ARREARS));
        assertThat(shop.reserved()).isEqualTo("0.00");
    }

    @Test
    void a_call_that_only_another_one_keeps_from_paying_suspends_nothing() {
        var shop = shopWithoutMinutes("0.20");
        var first = CallId.next();
        shop.admit(first);

        assertThat(shop.admit(CallId.next())).isInstanceOf(Verdict.Refused.class);

        shop.over(first);
        shop.ended(List.of(shop.record(first, 0, EndReason.ABANDONED_IN_RING)));
        await().atMost(ChargedShop.SOON).until(() -> shop.reserved().equals("0.00"));
        assertThat(shop.status()).isEqualTo(NumberStatus.ACTIVE);
        assertThat(shop.balance()).isEqualTo("0.20");
    }

    @Test
    void a_number_is_suspended_when_nothing_is_left_and_goes_on_with_the_money_that_comes() {
        var shop = shopWithoutMinutes("0.10");

        assertThat(shop.admit(CallId.next())).isInstanceOf(Verdict.Refused.class);
        await().atMost(ChargedShop.SOON).until(() -> shop.status() == NumberStatus.ARREARS_SUSPENDED);

        shop.topUp("0.10");
        assertThat(shop.status()).isEqualTo(NumberStatus.ACTIVE);
        assertThat(shop.admit(CallId.next())).isInstanceOf(Verdict.Admitted.class);
    }

    private ChargedShop suspendedShop() {
        var shop = shopWithoutMinutes("0.10");
        assertThat(shop.admit(CallId.next())).isInstanceOf(Verdict.Refused.class);
        await().atMost(ChargedShop.SOON).until(() -> shop.status() == NumberStatus.ARREARS_SUSPENDED);
        return shop;
    }

    @Test
    void a_number_that_was_barred_meanwhile_does_not_go_on_with_the_money_that_comes() {
        var shop = suspendedShop();
        shop.happens(NumberEvent.BAR);

        shop.topUp("10");

        assertThat(shop.status()).isEqualTo(NumberStatus.BARRED);
        shop.happens(NumberEvent.RESUME);
        assertThat(shop.status()).isEqualTo(NumberStatus.ACTIVE);
    }

    @Test
    void a_call_of_the_day_on_which_the_number_went_to_another_owner_is_paid_by_the_one_before() {
        var shop = shopWithoutMinutes("1");
        var call = CallId.next();
        var admitted = (Verdict.Admitted) shop.admit(call);
        admitted.meter().orElseThrow().talking(MOBILE, Instant.now(), false);
        assertThat(shop.reserved()).isNotEqualTo("0.00");

        shop.goesToAnother();
        shop.over(call);
        shop.ended(call, 59);

        assertThat(shop.settled(call).getFirst().cost()).isEqualTo(Money.parse("0.20"));
        assertThat(shop.reserved()).isEqualTo("0.00");
        assertThat(shop.balance()).isEqualTo("0.80");
    }

    @Test
    void what_a_call_holds_that_costs_nothing_any_more_is_free_again() {
        var shop = shopWithoutMinutes("1");
        var call = CallId.next();
        shop.hold(call, 300_000, Instant.now().plus(Duration.ofHours(1)));
        assertThat(shop.reserved()).isEqualTo("0.30");

        shop.ended(List.of(shop.recordOf(new HotlineNumber("4007319998"), call)));

        await().atMost(ChargedShop.SOON).until(() -> shop.reserved().equals("0.00"));
        assertThat(shop.balance()).isEqualTo("1.00");
    }

    @Test
    void bundled_minutes_pay_first_and_leave_the_money_alone() {
        var shop = new ChargedShop(server);
        long before = shop.standing().minutes();
        assertThat(before).isPositive();
        var call = CallId.next();

        assertThat(shop.admit(call)).isInstanceOf(Verdict.Admitted.class);
        assertThat(shop.standing().minutes()).isEqualTo(before - 60);
        shop.over(call);
        shop.ended(call, 30);
        var leg = shop.settled(call).getFirst();

        assertThat(leg.covered()).isEqualTo(60);
        assertThat(leg.cost()).isEqualTo(Money.ZERO);
        assertThat(shop.standing().minutes()).isEqualTo(before - 60);
    }

    @Test
    void a_call_over_the_end_of_the_minutes_pays_the_rest() {
        var shop = new ChargedShop(server);
        shop.leaveSeconds(90);
        shop.topUp("1");
        var call = CallId.next();

        var meter = ((Verdict.Admitted) shop.admit(call)).meter().orElseThrow();
        var now = Instant.now();
        meter.talking(MOBILE, now, false);
        meter.goOn(now.plusSeconds(52));
        meter.goOn(now.plusSeconds(112));
        shop.over(call);
        shop.ended(call, 150);
        var leg = shop.settled(call).getFirst();

        // Two minutes begin while seconds are left; the third is paid.
        assertThat(leg.covered()).isEqualTo(120);
        assertThat(leg.cost()).isEqualTo(Money.parse("0.20"));
        assertThat(shop.balance()).isEqualTo("0.80");
    }

    @Test
    void what_was_reserved_by_nobody_is_taken_when_it_is_settled_and_the_rest_is_unsecured() {
        var shop = new ChargedShop(server);
        shop.leaveSeconds(60);
        shop.topUp("0.30");
        var call = CallId.next();

        shop.ended(call, 200);
        var leg = shop.settled(call).getFirst();

        assertThat(leg.covered()).isEqualTo(60);
        assertThat(leg.cost()).isEqualTo(Money.parse("0.60"));
        assertThat(leg.unsecured()).isEqualTo(Money.parse("0.30"));
        assertThat(shop.balance()).isEqualTo("0.00");
        // On the last day of a month the next one's are there already.
        assertThat(shop.standing().minutes()).isZero();
        assertThat(shop.minutes()).allMatch(account -> account.reserved() == 0);
    }

    @Test
    void read_once_more_from_the_beginning_no_call_is_settled_twice() {
        var shop = new ChargedShop(server);
        shop.leaveSeconds(60);
        shop.topUp("1");
        var bundled = CallId.next();
        var paid = CallId.next();
        for (var call : List.of(bundled, paid)) {
            shop.admit(call);
            shop.over(call);
            shop.ended(call, 59);
            shop.settled(call);
        }
        assertThat(shop.balance()).isEqualTo("0.80");

        shop.transactions.asOperator(
                () -> jdbc.sql("update charging.cursors set written_in = '0'::xid8, seq = 0 where reader = 'calls'")
                        .update());
        var next = CallId.next();
        shop.ended(next, 10);
        shop.settled(next);

        assertThat(shop.balance()).isEqualTo("0.60");
        assertThat(shop.standing().monthCost()).isEqualTo(Money.parse("0.40"));
        assertThat(shop.legs(bundled)).hasSize(1);
    }

    @Test
    void thirty_two_callers_at_once_share_the_money_for_a_hundred_calls() throws Exception {
        var shop = shopWithoutMinutes("20");
        var admitted = new ConcurrentLinkedQueue<CallId>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 32; i++) {
                work.add(() -> {
                    for (int j = 0; j < 8; j++) {
                        call(shop, CallId.next()).ifPresent(admitted::add);
                    }
                    return true;
                });
            }
            for (var done : callers.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(admitted).hasSize(100);
        assertThat(shop.reserved()).isEqualTo("20.00");
        var records = new ArrayList<CallRecord>();
        admitted.forEach(call -> records.add(shop.record(call, 20, EndReason.COMPLETED)));
        shop.ended(records);
        // Each record is written twice, as by two nodes that close the calls of a third.
        shop.ended(records);
        await().atMost(ChargedShop.SOON).until(() -> shop.reserved().equals("0.00"));
        assertThat(shop.balance()).isEqualTo("0.00");
        assertThat(shop.standing().monthCost()).isEqualTo(Money.parse("20"));
    }

    private static Optional<CallId> call(ChargedShop shop, CallId call) {
        var verdict = shop.admit(call);
        shop.over(call);
        return verdict instanceof Verdict.Admitted ? Optional.of(call) : Optional.empty();
    }

    @Test
    void the_hold_of_a_call_that_is_no_more_and_left_no_record_is_ended() {
        var shop = shopWithoutMinutes("1");
        var call = CallId.next();
        shop.hold(call, 300_000, Instant.now().minus(Duration.ofMinutes(5)));
        assertThat(server.getBean(Orphans.class).release()).doesNotContain(call);

        var older = CallId.next();
        shop.hold(older, 200_000, Instant.now().minus(Duration.ofMinutes(11)));
        assertThat(server.getBean(Orphans.class).release()).contains(older).doesNotContain(call);

        assertThat(shop.reserved()).isEqualTo("0.30");
        // Its record turns up all the same, and is settled once.
        shop.ended(older, 10);
        shop.settled(older);
        assertThat(shop.balance()).isEqualTo("0.80");
    }

    @Test
    void a_number_without_a_contract_is_not_charged() {
        var shop = shopWithoutMinutes("0.10");

        var verdict = shop.admit(CallId.next(), new HotlineNumber("4007319999"));

        assertThat(verdict).isEqualTo(Verdict.Admitted.freely());
    }

    private static LocalDate month() {
        return LocalDate.ofInstant(Instant.now(), BusinessTime.ZONE).withDayOfMonth(1);
    }

    @Test
    void the_customer_sees_his_standing_and_what_his_calls_came_to_and_nobody_elses() {
        var shop = shopWithoutMinutes("5");
        var call = CallId.next();
        shop.ended(call, 61);
        shop.settled(call);
        var owner = api.as(shop.tenant, Role.OWNER);

        var standing = owner.get("/api/v1/charges/standing").json();
        assertThat(standing.at("/balance").asString()).isEqualTo("4.60");
        assertThat(standing.at("/monthCost").asString()).isEqualTo("0.40");
        var legs = owner.get("/api/v1/charges?month=" + month().toString().substring(0, 7))
                .json();
        assertThat(legs.at("/items/0/cost").asString()).isEqualTo("0.40");
        assertThat(legs.at("/items/0/charged").asLong()).isEqualTo(120);
        assertThat(owner.get("/api/v1/calls/" + call)
                        .json()
                        .at("/charges/lines/0/amount")
                        .asString())
                .isEqualTo("0.40");
        var stranger = api.as(new ChargedShop(server).tenant, Role.OWNER);
        assertThat(stranger.get("/api/v1/charges/calls/" + call).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/charges/standing?tenant=" + shop.tenant)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_operator_agrees_on_credit_and_the_customer_bounds_himself() {
        var shop = shopWithoutMinutes("0.20");
        shop.ended(CallId.next(), 10);
        await().atMost(ChargedShop.SOON).until(() -> shop.balance().equals("0.00"));

        var agreed = api.asOperator()
                .put("/api/v1/charges/terms/" + shop.tenant, "{\"kind\":\"postpaid\",\"creditLimit\":\"0.40\"}");
        assertThat(agreed.json().at("/creditLimit").asString()).isEqualTo("0.40");
        await().atMost(ChargedShop.SOON).until(() -> call(shop, CallId.next()).isPresent());

        var owner = api.as(shop.tenant, Role.OWNER);
        assertThat(owner.put("/api/v1/charges/caps", "{\"callCap\":1}")
                        .json()
                        .at("/callCap")
                        .asInt())
                .isEqualTo(1);
        await().atMost(ChargedShop.SOON)
                .until(() ->
                        shop.admit(CallId.next()) instanceof Verdict.Refused no && no.reason() == EndReason.CAPPED);
        assertThat(owner.put("/api/v1/charges/terms/" + shop.tenant, "{\"kind\":\"postpaid\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_number_that_has_cost_what_its_plan_allows_in_a_month_takes_no_further_call() {
        var shop = shopWithoutMinutes("10");
        var first = CallId.next();
        assertThat(shop.admitUnder("{\"monthlyCostYuan\": 0.4}", first)).isInstanceOf(Verdict.Admitted.class);
        shop.ended(first, 70);
        shop.over(first);
        shop.settled(first);

        await().atMost(ChargedShop.SOON)
                .until(() -> shop.admitUnder("{\"monthlyCostYuan\": 0.4}", CallId.next()) instanceof Verdict.Refused no
                        && no.reason() == EndReason.CAPPED);
        assertThat(shop.admitUnder("{\"monthlyCostYuan\": 100}", CallId.next())).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void what_is_agreed_is_with_an_enterprise_that_there_is_and_can_be_reckoned_with() {
        var operator = api.asOperator();
        var nobody = operator.put("/api/v1/charges/terms/" + Ids.next(), "{\"kind\":\"postpaid\"}");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.json().at("/code").asString()).isEqualTo("charges.unknown-customer");

        var shop = shopWithoutMinutes("0.20");
        var endless = operator.put(
                "/api/v1/charges/terms/" + shop.tenant,
                "{\"kind\":\"postpaid\",\"creditLimit\":\"9223372036854.775807\"}");
        assertThat(endless.status()).isEqualTo(400);
        assertThat(endless.json().at("/violations/0/field").asString()).isEqualTo("creditLimit");
        var far = api.as(shop.tenant, Role.OWNER).get("/api/v1/charges?month=%2B999999999-12");
        assertThat(far.status()).isEqualTo(400);
    }
}
