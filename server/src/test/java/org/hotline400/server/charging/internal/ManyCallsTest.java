package org.hotline400.server.charging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
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
import org.hotline400.server.tariffs.rating.Rounding;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several calls on one account, with random prices, grants and moments: what was reserved always suffices for what is
/// charged, and nothing ever falls below zero.
class ManyCallsTest {
    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final Instant EVENING =
            LocalDateTime.parse("2026-11-30T23:30:00").atZone(BusinessTime.ZONE).toInstant();
    private static final List<Target> TARGETS =
            List.of(new Target.Line("13800138000"), new Target.Line("01066668888"), new Target.Extension("8001"));
    private static final int[] INCREMENTS = {1, 6, 30, 60};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_reserved_suffices_for_what_is_charged(long seed) {
        var random = new Random(seed);
        int charged = 0;
        int cutOff = 0;
        for (int i = 0; i < 60; i++) {
            var evening = new Evening(random);
            evening.run();
            charged += evening.charged;
            cutOff += evening.cutOff;
        }
        // The story is worth nothing unless calls are charged, and some of them run out of money.
        assertThat(charged).isGreaterThan(60);
        assertThat(cutOff).isGreaterThan(3);
    }

    /// Some calls of one customer over the end of a month.
    private static final class Evening {
        private final Random random;
        private final PaperBooks books = new PaperBooks();
        private final PricedContract contract;
        private final AccountId funds;
        private final List<Bundle> bundles = new ArrayList<>();
        private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
        private final List<Phone> live = new ArrayList<>();
        private Instant clock = EVENING;
        private int charged;
        private int cutOff;

        private record Due(Instant at, Runnable what) {}

        Evening(Random random) {
            this.random = random;
            this.contract = PricedContract.of(ContractId.next(), TENANT, charges());
            this.funds = books.account(random.nextInt(3_000_000));
            var november = YearMonth.of(2026, 11);
            bundles.add(bundle(november, 1));
            bundles.add(bundle(november.plusMonths(1), 1));
            if (random.nextBoolean()) {
                bundles.add(bundle(november.minusMonths(1), 2));
            }
            bundles.sort(Bundle.ORDER);
            for (int i = 0; i < 6; i++) {
                var phone = new Phone();
                due.add(new Due(EVENING.plusMillis(random.nextInt(2_400_000)), phone::open));
            }
        }

        private Bundle bundle(YearMonth month, int lasts) {
            long seconds = random.nextInt(4) == 0 ? 0 : random.nextInt(1_500);
            return new Bundle(
                    books.account(seconds),
                    MinutesGrants.start(month),
                    MinutesGrants.start(month.plusMonths(lasts)),
                    0);
        }

        private CallCharges charges() {
            var prices = new EnumMap<Component, Price>(Component.class);
            var bundled = new HashSet<Component>();
            for (var component : Component.values()) {
                if (random.nextInt(3) > 0) {
                    prices.put(component, price());
                }
                if (random.nextBoolean()) {
                    bundled.add(component);
                }
            }
            return new CallCharges(prices, bundled);
        }

        private Price price() {
            var windows = new ArrayList<Window>();
            windows.add(new Window(LocalTime.of(8, 0), steps()));
            if (random.nextBoolean()) {
                windows.add(new Window(LocalTime.of(23, 45), steps()));
            }
            var price = Price.of(windows).rounded(new Rounding(2 + random.nextInt(5), random.nextBoolean()));
            price = random.nextInt(3) == 0 ? price.withConnectFee(new Money(random.nextInt(200_000))) : price;
            price = random.nextInt(3) == 0 ? price.withMinimum(new Money(random.nextInt(300_000))) : price;
            return random.nextInt(3) == 0 ? price.withFirstBlock(random.nextInt(120)) : price;
        }

        private List<Step> steps() {
            var first = new Step(0, rate(), INCREMENTS[random.nextInt(4)]);
            return random.nextBoolean()
                    ? List.of(first)
                    : List.of(first, new Step(60, rate(), INCREMENTS[random.nextInt(4)]));
        }

        private Rate rate() {
            return new Rate(new Money(random.nextInt(400_000)), random.nextBoolean() ? 60 : 6);
        }

        void run() {
            Due next = due.poll();
            while (next != null) {
                clock = next.at();
                next.what().run();
                check(clock);
                next = due.poll();
            }
            assertThat(books.reserved(funds)).isZero();
        }

        private void check(Instant now) {
            for (var account : books.accounts()) {
                assertThat(books.available(account)).isNotNegative();
                assertThat(books.reserved(account)).isNotNegative();
            }
            for (var phone : live) {
                assertThat(phone.charge.costAt(now)).isLessThanOrEqualTo(phone.charge.held());
            }
        }

