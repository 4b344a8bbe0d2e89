package org.hotline400.server.numbers.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.internal.ConfigurationListener;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Campaigns on a real database, and a clock that is set.
class PromotionsTest {
    private static final String NOON = "2026-11-26T04:00:00Z";
    private static final Instant BEGIN = Instant.parse("2026-11-26T05:00:00Z");
    private static final Instant END = Instant.parse("2026-11-26T06:00:00Z");
    private static final PromotedNumbers EVERY = (query, number) -> true;
    private static final HotlineNumber NUMBER = new HotlineNumber("4008880000");

    private final TestDatabase database = TestDatabase.create();
    private final ConfigurationListener listener = ConfigurationListener.start(database.access());
    private final WallClock clock = new WallClock(NOON);
    private final PromotionRows rows = new PromotionRows(database.jdbc());
    private final Promotions here = node((topic, refresh) -> refresh.run());
    private final Promotions there = node(listener);
    private final Campaigns campaigns = new Campaigns(database.transactions(), rows, here, clock);
    private TenantId shop = TenantId.OPERATOR;
    private TenantId rival = TenantId.OPERATOR;

    private Promotions node(ConfigurationChanges changes) {
        return new Promotions(database.transactions(), rows, changes, clock);
    }

    @BeforeEach
    void twoBuyers() {
        shop = tenant("Flower shop");
        rival = tenant("Rival");
    }

    private TenantId tenant(String name) {
        var id = new TenantId(UUID.randomUUID());
        database.transactions()
                .asOperator(() -> database.jdbc()
                        .sql("insert into identity.tenants (tenant, name, created_at) values (?, ?, now())")
                        .params(id.value(), name)
                        .update());
        return id;
    }

    @AfterEach
    void stop() {
        listener.close();
        database.close();
    }

    @Test
    void a_promotion_runs_from_its_first_instant_until_before_its_end() {
        var id = promotion(new Quota(0, 0));

        for (var edge : List.of("04:59:59.999999Z", "06:00:00Z", "07:00:00Z")) {
            clock.set("2026-11-26T" + edge);
            assertThat(here.running()).as(edge).isEmpty();
            assertThat(take(id, NUMBER, shop)).as(edge).isEqualTo(new Taking.NotRunning());
        }
        for (var edge : List.of("05:00:00Z", "05:59:59.999999Z")) {
            clock.set("2026-11-26T" + edge);
            assertThat(here.running()).as(edge).extracting(Promotion::id).containsExactly(id);
            assertThat(take(id, new HotlineNumber("400888" + edge.substring(3, 5) + "00"), shop))
                    .as(edge)
                    .isInstanceOf(Taking.Taken.class);
        }
    }

