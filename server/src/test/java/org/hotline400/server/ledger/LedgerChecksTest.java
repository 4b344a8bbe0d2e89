package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.ledger.Books.call;
import static org.hotline400.server.ledger.Books.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class LedgerChecksTest {
    private final Books books = new Books();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private AccountId account;

    @BeforeEach
    void aCustomerWhoCalls() {
        account = books.funds(100);
        books.hold(order("call", 1, account, 30, 30), order("under-way", 1, account, 20, 20));
        books.settle("call", call("call/1", account, 200));
        books.in(() -> books.ledger().reverse("call/1", "back", "correction", Books.NOW));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void books_that_are_right_are_found_right() {
        var run = checks("2026-11-27T04:00:00Z").run().orElseThrow();

        assertThat(run.isRight()).isTrue();
        assertThat(run.results()).extracting(CheckResult::found).containsOnly(0L);
        assertThat(run.results()).extracting(CheckResult::looked).doesNotContain(0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "balances   | update ledger.balances set balance = balance + 1",
                "zero       | update ledger.balances set balance = balance + 1",
                "balances   | delete from ledger.transfers where key = 'call/1'",
                "parties    | update ledger.transfers set debit = gen_random_uuid() where key = 'call/1'",
                "parties    | update ledger.transfers set credit = '00000000-0000-0000-0000-04000000000a' where key = 'call/1'",
                "reserved   | delete from ledger.holds",
                "reserved   | update ledger.balances set reserved = reserved + 1",
                "floors     | alter table ledger.balances drop constraint never_below_its_floor; update ledger.balances set balance = -1",
                "reversals  | update ledger.transfers set amount = amount - 1 where key = 'back'",
                "shortfalls | update ledger.shortfalls set posted = posted - 1",
                "accounts   | delete from ledger.balances",
            })
    void what_somebody_did_behind_its_back_is_found(String code, String damage) {
        books.asOwner("alter table ledger.transfers disable trigger user");
        books.asOwner("alter table ledger.shortfalls disable trigger user");
        books.asOwner(damage);

        var run = checks("2026-11-27T04:00:00Z").run().orElseThrow();

        assertThat(run.isRight()).isFalse();
        var result = run.results().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(result.isRight()).isFalse();
        assertThat(result.examples()).isNotEmpty();
    }

    @Test
    void a_hold_that_ran_out_is_told_and_is_no_fault() {
        var run = checks("2026-11-27T05:00:00Z").run().orElseThrow();

        assertThat(run.isRight()).isTrue();
        assertThat(run.results().getLast().code()).isEqualTo("expired-holds");
        assertThat(run.results().getLast().examples())
                .singleElement()
                .asString()
                .startsWith("under-way holds 20");
    }

    @Test
    void of_a_night_they_are_made_once_and_what_they_found_is_kept() {
        var night = LocalDate.of(2026, 11, 28);
        var checks = checks("2026-11-27T20:00:00Z");

        var first = checks.run(night);

        assertThat(first).isPresent();
        assertThat(checks.run(night)).isEmpty();
        assertThat(checks.run()).isPresent();
        assertThat(checks.latest(10)).hasSize(2).last().isEqualTo(first.orElseThrow());
    }

    @Test
    void other_modules_add_their_own() {
        var theirs =
                new CheckResult("rated", "计费即话单", "rated calls are those on record", 5, 1, List.of("call 7"), false);
        beans.addBean("theirs", (LedgerCheck) () -> theirs);

        var run = checks("2026-11-27T04:00:00Z").run().orElseThrow();

        assertThat(run.results()).last().isEqualTo(theirs);
        assertThat(run.isRight()).isFalse();
    }

    @Test
    void keys_whose_holds_ran_out_are_told_longest_ago_first_and_a_later_order_prolongs_them() {
        var late = Books.NOW.plus(Duration.ofHours(1));
        books.hold(
                new HoldOrder("older", 1, account, 1, 1, Books.NOW),
                new HoldOrder("prolonged", 1, account, 1, 1, Books.NOW),
                new HoldOrder("prolonged", 2, account, 1, 1, late));

        assertThat(books.in(() -> books.ledger().expired(late.minusSeconds(1), 10)))
                .containsExactly("older", "under-way");
        assertThat(books.in(() -> books.ledger().expired(late, 2))).hasSize(2);
        assertThat(books.in(() -> books.ledger().holds("prolonged")))
                .singleElement()
                .satisfies(hold -> assertThat(hold.total()).isEqualTo(2));
        assertThat(books.in(() -> books.ledger().holds("call"))).isEmpty();
    }

    private LedgerChecks checks(String now) {
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new LedgerChecks(
                books.database().jdbc(), beans.getBeanProvider(LedgerCheck.class), books.transactions(), clock);
    }
}
