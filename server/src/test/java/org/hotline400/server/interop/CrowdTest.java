package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// 200 calls at once, and nothing of them left afterwards.
@Isolated
@Tag("interop")
@ExtendWith(SharedServer.class)
class CrowdTest {
    private static final int CROWD = 200;
    private static final PhoneTrack TONE = new PhoneTrack().tone(1000, Duration.ofSeconds(1));
    /// Transactions linger for 32 s (timers B, H and J of RFC 3261 §17), connections of the pool and of HTTP a little.
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    /// The trunk is asked with OPTIONS each 10 s; unanswered, each is a transaction with up to three timers for 32 s.
    private static final int PINGS = 16;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sippIsHere() {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        ForeignProgram.assumeRawSockets();
    }

    @Test
    void talksAtOnceAndLeavesNothingBehind(InteropServer server) throws Exception {
        callAtOnce(server, "1390000", 10);
        var before = settled(server);
        int most = callAtOnce(server, "1391000", CROWD);
        assertThat(most).as("calls at the same time").isGreaterThanOrEqualTo(CROWD * 9 / 10);
        everyCallWasCompleted(server);
        Awaitility.await("everything given back")
                .atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> isBack(Footprint.of(server), before));
    }

    /// @return how many were live at the same time
    // The second key is a later one: events with one timestamp are one key (RFC 4733 §2.3.2).
    private int callAtOnce(InteropServer server, String prefix, int calls) throws Exception {
        var branch = SippScenario.of("crowd-branch", folder, Ports.freeMediaPort())
                .at(server.branchPort())
                .with("tone.alaw", TONE)
                .with("-d", "500");
        var caller = SippScenario.of("crowd-caller", folder, Ports.freeMediaPort())
                .with("tone.alaw", TONE)
                .with("key-1.pcap", new PhoneTrack().key('1'))
                .with("key-2.pcap", new PhoneTrack().gap(Duration.ofSeconds(5)).key('2'))
                .with("-inf", "callers.csv", "-d", "15000", "-r", "25", "-l", "" + calls, "-m", "" + calls);
        Files.writeString(caller.folder().resolve("callers.csv"), callers(prefix, calls));
        int most = 0;
        try (var _ = branch.listen();
                var calling = caller.call(SchoolCall.NUMBER, server.sip())) {
            while (calling.isAlive()) {
                most = Math.max(most, server.switchboard().liveCalls());
                calling.waitAMoment();
            }
            assertThat(calling.awaitExit(Duration.ofSeconds(1)))
                    .as(calling.output())
                    .isZero();
        }
        return most;
    }

    private static String callers(String prefix, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> "%s%04d;".formatted(prefix, i))
                .collect(Collectors.joining("\n", "SEQUENTIAL\n", "\n"));
    }

    private static void everyCallWasCompleted(InteropServer server) {
        for (int i = 0; i < CROWD; i++) {
            var call = server.callOf("1391000%04d".formatted(i));
            assertThat(call.endReason()).as(call.toString()).isEqualTo("completed");
            assertThat(call.target()).isEqualTo(SchoolCall.BRANCH);
        }
    }

    private static Footprint settled(InteropServer server) {
        return Awaitility.await("nothing under way")
                .atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Footprint.of(server), now -> now.calls() == 0 && now.mediaPorts() == 0);
    }

    private static void isBack(Footprint now, Footprint before) {
        assertThat(now.calls()).as("calls").isZero();
        assertThat(now.mediaPorts()).as("media ports").isZero();
        assertThat(now.legs()).as("SIP legs").isZero();
        assertThat(now.transactions()).as("SIP transactions and timers").isLessThanOrEqualTo(PINGS);
        now.isBackTo(before);
    }
}
