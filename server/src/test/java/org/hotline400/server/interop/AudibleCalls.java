package org.hotline400.server.interop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Carrier;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.TookTooLongException;
import org.hotline400.simulator.Voice;

/// Calls with audio, of simulated phones, that end in all ways at random moments.
final class AudibleCalls implements AutoCloseable {
    private static final String CALLERS = "139";
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Simulator simulator;
    private final Road road;
    private final Random chance;
    private final int calls;
    private final AtomicInteger placed = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audible-calls").factory());
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /// @param everySecond how many calls begin in a second
    static AudibleCalls start(Road road, long seed, double everySecond, Duration length) throws IOException {
        var simulator = Simulator.start(SimulatorSettings.onLoopback());
        var calls = new AudibleCalls(simulator, road, new Random(seed), (int) (everySecond * length.toSeconds()));
        long gap = Math.round(1_000_000 / everySecond);
        var _ = calls.clock.scheduleAtFixedRate(calls::next, 0, gap, TimeUnit.MICROSECONDS);
        return calls;
    }

    private AudibleCalls(Simulator simulator, Road road, Random chance, int calls) {
        this.simulator = simulator;
        this.road = road;
        this.chance = chance;
        this.calls = calls;
        carrier().serve(road.door());
    }

    private Carrier carrier() {
        return simulator.carrier();
    }

    /// On the clock's one thread, so that the draws come in order.
    private void next() {
        int number = placed.getAndIncrement();
        if (number >= calls) {
            clock.shutdown();
            return;
        }
        var from = CALLERS + "%08d".formatted(Math.floorMod(chance.nextInt(), 100_000_000));
        road.lead(from, carrier().address());
        carrier().phone(TestPlans.TARGET, behaviour());
        var order = Order.to(chance.nextBoolean() ? TestPlans.MENU : TestPlans.DIRECT)
                .from(from)
                .talking(Talk.saying(new Voice.Tone(440)).pressing("1"));
        var stays = Duration.ofMillis(chance.nextLong(LONGEST.toMillis()));
        callers.execute(() -> live(order, stays));
    }

    private void live(Order order, Duration stays) {
        var call = carrier().call(order);
        try {
            if (!call.endsWithin(stays)) {
                call.hangUp();
            }
            call.awaitEnded(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TookTooLongException e) {
            // The server's footprint will tell.
        }
    }

    private Behaviour behaviour() {
        var ringing = Duration.ofMillis(chance.nextLong(2000));
        var talk = Talk.saying(new Voice.Tone(620));
        var all = List.of(
                Behaviour.answers(ringing, talk),
                Behaviour.answers(ringing, talk.hangingUpAfter(Duration.ofMillis(chance.nextLong(5000)))),
                Behaviour.busy(),
                Behaviour.notFound(),
                new Behaviour.Refuses(ringing, 503, "Service Unavailable", OptionalInt.of(41)),
                Behaviour.neverAnswers(),
                new Behaviour.NoProgress(),
                new Behaviour.Vanishes(ringing, talk, Duration.ofMillis(chance.nextLong(3000))),
                new Behaviour.Announces(new Voice.Tone(620), ringing, Behaviour.answers(talk.voice())));
        return all.get(chance.nextInt(all.size()));
    }

    /// Waits until the last one has ended.
    void await(Duration atMost) throws InterruptedException {
        if (!clock.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("calls are still being placed");
        }
        callers.shutdown();
        if (!callers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("calls with audio go on");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        callers.shutdownNow();
        simulator.close();
    }
}
