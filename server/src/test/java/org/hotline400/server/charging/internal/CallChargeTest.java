package org.hotline400.server.charging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.CallMeter.Permit;
import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.charging.internal.Share.Reach;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;
import org.junit.jupiter.api.Test;

/// One call, in virtual time.
class CallChargeTest {
    private static final Target MOBILE = new Target.Line("13800138000");
    private static final Instant NOON = at("2026-11-27T12:00:00");
    private static final TenantId TENANT = new TenantId(Ids.next());

    private final PaperBooks books = new PaperBooks();
    private AccountTerms terms = AccountTerms.prepaid(TENANT);
    private List<Bundle> bundles = List.of();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }

    private static PricedContract mobile(Price price) {
        return PricedContract.of(
                ContractId.next(),
                TENANT,
                new CallCharges(Map.of(Component.FORWARD_MOBILE, price), Set.of(Component.FORWARD_MOBILE)));
    }

    private static PricedContract perMinute(String yuan) {
        return mobile(Price.always(Rate.perMinute(yuan), 60));
    }

    private CallCharge call(PricedContract contract, AccountId funds) {
        return new CallCharge(CallId.next(), contract, new Payer(funds, terms), () -> bundles, books);
    }

    private static Reach open(CallCharge call, Instant at) {
        return call.open(List.of(new Stretch(Component.FORWARD_MOBILE, "", at, at.plusMillis(1))), at);
    }

    private static long micro(String yuan) {
        return Money.parse(yuan).microYuan();
    }

    /// A talk until its meter ends it, or until this moment.
    ///
    /// @return when it ended
    private static Instant talk(CallCharge call, Instant from, Instant hangUp) {
        call.talking(MOBILE, from, false);
        var now = from;
        while (true) {
            switch (call.goOn(now)) {
                case Permit.GoOn(var askAt) -> {
                    if (!askAt.isBefore(hangUp)) {
                        return hangUp;
                    }
                    assertThat(askAt).isAfter(now);
                    now = askAt;
                }
                case Permit.Final(var end, var _) -> {
                    return end.isBefore(hangUp) ? end : hangUp;
                }
            }
        }
    }

    private Bundle bundle(long seconds, YearMonth month) {
        return new Bundle(
                books.account(seconds), MinutesGrants.start(month), MinutesGrants.start(month.plusMonths(1)), 0);
    }

    @Test
    void tariff_k_three_hours_asked_9999_seconds_granted() {
        var contract = mobile(Price.always(new Rate(Money.ofYuan(1), 1), 1).withConnectFee(Money.ofYuan(1)));
        var call = call(contract, books.account(micro("10000")));

        assertThat(open(call, NOON)).isEqualTo(Reach.ENOUGH);
        var end = talk(call, NOON, NOON.plus(Duration.ofHours(3)));

        assertThat(Duration.between(NOON, end)).isEqualTo(Duration.ofSeconds(9_999));
        assertThat(call.costAt(end)).isEqualTo(Money.ofYuan(10_000));
    }

    @Test
    void exactly_the_price_of_the_first_block_passes_and_a_micro_yuan_less_does_not() {
        var contract = perMinute("0.15");

        assertThat(open(call(contract, books.account(150_000)), NOON)).isEqualTo(Reach.ENOUGH);
        assertThat(open(call(contract, books.account(149_999)), NOON)).isEqualTo(Reach.SHORT);
    }

    @Test
    void of_two_calls_on_the_money_for_one_the_second_is_refused_and_holds_nothing() {
        var contract = perMinute("0.15");
        var funds = books.account(150_000);
        var second = call(contract, funds);

        assertThat(open(call(contract, funds), NOON)).isEqualTo(Reach.ENOUGH);
        assertThat(open(second, NOON)).isEqualTo(Reach.SHORT);
        assertThat(second.held()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_last_minute_ends_with_a_warning_ten_seconds_before() {
        var call = call(perMinute("0.15"), books.account(micro("0.30")));
        open(call, NOON);
        call.talking(MOBILE, NOON, false);

        var first = call.goOn(NOON);
        assertThat(first).isEqualTo(new Permit.GoOn(NOON.plusSeconds(50)));
        assertThat(call.goOn(NOON.plusSeconds(50))).isEqualTo(new Permit.GoOn(NOON.plusSeconds(110)));
        assertThat(call.goOn(NOON.plusSeconds(110)))
                .isEqualTo(new Permit.Final(NOON.plusSeconds(120), Duration.ofSeconds(10)));
    }

    @Test
    void money_that_comes_before_the_end_lets_the_call_go_on() {
        var funds = books.account(micro("0.15"));
        var call = call(perMinute("0.15"), funds);
        open(call, NOON);
        call.talking(MOBILE, NOON, false);
        call.goOn(NOON);

        books.add(funds, micro("0.15"));

        assertThat(call.goOn(NOON.plusSeconds(50))).isEqualTo(new Permit.GoOn(NOON.plusSeconds(110)));
    }

    @Test
    void what_is_left_of_a_slice_is_used_up() {
        var contract = mobile(Price.always(Rate.perMinute("0.60"), 6));
        var call = call(contract, books.account(micro("0.80")));
        open(call, NOON);

        var end = talk(call, NOON, NOON.plus(Duration.ofHours(1)));

        // 13 increments of 6 s at 0.06; the 14th would be 0.84.
        assertThat(Duration.between(NOON, end)).isEqualTo(Duration.ofSeconds(78));
        assertThat(call.costAt(end)).isEqualTo(Money.parse("0.78"));
    }

    @Test
    void bundled_seconds_go_first_then_money() {
        bundles = List.of(bundle(90, YearMonth.of(2026, 11)));
        var funds = books.account(micro("0.30"));
        var call = call(perMinute("0.15"), funds);
        open(call, NOON);
        assertThat(books.reserved(funds)).isZero();

        var end = talk(call, NOON, NOON.plus(Duration.ofHours(1)));

        // Two minutes begin while seconds are left, two more are paid.
        assertThat(Duration.between(NOON, end)).isEqualTo(Duration.ofMinutes(4));
        assertThat(call.costAt(end)).isEqualTo(Money.parse("0.30"));
        assertThat(books.held(call.id().toString(), bundles.getFirst().account()))
                .isEqualTo(90);
    }

    @Test
    void over_the_end_of_the_month_the_new_months_seconds_pay() {
        var november = bundle(10_000, YearMonth.of(2026, 11));
        var december = bundle(180, YearMonth.of(2026, 12));
        bundles = List.of(november, december);
        var call = call(perMinute("0.15"), books.account(0));
        var from = at("2026-11-30T23:57:30");

        assertThat(open(call, from)).isEqualTo(Reach.ENOUGH);
        var end = talk(call, from, from.plus(Duration.ofHours(1)));

        // 23:57:30, 58:30 and 59:30 are November's; 00:00:30, 01:30 and 02:30 are December's.
        assertThat(end).isEqualTo(at("2026-12-01T00:03:30"));
    }

    @Test
    void a_dearer_time_of_day_is_asked_for_when_the_talk_begins() {
        var price = Price.of(List.of(
                new Window(LocalTime.of(8, 0), List.of(new Step(0, Rate.perMinute("0.15"), 60))),
                new Window(LocalTime.of(22, 0), List.of(new Step(0, Rate.perMinute("0.10"), 60)))));
        var funds = books.account(micro("0.10"));
        var call = call(mobile(price), funds);
        assertThat(open(call, at("2026-11-27T07:59:50"))).isEqualTo(Reach.ENOUGH);

        var answered = at("2026-11-27T08:00:05");
        assertThat(talk(call, answered, answered.plusSeconds(100))).isEqualTo(answered);
    }

    @Test
    void while_the_database_is_away_a_prepaid_call_ends_with_what_is_paid_for() {
        var call = call(perMinute("0.15"), books.account(micro("100")));
        open(call, NOON);
        books.away(true);

        assertThat(talk(call, NOON, NOON.plus(Duration.ofHours(1)))).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void while_the_database_is_away_a_postpaid_call_goes_on() {
        terms = new AccountTerms(
                TENANT, AccountTerms.Kind.POSTPAID, Money.ofYuan(100), Optional.empty(), Optional.empty());
        var call = call(perMinute("0.15"), books.account(0));
        books.away(true);
        assertThat(open(call, NOON)).isEqualTo(Reach.AWAY);

        assertThat(talk(call, NOON, NOON.plus(Duration.ofMinutes(10)))).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void the_plan_without_talk_and_without_platform_price_costs_nothing_and_is_never_asked() {
        var call = call(perMinute("0.15"), books.account(micro("1")));
        open(call, NOON);
        call.answered(NOON);

        assertThat(call.goOn(NOON)).isEqualTo(new Permit.GoOn(Instant.MAX));
    }

    @Test
    void a_second_talk_pays_its_own_first_block() {
        var funds = books.account(micro("0.30"));
        var call = call(perMinute("0.15"), funds);
        open(call, NOON);
        talk(call, NOON, NOON.plusSeconds(20));
        call.talkOver(NOON.plusSeconds(20));

        var again = NOON.plusSeconds(30);
        assertThat(talk(call, again, again.plus(Duration.ofHours(1)))).isEqualTo(again.plusSeconds(60));
        assertThat(call.costAt(again.plusSeconds(60))).isEqualTo(Money.parse("0.30"));
    }
}
