package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// `kill -9` in the middle of a call, and a new start on the same data.
@Isolated
@Tag("interop")
class KilledServerTest {
    private static final String EARLIER = "13712345670";
    private static final String CUT_OFF = "13712345671";
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path data;
    private int branchPort;

    @BeforeAll
    static void sippIsHere() {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        ForeignProgram.assumeRawSockets();
    }

    @BeforeEach
    void choosePlaces() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        branchPort = Ports.freeSipPort();
    }

    @AfterEach
    void leaveNoPostgres() throws Exception {
        ServerProcess.endOrphan(data);
    }

    @Test
    void losesNoCallAndKeepsWhatWasRecorded() throws Exception {
        RecordedCall earlier;
        try (var server = ServerProcess.start(data, branchPort)) {
            callTheSchool(
                    server,
                    EARLIER,
                    Duration.ofSeconds(3),
                    calling -> assertThat(calling.awaitExit(Duration.ofSeconds(40)))
                            .isZero());
            earlier = recordOf(server, EARLIER);
            assertThat(earlier.endReason()).isEqualTo("completed");
            callTheSchool(server, CUT_OFF, Duration.ofSeconds(60), calling -> server.kill());
        }
        try (var again = ServerProcess.start(data, branchPort)) {
            var cutOff = recordOf(again, CUT_OFF);
            assertThat(cutOff.endReason()).isEqualTo("platform-failure");
            // Two seconds were heard; what was said in the last second may not have reached the disk.
            assertThat(again.rest().recording(cutOff).length()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(recordOf(again, EARLIER).id()).isEqualTo(earlier.id());
            assertThat(again.rest().recording(earlier).length()).isGreaterThan(Duration.ofSeconds(2));
        }
    }

    /// What happens while the caller talks to the branch.
    @FunctionalInterface
    private interface DuringTalk {
        void run(ForeignProgram calling) throws Exception;
    }

    /// Calls, waits until the caller has heard the branch for two seconds, and does this.
    private void callTheSchool(ServerProcess server, String from, Duration talk, DuringTalk then) throws Exception {
        try (var ear = Ear.open();
                var branchEar = Ear.open()) {
            var tone = new PhoneTrack().tone(600, Duration.ofSeconds(60));
            var branch = SippScenario.of("branch", folder, branchEar.sippMediaPort())
                    .at(branchPort)
                    .with("track.pcap", tone)
                    .with("-d", "200");
            var track = SchoolCall.track().tone(1000, talk);
            var caller = SippScenario.of("caller", folder, ear.sippMediaPort())
                    .with("track.pcap", track)
                    .with(Map.of("caller", from))
                    .with("-m", "1", "-d", "" + track.length().toMillis());
            try (var _ = branch.listen();
                    var calling = caller.call(SchoolCall.NUMBER, server.sip())) {
                Awaitility.await("the branch is heard")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> ear.tenthsOf(600) >= 20);
                then.run(calling);
            }
        }
    }

    private static RecordedCall recordOf(ServerProcess server, String caller) {
        return Awaitility.await("exactly one record of the call from " + caller)
                .atMost(WRITTEN_WITHIN)
                .until(() -> server.rest().callsOf(caller), calls -> calls.size() == 1)
                .getFirst();
    }
}
