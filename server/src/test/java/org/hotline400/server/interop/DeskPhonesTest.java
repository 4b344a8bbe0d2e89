package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Phones of others call and are called, and hear each other.
@Tag("interop")
@ExtendWith(SharedServer.class)
class DeskPhonesTest {
    private static final int CALLER_TONE = 450;
    private static final int CALLED_TONE = 550;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @BeforeEach
    void phonesAreHere(InteropServer server) {
        ForeignProgram.assumeInstalled("baresip", "baresip-core");
        ForeignProgram.assumeInstalled("linphonec", "linphone-cli");
        TestPlans.publish(server);
    }

    enum Make {
        BARESIP,
        LINPHONE;

        DeskPhone start(Path folder, PhoneSetup setup) throws IOException {
            return switch (this) {
                case BARESIP -> Baresip.start(folder, setup);
                case LINPHONE -> Linphone.start(folder, setup);
            };
        }
    }

    @ParameterizedTest(name = "{0} over {1} calls {2}")
    @CsvSource({
        "LINPHONE, UDP, BARESIP, 13600000001",
        "BARESIP, UDP, LINPHONE, 13600000002",
        "LINPHONE, TCP, LINPHONE, 13600000003",
        "BARESIP, TCP, BARESIP, 13600000004"
    })
    void hearEachOther(Make calling, Wire wire, Make called, String from, InteropServer server) throws Exception {
        try (var branch = called.start(
                        folder, PhoneSetup.of(TestPlans.TARGET, server.branchPort(), CALLED_TONE, Wire.UDP));
                var caller = calling.start(folder, PhoneSetup.of(from, Ports.freeSipPort(), CALLER_TONE, wire))) {
            server.awaitTrunk();
            caller.dial("sip:%s@127.0.0.1:%d;transport=%s"
                    .formatted(TestPlans.MENU, server.sip().getPort(), wire.parameter()));
            caller.awaitHeard(Duration.ofSeconds(1), PATIENCE);
            caller.press('1');
            branch.accept(PATIENCE);
            caller.awaitTone(CALLED_TONE, 20, PATIENCE);
            branch.awaitTone(CALLER_TONE, 20, PATIENCE);
            caller.hangUp();
            branch.awaitOver(PATIENCE);
        }
        var call = server.callOf(from);
        assertThat(call.endReason()).as(call.toString()).isEqualTo("completed");
        assertThat(call.hangupSide()).isEqualTo("caller");
        assertThat(call.keys()).containsExactly("1");
    }
}
