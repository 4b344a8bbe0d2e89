package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Ten minutes of everything at once: every story of SIPp, each at a rate drawn from the seed, a part of them on a
/// rough road, and calls with audio that end in all ways. Then the server holds what it held before.
@Isolated
@Tag("interop")
@Tag("long")
@ExtendWith(SharedServer.class)
class MixedLoadTest {
    private static final long SEED = 20_261_126;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("mixed-load.seconds", 600));
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    /// All stories together; the audible calls come on top.
    private static final double CALLS_A_SECOND = 25;

    private static final double AUDIBLE_CALLS_A_SECOND = 1.5;
    private static final Weather ROUGH = new Weather(2, 2, 4);
    private static final Duration LAST_CALLS = Duration.ofMinutes(4);
    /// Transactions linger for 32 s; connections of the pool and of HTTP a little; records are written behind.
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    /// Each call's messages are kept for five minutes, up to 144 MB of them.
    private static final Duration FORGOTTEN_WITHIN = Duration.ofMinutes(8);

    @TempDir
    private Path folder;

    @BeforeAll
    static void sippIsHere(InteropServer server) {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        TestPlans.publish(server);
    }

    @Test
    void leavesNothingBehind(InteropServer server) throws Exception {
        try (var road = Road.at(server.branchPort(), server.sip(), SEED);
                var ears = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            server.awaitTrunk();
            load(server, road, ears, "14", WARM_UP);
            var before = settled(server);
            long records = server.rest().countCalls();
            int placed = road.placed();
            long started = System.nanoTime();
            load(server, road, ears, "15", LENGTH);
            var took = Duration.ofNanos(System.nanoTime() - started);
            Awaitility.await("every call, transaction and timer is over")
                    .atMost(SETTLED_WITHIN)
                    .untilAsserted(() -> Footprint.nothingOfCallsIn(server));
            int calls = road.placed() - placed;
            road.forget();
            System.out.printf(
                    "Mixed load: %,d calls in %s, %,d datagrams lost; before %s, right after %s%n",
                    calls, took.truncatedTo(ChronoUnit.SECONDS), road.lost(), before, Footprint.of(server));
            assertThat(server.rest().countCalls() - records)
                    .as("records of the calls that were placed")
                    .isEqualTo(calls);
            Awaitility.await("the process holds what it held before")
                    .atMost(FORGOTTEN_WITHIN)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> Footprint.of(server).isBackTo(before));
        }
    }

    /// @param prefix of the callers' numbers, two digits
    private void load(InteropServer server, Road road, DatagramSocket ears, String prefix, Duration length)
            throws Exception {
        var chance = new Random(SEED);
        var running = new ArrayList<Crowd.Running>();
        try (var audible = AudibleCalls.start(road, chance.nextLong(), AUDIBLE_CALLS_A_SECOND, length)) {
            for (var crowd : crowds(road, chance, prefix, length)) {
                running.add(crowd.start(road, folder, ears.getLocalPort()));
            }
            for (var crowd : running) {
                crowd.awaitCallers(length.plus(LAST_CALLS));
            }
            audible.await(LAST_CALLS);
            // What a vanished caller leaves behind ends by itself before the called phones are gone.
            Awaitility.await("the last call is over")
                    .atMost(LAST_CALLS)
                    .until(() -> server.switchboard().liveCalls() == 0);
        } finally {
            running.forEach(Crowd.Running::close);
        }
    }

    private static List<Crowd> crowds(Road road, Random chance, String prefix, Duration length) {
        var stories = new ArrayList<>(SippStories.all());
        Collections.shuffle(stories, chance);
        double[] weights =
                stories.stream().mapToDouble(_ -> 0.3 + chance.nextDouble()).toArray();
        double sum = Arrays.stream(weights).sum();
        var crowds = new ArrayList<Crowd>();
        for (int i = 0; i < weights.length; i++) {
            double rate = CALLS_A_SECOND * weights[i] / sum;
            var callers = prefix + "%05d".formatted(i);
            if (chance.nextInt(4) == 0) {
                road.endures(callers, ROUGH);
            }
            int calls = (int) Math.max(1, rate * length.toSeconds());
            crowds.add(new Crowd(stories.get(i), callers, calls, rate));
        }
        return crowds;
    }

    private static Footprint settled(InteropServer server) throws IOException {
        Awaitility.await("nothing under way")
                .atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Footprint.nothingOfCallsIn(server));
        return Footprint.of(server);
    }
}
