package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// SIPp calls the school, and SIPp answers in the branch.
@Tag("interop")
@ExtendWith(SharedServer.class)
class SippCallTest {
    private static final String CALLER = "13812345678";
    /// Both have whole periods in a packet, so that a packet lost on a busy machine does not blur its neighbours.
    private static final int CALLER_TONE = 1000;

    private static final int BRANCH_TONE = 600;
    private static final Duration TONE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @BeforeAll
    static void sippIsHere() {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        ForeignProgram.assumeRawSockets();
    }

    @Test
    void goesThroughTheMenuToTheBranchAndIsRecorded(InteropServer server) throws Exception {
        try (var callerEar = Ear.open();
                var branchEar = Ear.open()) {
            var branch = branch(server, branchEar);
            try (var _ = branch.listen();
                    var calling = caller(callerEar).call(SchoolCall.NUMBER, server.sip())) {
                assertThat(calling.awaitExit(Duration.ofSeconds(40)))
                        .as(calling.output())
                        .isZero();
            }
            tonesArrived(callerEar, branchEar);
            branchSawTheTrueCaller(branch.messages());
        }
        var call = server.callOf(CALLER);
        recordTellsTheCall(call);
        recordingHoldsBothSides(server.rest().recording(call), call);
    }

    /// Listens to the welcome, presses 1 in the first menu and 2 in the second, and speaks once the branch is there.
    private SippScenario caller(Ear ear) throws Exception {
        var track = SchoolCall.track().tone(CALLER_TONE, TONE).silence(Duration.ofSeconds(1));
        return SippScenario.of("caller", folder, ear.sippMediaPort())
                .with("track.pcap", track)
                .with(Map.of("caller", CALLER))
                .with("-m", "1", "-d", String.valueOf(track.length().toMillis() + 200));
    }

    private SippScenario branch(InteropServer server, Ear ear) throws Exception {
        var track = new PhoneTrack().silence(Duration.ofMillis(1500)).tone(BRANCH_TONE, TONE);
        return SippScenario.of("branch", folder, ear.sippMediaPort())
                .at(server.branchPort())
                .with("track.pcap", track)
                .tracing()
                .with("-d", "1000");
    }

    private static void tonesArrived(Ear caller, Ear branch) {
        assertThat(caller.tenthsOf(BRANCH_TONE)).isBetween(25, 31);
        assertThat(branch.tenthsOf(CALLER_TONE)).isBetween(25, 31);
    }

    private static void branchSawTheTrueCaller(String messages) {
        assertThat(messages)
                .containsPattern("INVITE sip:01066660012@127.0.0.1:")
                .containsPattern("(?m)^From:[^\\r\\n]*" + CALLER)
                .containsPattern("(?m)^P-Asserted-Identity:[^\\r\\n]*" + CALLER)
                .containsPattern("(?m)^Diversion:[^\\r\\n]*4008888888")
                .containsPattern("(?m)^History-Info:[^\\r\\n]*4008888888")
                .doesNotContainPattern("(?m)^From:[^\\r\\n]*4008888888");
    }

    private static void recordTellsTheCall(RecordedCall call) {
        assertThat(call.endReason()).isEqualTo("completed");
        assertThat(call.hangupSide()).isEqualTo("caller");
        assertThat(call.keys()).containsExactly("1", "2");
        assertThat(call.target()).isEqualTo(SchoolCall.BRANCH);
        assertThat(call.ring()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(500));
        assertThat(call.talk()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
    }

    private static void recordingHoldsBothSides(StereoRecording recording, RecordedCall call) {
        assertThat(recording.length()).isCloseTo(call.talk(), Duration.ofMillis(40));
        assertThat(Ear.tenthsOf(recording.caller(), CALLER_TONE)).isBetween(25, 31);
        assertThat(Ear.tenthsOf(recording.other(), BRANCH_TONE)).isBetween(25, 31);
        assertThat(Ear.tenthsOf(recording.caller(), BRANCH_TONE)).isZero();
        assertThat(Ear.tenthsOf(recording.other(), CALLER_TONE)).isZero();
    }
}
