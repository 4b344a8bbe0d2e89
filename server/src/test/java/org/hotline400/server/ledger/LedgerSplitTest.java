package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// However a run of messages is cut into batches, and whatever comes twice, it ends as one batch would.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerSplitTest {
    private static final int ACCOUNTS = 4;
    private static final int CALLS = 12;

    private final Books books = new Books();

    @AfterAll
    void close() {
        books.close();
    }

    /// A message that is not yet for one of the worlds that hear it.
    private record Message(int call, int account, int sequence, long least, long most) {}

    /// Accounts and calls of their own, so that two runs do not meet.
    private final class World {
        private final String name;
        private final List<AccountId> accounts;

        World(String name, long balance) {
            this.name = name;
            this.accounts = IntStream.range(0, ACCOUNTS)
                    .mapToObj(_ -> books.funds(balance))
                    .toList();
        }

        HoldOrder order(Message message) {
            return Books.order(
                    key(message.call()),
                    message.sequence(),
                    accounts.get(message.account()),
                    message.least(),
                    message.most());
        }

        Settlement settlement(Message message) {
            var amount = message.most() + message.least();
            return new Settlement(
                    key(message.call()),
                    List.of(Books.call(key(message.call()) + "/1", accounts.get(message.call() % ACCOUNTS), amount)));
        }

        private String key(int call) {
            return name + "/" + call;
        }

        List<List<Long>> standing() {
            return accounts.stream()
                    .map(books::show)
                    .map(one -> List.of(one.balance(), one.reserved()))
                    .toList();
        }
    }

    static Stream<Integer> seeds() {
        return IntStream.range(1, 16).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_split_is_as_one_batch(int seed) {
        var random = new Random(seed);
        long balance = 40L + random.nextInt(60);
        var whole = new World("whole" + seed, balance);
        var split = new World("split" + seed, balance);
        var orders = messages(random, 60);
        // One settlement for a call: of another content it would be a bug.
        var settlements = messages(random, CALLS).stream()
                .map(one -> new Message(one.call(), 0, 1, one.call() % 3, 5 + one.call()))
                .toList();

        var held = books.in(
                () -> books.ledger().hold(orders.stream().map(whole::order).toList()));
        var settled = books.in(() -> books.ledger()
                .settle(settlements.stream().map(whole::settlement).toList()));
        var heldInParts = inParts(random, orders, split::order, books.ledger()::hold);
        var settledInParts = inParts(random, settlements, split::settlement, books.ledger()::settle);

        assertThat(heldInParts.stream().map(LedgerSplitTest::answer).toList())
                .isEqualTo(held.stream().map(LedgerSplitTest::answer).toList());
        assertThat(settledInParts.stream().map(Settlement.Settled::posted).toList())
                .isEqualTo(settled.stream().map(Settlement.Settled::posted).toList());
        assertThat(split.standing()).isEqualTo(whole.standing());
    }

    @Test
    void the_books_of_all_these_worlds_are_right() {
        any_split_is_as_one_batch(99);

        assertThat(books.faults()).isEmpty();
    }

    /// Sequences of a call and account go up, with some that come again.
    private static List<Message> messages(Random random, int count) {
        var last = new int[CALLS][ACCOUNTS];
        var messages = new ArrayList<Message>();
        while (messages.size() < count) {
            if (!messages.isEmpty() && random.nextInt(10) < 3) {
                messages.add(messages.get(random.nextInt(messages.size())));
            } else {
                int call = random.nextInt(CALLS);
                int account = random.nextInt(ACCOUNTS);
                long most = 1L + random.nextInt(20);
                long least = random.nextBoolean() ? most : random.nextInt((int) most);
                messages.add(new Message(call, account, ++last[call][account], least, most));
            }
        }
        return messages;
    }

    private <M, A> List<A> inParts(
            Random random, List<Message> messages, Function<Message, M> read, Function<List<M>, List<A>> send) {
        var answers = new ArrayList<A>();
        for (int start = 0, end; start < messages.size(); start = end) {
            end = Math.min(messages.size(), start + 1 + random.nextInt(7));
            var part = messages.subList(start, end).stream().map(read).toList();
            answers.addAll(books.in(() -> send.apply(part)));
        }
        return answers;
    }

    private static List<Long> answer(Held held) {
        return List.of(held.amount(), held.total(), held.available());
    }
}