    @Test
    void of_two_hundred_takings_at_once_exactly_the_quota_succeeds() throws Exception {
        var id = running(new Quota(50, 0));
        var takings = new ArrayList<Callable<Taking>>();
        for (int i = 0; i < 200; i++) {
            var number = new HotlineNumber("400888%04d".formatted(i));
            takings.add(() -> take(id, number, shop));
        }

        var answers = new ArrayList<Taking>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Taking> one : threads.invokeAll(takings)) {
                answers.add(one.get());
            }
        }

        assertThat(answers).filteredOn(Taking.Taken.class::isInstance).hasSize(50);
        assertThat(answers)
                .filteredOn(one -> !(one instanceof Taking.Taken))
                .hasSize(150)
                .containsOnly(new Taking.Exhausted(false));
        assertThat(campaigns.find(id).orElseThrow().promotion().used()).isEqualTo(50);
        assertThat(uses(id)).isEqualTo(50);
    }

    @Test
    void one_whose_quota_is_used_up_no_longer_runs_on_any_node_until_something_is_given_back() {
        var id = running(new Quota(1, 0));
        await().atMost(Duration.ofSeconds(4)).until(() -> there.running().size() == 1);

        take(id, NUMBER, shop);
        here.refresh();
        assertThat(here.running()).isEmpty();
        await().atMost(Duration.ofSeconds(4)).until(() -> there.running().isEmpty());

        assertThat(giveBack(id, NUMBER, rival)).as("not his").isFalse();
        assertThat(giveBack(id, NUMBER, shop)).isTrue();
        assertThat(giveBack(id, NUMBER, shop)).as("given back before").isFalse();
        await().atMost(Duration.ofSeconds(4)).until(() -> there.running().size() == 1);
        assertThat(take(id, new HotlineNumber("4008880001"), rival)).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void an_enterprise_takes_no_more_than_its_share() {
        var id = running(new Quota(10, 2));

        assertThat(take(id, new HotlineNumber("4008880001"), shop)).isInstanceOf(Taking.Taken.class);
        assertThat(take(id, new HotlineNumber("4008880002"), shop)).isInstanceOf(Taking.Taken.class);
        assertThat(take(id, new HotlineNumber("4008880003"), shop)).isEqualTo(new Taking.Exhausted(true));
        assertThat(take(id, new HotlineNumber("4008880003"), rival)).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void a_number_is_counted_once_however_often_its_buyer_tries() {
        var id = running(new Quota(2, 1));

        take(id, NUMBER, shop);
        assertThat(take(id, NUMBER, shop)).isInstanceOf(Taking.Taken.class);
        assertThat(campaigns.find(id).orElseThrow().promotion().used()).isEqualTo(1);

        clock.set("2026-11-26T07:00:00Z");
        assertThat(take(id, NUMBER, shop))
                .as("what was promised stays promised")
                .isInstanceOf(Taking.Taken.class);
    }

    @Test
    void a_number_that_the_query_does_not_find_is_not_taken() {
        var id = running(new Quota(1, 0));
        PromotedNumbers none = (query, number) -> !query.equals(NumberQuery.ANY) || !number.equals(NUMBER);

        assertThat(database.transactions().asOperator(() -> here.take(id, NUMBER, shop, none)))
                .isEqualTo(new Taking.DoesNotApply());
        assertThat(take(UUID.randomUUID(), NUMBER, shop)).isEqualTo(new Taking.NotRunning());
        assertThat(uses(id)).isZero();
    }

    @Test
    void however_many_take_and_give_back_at_once_the_count_is_right() throws Exception {
        var id = running(new Quota(5, 0));
        var steps = new ArrayList<Callable<Object>>();
        for (int i = 0; i < 100; i++) {
            var number = new HotlineNumber("400888%04d".formatted(i % 10));
            boolean takes = i % 3 != 0;
            steps.add(() -> takes ? take(id, number, shop) : giveBack(id, number, shop));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(steps)) {
                one.get();
            }
        }

        assertThat(campaigns.find(id).orElseThrow().promotion().used())
                .isEqualTo(uses(id))
                .isBetween(1, 5);
    }

    @Test
    void one_whose_query_this_release_does_not_know_does_not_run() {
        var id = running(new Quota(0, 0));
        database.transactions()
                .asOperator(() -> database.jdbc()
                        .sql("update numbers.promotions set query = '{\"pattern\":[\"zz\"]}' where id = ?")
                        .param(id)
                        .update());
        here.refresh();

        assertThat(here.running()).isEmpty();
        assertThat(take(id, NUMBER, shop)).isEqualTo(new Taking.NotRunning());
    }

    @Test
    void what_is_taken_in_a_transaction_that_fails_was_not_taken() {
        var id = running(new Quota(1, 0));

        Runnable order = () -> {
            assertThat(here.take(id, NUMBER, shop, EVERY)).isInstanceOf(Taking.Taken.class);
            throw new IllegalStateException("the order fails");
        };

        assertThatThrownBy(() -> database.transactions().asOperator(order)).hasMessage("the order fails");

        assertThat(uses(id)).isZero();
        assertThat(take(id, NUMBER, rival)).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void one_that_has_begun_is_not_changed_but_ended() {
        var id = promotion(new Quota(0, 0));
        assertThat(campaigns.change(id, order(new Quota(7, 0)), "Operator"))
                .isInstanceOfSatisfying(
                        PromotionChange.Done.class,
                        done -> assertThat(done.promotion().promotion().quota().numbers())
                                .isEqualTo(7));

        clock.set("2026-11-26T05:00:00Z");
        assertThat(campaigns.change(id, order(new Quota(8, 0)), "Operator")).isEqualTo(new PromotionChange.Begun());
        assertThat(campaigns.end(id, "sold out", "Operator"))
                .isInstanceOfSatisfying(
                        PromotionChange.Done.class,
                        done -> assertThat(done.promotion().ended())
                                .contains(new StoredPromotion.EarlyEnd(BEGIN, "Operator", "sold out")));
        assertThat(here.running()).isEmpty();
        assertThat(take(id, NUMBER, shop)).isEqualTo(new Taking.NotRunning());
        assertThat(campaigns.end(id, "again", "Operator")).isEqualTo(new PromotionChange.Over());
        assertThat(campaigns.end(UUID.randomUUID(), "x", "Operator")).isEqualTo(new PromotionChange.Unknown());
    }

    @Test
    void whoever_keeps_something_of_those_that_run_is_told_when_one_begins_and_ends() {
        var times = new PromotionTimes(database.transactions(), rows, here);
        promotion(new Quota(0, 0));

        assertThat(times.look()).isFalse();
        clock.set("2026-11-26T05:00:00Z");
        assertThat(times.look()).isTrue();
        assertThat(times.look()).isFalse();
        clock.set("2026-11-26T06:00:00Z");
        assertThat(times.look()).isTrue();
        assertThat(times.look()).isFalse();
    }

    @Test
    void a_tenant_sees_its_own_uses_only() {
        var id = running(new Quota(0, 0));
        take(id, NUMBER, shop);

        assertThat(database.transactions().asTenant(shop, () -> rows.usesOf(id, shop)))
                .isEqualTo(1);
        assertThat(database.transactions().asTenant(rival, () -> rows.usesOf(id, shop)))
                .isZero();
        assertThat(database.transactions().asTenant(rival, () -> rows.find(id))).isEmpty();
    }

    @Test
    void of_several_the_best_for_the_buyer_counts() {
        var listed = new NumberPrice(Money.ofYuan(1_000), 24);
        var tenth = shown("tenth", new Discount.PercentOff(10), END);
        var half = shown("half", new Discount.PercentOff(50), END);
        var soon = shown("soon", new Discount.FixedFee(Money.ofYuan(500)), END.minusSeconds(60));
        var dear = shown("dear", new Discount.FixedFee(Money.ofYuan(2_000)), END);

        assertThat(Promotions.best(List.of(tenth, half, dear), listed)).contains(half);
        assertThat(Promotions.best(List.of(tenth, half, soon), listed))
                .as("of two that are as good the one that ends first")
                .contains(soon);
        assertThat(Promotions.best(List.of(dear), listed)).as("never dearer").isEmpty();
        assertThat(dear.priceOf(listed)).isEqualTo(listed);
        assertThat(half.priceOf(listed)).isEqualTo(new NumberPrice(Money.ofYuan(500), 24));
    }

    private static Promotion shown(String name, Discount discount, Instant end) {
        return new Promotion(UUID.randomUUID(), name, name, NumberQuery.ANY, discount, BEGIN, end, new Quota(0, 0), 0);
    }

    private UUID promotion(Quota quota) {
        return campaigns.create(order(quota), "Operator").promotion().id();
    }

    /// One that has begun.
    private UUID running(Quota quota) {
        var id = promotion(quota);
        clock.set("2026-11-26T05:30:00Z");
        return id;
    }

    private static PromotionOrder order(Quota quota) {
        return new PromotionOrder(
                "双十一", "Singles' Day", NumberQuery.ANY, new Discount.PercentOff(50), BEGIN, END, quota);
    }

    private Taking take(UUID promotion, HotlineNumber number, TenantId tenant) {
        return database.transactions().asOperator(() -> here.take(promotion, number, tenant, EVERY));
    }

    private boolean giveBack(UUID promotion, HotlineNumber number, TenantId tenant) {
        return database.transactions().asOperator(() -> here.giveBack(promotion, number, tenant));
    }

    private int uses(UUID promotion) {
        return database.transactions()
                .asOperator(() -> database.jdbc()
                        .sql("select count(*) from numbers.promotion_uses where promotion = ?")
                        .param(promotion)
                        .query(Integer.class)
                        .single());
    }
}
