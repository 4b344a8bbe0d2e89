package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// SIPp callers and SIPp branches, well-behaved and not, each on a good road; and a hundred plain calls on a rough one,
/// on both sides of the server. All run at the same time, for most of each is waiting; afterwards the server holds
/// nothing of them.
@Isolated
@Tag("interop")
@ExtendWith(SharedServer.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SippStoriesTest {
    /// The longest story waits 64 × T1 for what does not come; the rest is a busy machine.
    private static final Duration ALL_TOLD = Duration.ofSeconds(150);
    private static final String ON_A_ROUGH_ROAD = "1340000";
    private static final Weather ROUGH = new Weather(3, 3, 5);
    private static final long SEED = 20_400;
    private static final int ROUGH_CALLS = 100;
    /// Transactions linger for 32 s (timers B, F, H and J of RFC 3261 §17).
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static final Map<String, Future<?>> running = new LinkedHashMap<>();
    private static ExecutorService threads;
    private static Road road;
    /// Stories at once: two SIPp each, on two cores, with a server that has just begun. What crosses on the way in a
    /// story
    /// has to cross there too.
    private static final int TOGETHER = 12;

    private static DatagramSocket ears;
    private static Crowd.Running crowd;
    private static final List<AutoCloseable> started = new ArrayList<>();

    @BeforeAll
    static void begin(InteropServer server) throws Exception {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        TestPlans.publish(server);
        road = Road.at(server.branchPort(), server.sip(), SEED);
        started.add(road);
        ears = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        started.add(ears);
        server.awaitTrunk();
        road.endures(ON_A_ROUGH_ROAD, ROUGH);
        crowd = new Crowd(SippStories.plain(Duration.ofSeconds(3)), ON_A_ROUGH_ROAD, ROUGH_CALLS, 5)
                .start(road, folder, ears.getLocalPort());
        started.add(crowd);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        started.add(threads::shutdownNow);
        var together = new Semaphore(TOGETHER);
        int count = 0;
        for (var story : stories()) {
            var from = "1370000%04d".formatted(count++);
            running.put(story.name(), threads.submit(() -> {
                together.acquire();
                try {
                    story.play(server, road, from, folder, ears.getLocalPort());
                } finally {
                    together.release();
                }
                return null;
            }));
        }
    }

    static List<Story> stories() {
        return SippStories.all();
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable open : started.reversed()) {
            open.close();
        }
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void isToldAsItWas(Story story) throws Exception {
        running.get(story.name()).get(ALL_TOLD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Order(2)
    @Test
    void onARoughRoadEveryCallTakesPlaceOnce(InteropServer server) throws Exception {
        crowd.awaitCallers(ALL_TOLD);
        assertThat(road.lost()).as("datagrams lost").isGreaterThan(ROUGH_CALLS / 10);
        for (var caller : crowd.crowd().callers()) {
            var call = server.callOf(caller);
            assertThat(call.endReason()).as(call.toString()).isEqualTo("completed");
            assertThat(call.hangupSide()).as(call.toString()).isEqualTo("caller");
            assertThat(call.attempts()).as(call.toString()).isEqualTo(1);
        }
    }

    @Order(3)
    @Test
    void nothingIsLeft(InteropServer server) {
        Awaitility.await("everything given back")
                .atMost(SETTLED_WITHIN)
                .untilAsserted(() -> Footprint.nothingOfCallsIn(server));
    }
}
