package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// baresip calls the school, and another baresip answers in the branch.
@Tag("interop")
@ExtendWith(SharedServer.class)
class BaresipCallTest {
    private static final String CALLER = "13912345679";
    private static final int CALLER_TONE = 450;
    private static final int BRANCH_TONE = 550;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @BeforeAll
    static void baresipIsHere() {
        ForeignProgram.assumeInstalled("baresip", "baresip-core");
    }

    @Test
    void goesThroughTheMenuToTheBranchAndIsRecorded(InteropServer server) throws Exception {
        try (var branch = Baresip.start(
                        folder, PhoneSetup.of(SchoolCall.BRANCH, server.branchPort(), BRANCH_TONE, Wire.UDP));
                var caller = Baresip.start(folder, PhoneSetup.of(CALLER, Ports.freeSipPort(), CALLER_TONE, Wire.UDP))) {
            caller.dial("sip:4008888888@127.0.0.1:" + server.sip().getPort());
            caller.awaitHeard(SchoolCall.WELCOME, PATIENCE);
            caller.press('1');
            caller.awaitHeard(SchoolCall.WELCOME.plus(SchoolCall.THINKING), PATIENCE);
            caller.press('2');
            branch.accept(PATIENCE);
            caller.awaitTone(BRANCH_TONE, 25, PATIENCE);
            branch.awaitTone(CALLER_TONE, 25, PATIENCE);
            caller.hangUp();
            branch.awaitOver(PATIENCE);
        }
        var call = server.callOf(CALLER);
        assertThat(call.endReason()).isEqualTo("completed");
        assertThat(call.hangupSide()).isEqualTo("caller");
        assertThat(call.keys()).containsExactly("1", "2");
        assertThat(call.target()).isEqualTo(SchoolCall.BRANCH);
        assertThat(call.ring()).isPositive().isLessThan(Duration.ofSeconds(5));
        recordingHoldsBothSides(server.rest().recording(call), call);
    }

    private static void recordingHoldsBothSides(StereoRecording recording, RecordedCall call) {
        assertThat(recording.length()).isCloseTo(call.talk(), Duration.ofMillis(40));
        assertThat(Ear.tenthsOf(recording.caller(), CALLER_TONE)).isGreaterThanOrEqualTo(23);
        assertThat(Ear.tenthsOf(recording.other(), BRANCH_TONE)).isGreaterThanOrEqualTo(23);
        assertThat(Ear.tenthsOf(recording.caller(), BRANCH_TONE)).isZero();
        assertThat(Ear.tenthsOf(recording.other(), CALLER_TONE)).isZero();
    }
}
