package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.ledger.Books.call;
import static org.hotline400.server.ledger.Books.order;
import static org.hotline400.server.ledger.Books.topUp;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void an_account_is_opened_once_for_a_purpose() {
        var tenant = books.customer();

        var first = books.in(() -> books.ledger().open(tenant, "minutes/2026-11", Unit.SECOND, 0));
        var again = books.in(() -> books.ledger().open(tenant, "minutes/2026-11", Unit.SECOND, 0));
        var other = books.in(() -> books.ledger().open(tenant, "funds", Unit.MICRO_YUAN, -500));

        assertThat(again).isEqualTo(first);
        assertThat(books.in(() -> books.ledger().list(tenant, "minutes/")))
                .containsExactly(new Account(first, tenant, "minutes/2026-11", Unit.SECOND, 0, 0, 0));
        assertThat(books.in(() -> books.ledger().find(tenant, "funds")).orElseThrow())
                .isEqualTo(new Account(other, tenant, "funds", Unit.MICRO_YUAN, 0, 0, -500));
        assertThatThrownBy(() -> books.in(() -> books.ledger().open(tenant, "funds", Unit.SECOND, 0)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_balance_of_exactly_the_price_passes_and_a_micro_yuan_less_is_refused() {
        var enough = books.funds(150_000);
        var tooLittle = books.funds(149_999);

        var held = books.hold(order("one", 1, enough, 150_000, 150_000), order("two", 1, tooLittle, 150_000, 150_000));

        assertThat(held.getFirst().isRefused()).isFalse();
        assertThat(held.getLast()).isEqualTo(new Held(order("two", 1, tooLittle, 150_000, 150_000), 0, 0, 149_999));
        assertThat(held.getLast().isRefused()).isTrue();
        assertThat(books.show(tooLittle).reserved()).isZero();
    }

    @Test
    void of_two_calls_on_the_price_of_one_the_second_is_refused_and_a_smaller_third_is_not() {
        var account = books.funds(100);

        var held = books.hold(
                order("first", 1, account, 80, 80),
                order("second", 1, account, 80, 80),
                order("third", 1, account, 20, 20));

        assertThat(held).extracting(Held::amount).containsExactly(80L, 0L, 20L);
        assertThat(held).extracting(Held::available).containsExactly(20L, 20L, 0L);
        assertThat(books.show(account).available()).isZero();
    }

    @Test
    void who_must_have_nothing_gets_what_is_there() {
        var account = books.funds(30);

        var held = books.hold(order("call", 1, account, 0, 50), order("late", 1, account, 0, 50));

        assertThat(held).extracting(Held::amount).containsExactly(30L, 0L);
        assertThat(held).extracting(Held::isRefused).containsExactly(false, true);
    }

    @Test
    void slices_of_a_call_add_up_and_the_same_again_changes_nothing() {
        var account = books.funds(100);
        var first = order("call", 1, account, 10, 10);
        var second = order("call", 2, account, 15, 15);

        assertThat(books.hold(first, second, first, second))
                .extracting(Held::total)
                .containsExactly(10L, 25L, 25L, 25L);
        assertThat(books.hold(second).getFirst()).isEqualTo(new Held(second, 15, 25, 75));
        assertThat(books.hold(first).getFirst().total()).isEqualTo(25);
        assertThat(books.show(account).reserved()).isEqualTo(25);
    }

    @Test
    void a_batch_longer_than_one_statement_takes_is_one_all_the_same() {
        var account = books.funds(1000);
        var orders = IntStream.rangeClosed(1, 1201)
                .mapToObj(i -> order("call/" + i, 1, account, 1, 1))
                .toArray(HoldOrder[]::new);

        assertThat(books.hold(orders))
                .extracting(Held::amount)
                .hasSize(1201)
                .filteredOn(one -> one == 1)
                .hasSize(1000);
        assertThat(books.show(account).reserved()).isEqualTo(1000);
    }

    @Test
    void what_was_refused_leaves_no_trace_and_is_decided_anew() {
        var account = books.funds(5);
        var order = order("call", 1, account, 10, 10);
        assertThat(books.hold(order, order)).allMatch(Held::isRefused);

        books.post(topUp("more", account, 5));

        assertThat(books.hold(order).getFirst().amount()).isEqualTo(10);
    }

    @Test
    void a_settlement_ends_all_holds_of_the_key_and_posts_what_the_call_came_to() {
        var tenant = books.customer();
        var funds = books.in(() -> books.ledger().open(tenant, "funds", Unit.MICRO_YUAN, 0));
        var minutes = books.in(() -> books.ledger().open(tenant, "minutes/2026-11", Unit.SECOND, 0));
        books.post(topUp("money", funds, 100), granted(minutes, 600));
        books.hold(order("call", 1, funds, 40, 40), order("call", 1, minutes, 60, 60), order("other", 1, funds, 7, 7));

        var posted = books.settle("call", call("call/1", funds, 25), used("call/2", minutes, 60));

        assertThat(posted).containsExactly(25L, 60L);
        assertThat(books.show(funds)).isEqualTo(new Account(funds, tenant, "funds", Unit.MICRO_YUAN, 75, 7, 0));
        assertThat(books.show(minutes))
                .isEqualTo(new Account(minutes, tenant, "minutes/2026-11", Unit.SECOND, 540, 0, 0));
    }

    @Test
    void a_settlement_is_cut_to_what_the_account_can_give_and_answers_the_same_ever_after() {
        var account = books.funds(100);
        books.hold(order("other", 1, account, 70, 70), order("call", 1, account, 20, 20));
        var calls =
                new Transfer[] {call("call/1", account, 25), call("call/2", account, 25), call("call/3", account, 1)};

        assertThat(books.settle("call", calls)).containsExactly(25L, 5L, 0L);
        books.post(topUp("more", account, 1000));

        assertThat(books.settle("call", calls)).containsExactly(25L, 5L, 0L);
        assertThat(books.show(account).balance()).isEqualTo(1070);
    }

    @Test
    void a_settled_call_holds_nothing_any_more_however_late_its_messages_come() {
        var account = books.funds(100);
        var order = order("call", 1, account, 40, 40);
        books.hold(order);
        books.settle("call");

        assertThat(books.hold(order).getFirst()).isEqualTo(new Held(order, 0, 0, 100));
        assertThat(books.hold(order("call", 2, account, 0, 40)).getFirst().isRefused())
                .isTrue();
    }

    @Test
    void a_settlement_twice_in_one_batch_is_one() {
        var account = books.funds(100);
        var settlement = new Settlement("call", List.of(call("call/1", account, 30)));

        var settled = books.in(() -> books.ledger().settle(List.of(settlement, settlement)));

        assertThat(settled).extracting(Settlement.Settled::posted).containsExactly(List.of(30L), List.of(30L));
        assertThat(books.show(account).balance()).isEqualTo(70);
    }

    @Test
    void a_settlement_may_post_more_later_and_never_the_same_again() {
        var account = books.funds(100);
        books.settle("call", call("call/1", account, 30));

        assertThat(books.settle("call", call("call/1", account, 30), call("call/2", account, 5)))
                .containsExactly(30L, 5L);
        assertThat(books.show(account).balance()).isEqualTo(65);
    }

    @Test
    void a_settlement_with_a_key_of_another_transfer_is_a_bug() {
        var account = books.funds(100);
        books.settle("call", call("call/1", account, 30));

        assertThatThrownBy(() -> books.settle("call", call("call/1", account, 31)))
                .isInstanceOf(TransferKeyUsedException.class)
                .hasMessageContaining("call/1");
        assertThat(books.show(account).balance()).isEqualTo(70);
    }

    @Test
    void a_transfer_is_posted_once_and_its_key_stands_for_it_alone() {
        var account = books.funds(0);

        assertThat(books.post(
                        topUp("payment", account, 50), topUp("payment", account, 50), topUp("payment", account, 51)))
                .containsExactly(new Posting.Done(), new Posting.AsBefore(), new Posting.KeyUsed());
        assertThat(books.post(topUp("payment", account, 50))).containsExactly(new Posting.AsBefore());
        assertThat(books.post(call("payment", account, 50))).containsExactly(new Posting.KeyUsed());
        assertThat(books.show(account).balance()).isEqualTo(50);
    }

    @Test
    void one_that_is_refused_does_not_keep_the_others_back() {
        var account = books.funds(10);

        var answers = books.post(
                call("big", account, 20),
                call("small", account, 4),
                topUp("money", account, 20),
                call("big", account, 20));

        assertThat(answers)
                .containsExactly(
                        new Posting.TooLittle(account, 10), new Posting.Done(), new Posting.Done(), new Posting.Done());
        assertThat(books.show(account).balance()).isEqualTo(6);
    }

    @Test
    void a_post_paid_customer_goes_down_to_his_limit_and_no_further() {
        var account = books.funds(0, -100);

        assertThat(books.hold(order("call", 1, account, 60, 60)).getFirst().amount())
                .isEqualTo(60);
        assertThat(books.settle("call", call("call/1", account, 130))).containsExactly(100L);
        assertThat(books.show(account).balance()).isEqualTo(-100);
    }

    @Test
    void where_a_floor_is_raised_above_what_is_there_nothing_more_is_given_but_what_was_held() {
        var account = books.funds(0, -100);
        books.hold(order("call", 1, account, 50, 50), order("other", 1, account, 30, 30));

        books.in(() -> {
            books.ledger().floor(account, 0);
            return 0;
        });

        assertThat(books.show(account).available()).isZero();
        assertThat(books.hold(order("call", 2, account, 0, 10)).getFirst().isRefused())
                .isTrue();
        assertThat(books.post(call("rent", account, 1))).containsExactly(new Posting.TooLittle(account, 0));
        assertThat(books.settle("call", call("call/1", account, 45), call("call/2", account, 10)))
                .containsExactly(45L, 5L);
        books.post(topUp("payment", account, 85));
        assertThat(books.show(account).available()).isEqualTo(5);
        assertThat(books.settle("other", call("other/1", account, 40))).containsExactly(35L);
        assertThat(books.show(account).balance()).isZero();
    }

    @Test
    void a_transfer_moves_one_unit_between_accounts_of_one_customer() {
        var one = books.funds(10);
        var other = books.funds(10);
        var across = new Transfer(
                "gift",
                new Transfer.Party.Customer(one),
                new Transfer.Party.Customer(other),
                1,
                TransferKind.ADJUSTMENT,
                "",
                Books.NOW);

        assertThatThrownBy(() -> books.post(across)).hasMessageContaining("ledger.other-tenant");
        assertThatThrownBy(() -> books.post(used("minutes", one, 1))).hasMessageContaining("ledger.other-unit");
        assertThatThrownBy(() -> books.post(call("nobody", AccountId.next(), 1)))
                .hasMessageContaining("ledger.unknown-account");
        assertThatThrownBy(() -> books.hold(order("nobody", 1, AccountId.next(), 1, 1)))
                .hasMessageContaining("ledger.unknown-account");
    }

    @Test
    void a_customer_does_not_reach_anothers_account() {
        var account = books.funds(100);
        var stranger = books.customer();

        assertThat(books.transactions().asTenant(stranger, () -> books.ledger().find(account)))
                .isEmpty();
        assertThatThrownBy(() -> books.transactions()
                        .asTenant(stranger, () -> books.ledger().post(call("theft", account, 1))))
                .hasMessageContaining("ledger.unknown-account");
    }

    @Test
    void what_is_posted_stays() {
        var account = books.funds(100);
        books.settle("call", call("call/1", account, 200));

        for (var statement : List.of(
                "update ledger.transfers set amount = 1",
                "delete from ledger.transfers",
                "truncate ledger.transfers",
                "update ledger.shortfalls set posted = 1",
                "delete from ledger.settlements",
                "update ledger.accounts set unit = 'second'",
                "delete from ledger.balances",
                "update ledger.platform_accounts set code = 'mine'")) {
            assertThatThrownBy(() -> books.in(
                            () -> books.database().jdbc().sql(statement).update()))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> books.in(() -> books.database()
                        .jdbc()
                        .sql("update ledger.balances set balance = -1")
                        .update()))
                .hasMessageContaining("never_below_its_floor");
    }

    private static Transfer granted(AccountId minutes, long seconds) {
        return new Transfer(
                "grant",
                new Transfer.Party.Platform(PlatformAccount.MINUTES_GRANTED),
                new Transfer.Party.Customer(minutes),
                seconds,
                TransferKind.MINUTES_GRANTED,
                "contract",
                Books.NOW);
    }

    private static Transfer used(String key, AccountId minutes, long seconds) {
        return new Transfer(
                key,
                new Transfer.Party.Customer(minutes),
                new Transfer.Party.Platform(PlatformAccount.MINUTES_USED),
                seconds,
                TransferKind.MINUTES_USED,
                "call",
                Books.NOW);
    }
}
