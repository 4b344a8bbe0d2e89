package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// SIPp calls SIPp over a road on which datagrams are lost, come twice and overtake each other, on both sides of the
/// server: every call takes place, and is one call.
@Tag("interop")
@ExtendWith(SharedServer.class)
class RoughRoadTest {
    private static final int CALLS = 100;
    private static final Weather ROUGH = new Weather(3, 3, 5, 20_400);
    private static final Duration TALK = Duration.ofSeconds(3);
    /// What was lost is repeated after 0.5, 1, 2, 4… s (RFC 3261 §17.1): a few calls take long.
    private static final Duration ALL_TOLD = Duration.ofSeconds(100);

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @BeforeAll
    static void sippIsHere(InteropServer server) {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        TestPlans.publish(server);
    }

    @Test
    void everyCallTakesPlaceOnce(InteropServer server) throws Exception {
        try (var road = Road.at(server.branchPort(), server.sip(), ROUGH);
                var ears = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            server.awaitTrunk();
            var called = program("branch", answering(), road, ears);
            var calling = program("caller", talking(), road, ears).with("-inf", "callers.csv", "-r", "20");
            var callers =
                    IntStream.range(0, CALLS).mapToObj("1340000%04d"::formatted).toList();
            callers.forEach(caller -> road.lead(caller, called.address()));
            Files.writeString(
                    calling.folder().resolve("callers.csv"),
                    callers.stream().collect(Collectors.joining(";\n", "SEQUENTIAL\n", ";\n")));
            try (var branch = called.listen();
                    var running = calling.call(TestPlans.DIRECT, road.door())) {
                assertThat(running.awaitExit(ALL_TOLD))
                        .as(() -> calling.errors() + running.output())
                        .isZero();
                assertThat(branch.awaitExit(ALL_TOLD))
                        .as(() -> called.errors() + branch.output())
                        .isZero();
            }
            assertThat(road.lost()).as("datagrams lost").isGreaterThan(CALLS / 10);
            callers.forEach(caller -> wasOneTalk(server, caller));
            Awaitility.await("everything given back")
                    .atMost(SETTLED_WITHIN)
                    .untilAsserted(() -> Footprint.nothingOfCallsIn(server));
        }
    }

    /// A message that comes at the wrong moment is no fault here, so SIPp is to take it easy.
    private SippScenario program(String name, SippScript script, Road road, DatagramSocket ears) throws Exception {
        var document = script.document(name).replace("[caller]", "[field0]");
        return SippScenario.of(name, document, folder, Ports.freeMediaPort())
                .with(Map.of("door", "" + road.door().getPort(), "media", "" + ears.getLocalPort()))
                .with("-m", "" + CALLS, "-default_behaviors", "all,-abortunexp");
    }

    private static SippScript talking() {
        return caller().invite().answered().pause(TALK).bye().expect(200, Duration.ofSeconds(40));
    }

    private static SippScript answering() {
        return branch().answer("180 Ringing")
                .answerWithSdp("200 OK")
                .expect("ACK", Duration.ofSeconds(40))
                .expect("BYE", Duration.ofSeconds(80))
                .ok()
                .linger();
    }

    private static void wasOneTalk(InteropServer server, String caller) {
        var call = server.callOf(caller);
        assertThat(call.endReason()).as(call.toString()).isEqualTo("completed");
        assertThat(call.hangupSide()).as(call.toString()).isEqualTo("caller");
        assertThat(call.attempts()).as(call.toString()).isEqualTo(1);
    }
}