        /// One call, as a phone leads it: it obeys its meter, and hangs up when it likes.
        private final class Phone {
            private final CallCharge charge = new CallCharge(
                    CallId.next(), contract, new Payer(funds, AccountTerms.prepaid(TENANT)), () -> bundles, books);
            private final List<Stretch> facts = new ArrayList<>();
            private final Target target = TARGETS.get(random.nextInt(3));
            private final boolean isRecorded = random.nextBoolean();
            private Instant began = Instant.MIN;
            private Instant hangUp = Instant.MIN;
            private boolean talks;
            private boolean talked;
            private Instant talkFrom = Instant.MIN;
            private int asked;

            void open() {
                began = clock;
                var first = new ArrayList<Stretch>();
                for (var component : List.of(Component.PLATFORM, Components.of(target), Component.RECORDING)) {
                    first.add(new Stretch(component, "", began, began.plusMillis(1)));
                }
                if (charge.open(first, began) != Reach.ENOUGH) {
                    books.release(charge.id().toString());
                    return;
                }
                charged++;
                live.add(this);
                hangUp = began.plusMillis(1 + random.nextInt(900_000));
                charge.answered(began);
                long ringing = random.nextInt(40_000);
                var answer = began.plusMillis(ringing);
                if (answer.isBefore(hangUp)) {
                    due.add(new Due(answer, () -> talk(answer)));
                }
                ask(began);
            }

            private void talk(Instant at) {
                if (!live.contains(this)) {
                    return;
                }
                talks = true;
                talkFrom = at;
                charge.talking(target, at, isRecorded);
                ask(at);
                if (random.nextInt(4) == 0 && !talked) {
                    var over = at.plusMillis(random.nextInt(200_000));
                    due.add(new Due(over, () -> talkOver(over)));
                }
            }

            private void talkOver(Instant at) {
                if (live.contains(this) && talks) {
                    note(at);
                    talks = false;
                    talked = true;
                    charge.talkOver(at);
                    var again = at.plusMillis(random.nextInt(30_000));
                    due.add(new Due(again, () -> talk(again)));
                }
            }

            private void note(Instant until) {
                facts.add(new Stretch(Components.of(target), target.text(), talkFrom, until));
                if (isRecorded) {
                    facts.add(new Stretch(Component.RECORDING, target.text(), talkFrom, until));
                }
            }

            private void ask(Instant at) {
                if (!live.contains(this)) {
                    return;
                }
                int mine = ++asked;
                switch (charge.goOn(at)) {
                    case Permit.GoOn(var askAt) -> {
                        if (askAt.isBefore(hangUp)) {
                            assertThat(askAt).isAfter(at);
                            due.add(new Due(askAt, () -> askAgain(mine, askAt)));
                        } else {
                            due.add(new Due(hangUp, () -> endAsked(mine, hangUp)));
                        }
                    }
                    case Permit.Final(var end, var _) -> {
                        cutOff += end.isBefore(hangUp) ? 1 : 0;
                        var last = end.isBefore(hangUp) ? end : hangUp;
                        due.add(new Due(last.isBefore(at) ? at : last, () -> endAsked(mine, last)));
                    }
                }
            }

            private void askAgain(int mine, Instant at) {
                if (mine == asked) {
                    ask(at);
                }
            }

            private void endAsked(int mine, Instant at) {
                if (mine == asked) {
                    end(at);
                }
            }

            /// Settles as it is settled: one pass over the facts, with the seconds that the call holds.
            private void end(Instant at) {
                if (!live.remove(this)) {
                    return;
                }
                if (talks) {
                    note(at);
                }
                facts.add(new Stretch(Component.PLATFORM, "", began, at));
                var key = charge.id().toString();
                var holds = bundles.stream()
                        .map(bundle -> bundle.with(books.held(key, bundle.account())))
                        .filter(bundle -> bundle.seconds() > 0)
                        .toList();
                var cost = CallCost.of(contract, facts, holds);
                long held = books.held(key, funds);

                assertThat(cost.total().microYuan()).isLessThanOrEqualTo(held);
                assertThat(charge.costAt(at)).isEqualTo(cost.total());
                assertThat(cost.parts().stream().map(CallCost.Part::cost).reduce(Money.ZERO, Money::plus))
                        .isEqualTo(cost.total());
                books.release(key);
                books.add(funds, -cost.total().microYuan());
                for (int i = 0; i < holds.size(); i++) {
                    books.add(holds.get(i).account(), -cost.used().get(i));
                }
            }
        }
    }
}
