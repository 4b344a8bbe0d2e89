package org.hotline400.server.interop;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// SIPp callers and SIPp branches, well-behaved and not, on a good road. All stories run at the same time, for most of
/// each is waiting; afterwards the server holds nothing of them.
@Tag("interop")
@ExtendWith(SharedServer.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SippStoriesTest {
    /// The longest story waits 64 × T1 for what does not come; the rest is a busy machine.
    private static final Duration ALL_TOLD = Duration.ofSeconds(150);
    /// Transactions linger for 32 s (timers B, F, H and J of RFC 3261 §17).
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static final Map<String, Future<?>> running = new LinkedHashMap<>();
    private static ExecutorService threads;
    private static Road road;
    private static DatagramSocket ears;

    @BeforeAll
    static void begin(InteropServer server) throws Exception {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        TestPlans.publish(server);
        road = Road.at(server.branchPort(), server.sip(), Weather.FAIR);
        server.awaitTrunk();
        ears = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        threads = Executors.newVirtualThreadPerTaskExecutor();
        int count = 0;
        for (var story : stories().toList()) {
            var from = "1370000%04d".formatted(count++);
            running.put(story.name(), threads.submit(() -> {
                story.play(server, road, from, folder, ears.getLocalPort());
                return null;
            }));
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                        SippStories.hangingUp(),
                        SippStories.cancelling(),
                        SippStories.changing(),
                        SippStories.refusing(),
                        SippStories.asking())
                .flatMap(List::stream);
    }

    @AfterAll
    static void end() {
        if (threads != null) {
            threads.shutdownNow();
            ears.close();
            road.close();
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
    void nothingIsLeft(InteropServer server) {
        Awaitility.await("everything given back")
                .atMost(SETTLED_WITHIN)
                .untilAsserted(() -> Footprint.nothingOfCallsIn(server));
    }
}
