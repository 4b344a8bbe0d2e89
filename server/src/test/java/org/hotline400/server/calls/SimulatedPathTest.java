package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.testing.SipServer;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.TookTooLongException;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;

/// What a plan is said to do beforehand is what it does: random plans, random callers, real SIP calls, and the paths in
/// the stored records against those of rehearsals.
class SimulatedPathTest {
    private static final long SEED = 20_261_126;
    private static final int PLANS = 60;
    private static final int CALLS_A_PLAN = 18;
    private static final int AT_ONCE = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random chance = new Random(SEED);

    /// One call that was placed.
    private record Placed(HotlineNumber number, String caller, String keys) {}

    /// Facts that may differ: the minute may turn while a call goes on, and a network has words of its own.
    private static final Set<String> BY_THE_WAY = Set.of("time", "text");

    @Test
    void aCallTakesThePathThatItsRehearsalSaid() throws IOException, InterruptedException {
        try (var server = SipServer.start()) {
            var targets = RandomPlans.targets(server.carrier());
            var plans = new RandomPlans(chance, targets, Instant.now());
            plans.lists().forEach(server::addList);
            var placed = new ArrayList<Placed>();
            for (int i = 0; i < PLANS; i++) {
                var plan = plans.next();
                var number = server.addNumber(plan);
                for (int call = 0; call < CALLS_A_PLAN; call++) {
                    placed.add(new Placed(number, plans.caller(placed.size()), plans.keysFor(plan)));
                }
            }
            place(server, placed);

            var records = records(server, placed.size());
            var rehearsal = server.bean(Rehearsal.class);
            var directory = server.bean(PlanDirectory.class);
            var differing = new ArrayList<String>();
            for (var record : records) {
                var call = placed.stream()
                        .filter(each -> each.caller().equals(record.caller().raw()))
                        .findFirst()
                        .orElseThrow();
                var rehearsed = rehearsal
                        .of(
                                call.number(),
                                directory.find(call.number()),
                                RandomPlans.script(
                                        call.caller(),
                                        call.keys(),
                                        record.times().startedAt()),
                                new RehearsalWorld(Optional.empty(), Map.of(), draws(record), Set.of()))
                        .call();
                if (!path(record).equals(path(rehearsed))
                        || record.end().reason() != rehearsed.end().reason()) {
                    differing.add(call + "\n live      " + path(record) + " " + record.end() + "\n rehearsed "
                            + path(rehearsed) + " " + rehearsed.end());
                }
            }

            assertThat(records).hasSizeGreaterThanOrEqualTo(1000);
            assertThat(differing).isEmpty();
            assertThat(kinds(records))
                    .contains(
                            "schedule",
                            "region",
                            "list",
                            "branch",
                            "set",
                            "menu",
                            "collect",
                            "announce",
                            "distribute",
                            "dial",
                            "hang-up");
        }
    }

    private static void place(SipServer server, List<Placed> calls) throws InterruptedException {
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : calls) {
                room.acquire();
                threads.execute(() -> {
                    live(server, call);
                    room.release();
                });
            }
        }
    }

    private static void live(SipServer server, Placed call) {
        var order = Order.to(call.number().digits())
                .from(call.caller())
                .talking(Talk.saying(new Voice.Silence()).pressing(call.keys()));
        try {
            server.carrier().call(order).awaitEnded(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TookTooLongException e) {
            // Its record, if there is one, tells what happened.
        }
    }

    private static List<CallRecord> records(SipServer server, int count) {
        var transactions = server.bean(Transactions.class);
        var records = server.bean(CallRecords.class);
        return await("every record is stored")
                .atMost(PATIENCE)
                .until(
                        () -> transactions.asOperator(() -> records.list(CallFilter.ALL, Optional.empty(), 10 * count)
                                .items()),
                        stored -> stored.size() == count);
    }

    /// What happened, without the times and the words of the network.
    private static List<String> path(CallRecord call) {
        return call.steps().stream()
                .map(step -> step.step() + " " + step.why().code() + " "
                        + Objects.requireNonNullElse(step.key(), "") + " "
                        + step.facts().entrySet().stream()
                                .filter(fact -> !BY_THE_WAY.contains(fact.getKey()))
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    /// The draws that the record tells, so that the rehearsal draws the same.
    private static Map<String, Draw> draws(CallRecord call) {
        return call.steps().stream()
                .filter(step -> step.why() == Why.DISTRIBUTED)
                .collect(Collectors.toMap(
                        StepTaken::step, step -> draw(step.facts().getOrDefault("draw", "-")), (first, _) -> first));
    }

    private static Draw draw(String text) {
        if (text.startsWith("seed ")) {
            return new Draw(Long.parseLong(text.substring(5)), 0, Map.of(), Optional.empty());
        }
        if (text.startsWith("turn ")) {
            return new Draw(0, Long.parseLong(text.substring(5)), Map.of(), Optional.empty());
        }
        return Draw.FIRST;
    }

    private static List<String> kinds(List<CallRecord> records) {
        return records.stream()
                .flatMap(record -> record.steps().stream())
                .map(StepTaken::kind)
                .distinct()
                .toList();
    }
}
