package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.ledger.Books.call;
import static org.hotline400.server.ledger.Books.topUp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerReversalTest {
    private final Books books = new Books();
    private final AccountId account = books.funds(100);

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void a_transfer_is_taken_back_once_and_the_two_are_linked() {
        books.settle("call", call("call/1", account, 30));

        var first = reverse("call/1", "call/1/back");

        assertThat(first).isInstanceOf(Reversal.Done.class);
        assertThat(books.show(account).balance()).isEqualTo(100);
        assertThat(reverse("call/1", "call/1/back")).isInstanceOf(Reversal.AsBefore.class);
        assertThat(reverse("call/1", "once-more")).isEqualTo(new Reversal.ReversedBefore("call/1/back"));
        assertThat(books.show(account).balance()).isEqualTo(100);
        var newest = entries(Optional.empty(), 10).getFirst();
        assertThat(newest.reverses()).contains("call/1");
        assertThat(newest.change()).isEqualTo(30);
        assertThat(newest.transfer().kind()).isEqualTo(TransferKind.REVERSAL);
    }

    @Test
    void what_the_customer_has_spent_already_cannot_be_taken_back() {
        books.post(topUp("mistaken", account, 50), call("rent", account, 120));

        assertThat(reverse("mistaken", "back")).isEqualTo(new Reversal.TooLittle(account, 30));
        assertThat(books.show(account).balance()).isEqualTo(30);
    }

    @Test
    void nothing_is_taken_back_that_is_not_there_or_under_a_key_of_another() {
        books.post(call("rent", account, 10), call("fee", account, 10));

        assertThat(reverse("nothing", "back")).isEqualTo(new Reversal.Unknown());
        assertThat(reverse("rent", "fee")).isEqualTo(new Reversal.KeyUsed());
    }

    @Test
    void entries_come_by_pages_newest_first_and_add_up_to_the_balance() {
        books.post(call("one", account, 1), call("two", account, 2), call("three", account, 3));

        var page = entries(Optional.empty(), 2);
        var next = entries(Optional.of(page.getLast().id()), 10);

        assertThat(page).extracting(entry -> entry.transfer().key()).containsExactly("three", "two");
        assertThat(page).extracting(Entry::change).containsExactly(-3L, -2L);
        assertThat(next).extracting(Entry::change).containsExactly(-1L, 100L);
        assertThat(books.in(() -> books.ledger().balance(account, Books.NOW.plusSeconds(1))))
                .isEqualTo(books.show(account).balance());
        assertThat(books.in(() -> books.ledger().balance(account, Books.NOW))).isZero();
    }

    @Test
    void all_accounts_add_up_to_nothing() {
        books.post(call("rent", account, 40));
        books.funds(7);

        var balance = books.in(() -> books.ledger().trialBalance(Books.NOW.plusSeconds(1)));

        assertThat(balance.lines().stream()
                        .mapToLong(TrialBalance.Line::balance)
                        .sum())
                .isZero();
        assertThat(balance.lines())
                .contains(
                        new TrialBalance.Line("bank", Unit.MICRO_YUAN, 107, 0),
                        new TrialBalance.Line("revenue", Unit.MICRO_YUAN, 0, 40),
                        new TrialBalance.Line("minutes-used", Unit.SECOND, 0, 0),
                        new TrialBalance.Line("customers/funds", Unit.MICRO_YUAN, 40, 107));
        assertThat(books.in(() -> books.ledger().trialBalance(Books.NOW)).lines())
                .allMatch(line -> line.debits() == 0);
    }

    private Reversal reverse(String key, String newKey) {
        return books.in(() -> books.ledger().reverse(key, newKey, "correction", Books.NOW));
    }

    private List<Entry> entries(Optional<Long> before, int limit) {
        var from = Books.NOW.minus(Duration.ofDays(1));
        return books.in(() -> books.ledger().entries(account, from, Books.NOW.plusSeconds(1), before, limit));
    }
}
