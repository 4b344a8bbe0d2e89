package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hotline400.server.interop.NumberBuyers.Answer;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Two server processes on one database, and buyers at both who want the same numbers.
@Isolated
@Tag("interop")
class SharedNumbersTest {
    private static final int WORKERS = 100;
    private static final int NUMBERS = 25;
    private static final int KILLED_AFTER = 400;
    private static final int ALL = 1_200;

    @TempDir
    private Path folder;

    private interface OnTwoServers {
        void run(TestDatabase database, ServerProcess one, ServerProcess other, NumberBuyers buyers) throws Exception;
    }

    private void onTwoServers(OnTwoServers story) throws Exception {
        try (var database = TestDatabase.create();
                var one = start(database, "one");
                var other = start(database, "other");
                var buyers = NumberBuyers.of(database, 20)) {
            awaitCatalogue(one, buyers);
            awaitCatalogue(other, buyers);
            story.run(database, one, other, buyers);
        }
    }

    /// While a server makes its catalogue it has less than a processor for a flood.
    private static void awaitCatalogue(ServerProcess server, NumberBuyers buyers) {
        Awaitility.await("the catalogue stands")
                .atMost(Duration.ofSeconds(60))
                .until(() -> buyers.ask(server, buyers.operator(), "GET", "search?limit=1", "")
                                .status()
                        == 200);
    }

    private ServerProcess start(TestDatabase database, String name) throws IOException {
        var data = Files.createDirectory(folder.resolve(name));
        return ServerProcess.start(data, Ports.freeSipPort(), database.access(), false);
    }

    @Test
    void ofAThousandRequestsToTwoServersOneGetsTheNumber() throws Exception {
        onTwoServers((_, one, other, buyers) -> {
            var answers = new ConcurrentLinkedQueue<Answer>();
            inParallel(
                    1_000,
                    i -> answers.add(
                            buyers.ask(i % 2 == 0 ? one : other, buyers.buyer(i / 2), "POST", "4008888888/hold", "")));

            assertThat(answers).hasSize(1_000);
            var winner =
                    answers.stream().filter(answer -> answer.status() == 201).toList();
            assertThat(winner).hasSize(1);
            // The winner asked fifty times, and heard of the same hold each time.
            assertThat(answers)
                    .filteredOn(
                            answer -> answer.buyer().equals(winner.getFirst().buyer()))
                    .hasSize(50)
                    .allSatisfy(answer -> assertThat(answer.json())
                            .isEqualTo(winner.getFirst().json()));
            assertThat(answers)
                    .filteredOn(
                            answer -> !answer.buyer().equals(winner.getFirst().buyer()))
                    .hasSize(950)
                    .allSatisfy(answer -> {
                        assertThat(answer.status()).isEqualTo(409);
                        assertThat(answer.json().at("/code").asString()).isEqualTo("numbers.already-held");
                    });
        });
    }

    @Test
    void aServerKilledAmidAFloodLeavesNothingHalfDone() throws Exception {
        onTwoServers((database, one, other, buyers) -> {
            var done = new ConcurrentLinkedQueue<Answer>();
            var finished = new AtomicInteger();
            inParallel(ALL, i -> {
                var server = i % 2 == 0 ? one : other;
                try {
                    something(server, buyers, i, done);
                } catch (IOException e) {
                    assertThat(server).as("only the killed one owes an answer").isSameAs(other);
                }
                if (finished.incrementAndGet() == KILLED_AFTER) {
                    other.kill();
                }
            });

            assertThat(finished).hasValue(ALL);
            assertThat(inconsistencies(database)).isEmpty();
            thenWhatWasAnsweredIsKept(database, done);
            thenEveryNumberGoesOn(one, buyers);
        });
    }

    private static void something(ServerProcess server, NumberBuyers buyers, int i, Queue<Answer> done)
            throws IOException, InterruptedException {
        var random = new Random(i);
        var number = "400800%04d".formatted(random.nextInt(NUMBERS));
        var buyer = buyers.buyer(random.nextInt(20));
        var answer = switch (random.nextInt(5)) {
            case 0 -> buyers.ask(server, buyer, "DELETE", number + "/hold", "");
            case 1 ->
                buyers.ask(
                        server,
                        buyers.operator(),
                        "POST",
                        number + "/reservation",
                        "{\"tenant\":\"%s\",\"reason\":\"a flood\"}".formatted(buyer.tenant()));
            case 2 -> buyers.ask(server, buyer, "DELETE", number + "/reservation", "");
            default -> buyers.ask(server, buyer, "POST", number + "/hold", "");
        };
        assertThat(answer.status()).isIn(200, 201, 204, 404, 409);
        if (answer.status() == 201) {
            done.add(answer);
        }
    }

    /// Numbers that are not what was recorded of them last, and changes that do not follow from the one before.
    private static List<String> inconsistencies(TestDatabase database) {
        return database.transactions()
                .asOperator(() -> database.jdbc().sql("""
                        with changes as (
                            select t.*, lag(to_status) over (partition by number order by at, id) as before,
                                   lead(id) over (partition by number order by at, id) is null as is_last
                              from numbers.transitions t
                        )
                        select 'from ' || from_status || ' after ' || coalesce(before, 'nothing') || ': ' || number
                          from changes where from_status <> coalesce(before, 'available')
                        union all
                        select n.status || ' recorded as ' || coalesce(c.to_status, 'nothing') || ': ' || n.number
                          from numbers.hotline_numbers n left join changes c on c.number = n.number and c.is_last
                         where n.status <> coalesce(c.to_status, 'available')
                            or n.since is distinct from coalesce(c.at, n.since)
                            or n.until is distinct from c.until
                            or (n.status <> 'available' and n.tenant <> c.tenant)
                        """).query(String.class).list());
    }

    private static void thenWhatWasAnsweredIsKept(TestDatabase database, Queue<Answer> done) {
        assertThat(done).isNotEmpty();
        for (var answer : done) {
            var kept = database.transactions()
                    .asOperator(() -> database.jdbc()
                            .sql("""
                            select count(*) from numbers.transitions
                             where number = ? and tenant = ? and to_status = ? and until = cast(? as timestamptz)
                            """)
                            .params(
                                    answer.json().at("/number").asString(),
                                    UUID.fromString(answer.json().at("/tenant").asString()),
                                    answer.json().at("/status").asString(),
                                    answer.json().at("/until").asString())
                            .query(Long.class)
                            .single());
            assertThat(kept).as(answer.toString()).isOne();
        }
    }

    /// No lock of the dead is left.
    private static void thenEveryNumberGoesOn(ServerProcess server, NumberBuyers buyers) throws Exception {
        for (int i = 0; i < NUMBERS; i++) {
            var answer = buyers.ask(server, buyers.buyer(i), "POST", "400800%04d/hold".formatted(i), "");
            assertThat(answer.status()).isIn(200, 201, 409);
        }
    }

    private interface Request {
        void run(int place) throws IOException, InterruptedException;
    }

    /// So many requests from a hundred workers.
    private static void inParallel(int requests, Request request) throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                request.run(i);
            }
            return true;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < WORKERS; i++) {
                working.add(threads.submit(worker));
            }
            for (var one : working) {
                one.get();
            }
        }
    }
}
