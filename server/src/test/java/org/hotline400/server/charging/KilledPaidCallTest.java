package org.hotline400.server.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.hotline400.server.kernel.Money;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` in the middle of a call that is paid for, and a new start on the same data.
@Timeout(480)
class KilledPaidCallTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final Money BEFORE = Money.parse("1.00");
    private static final int TARGET = 700;

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNoPostgres() throws Exception {
        CallsServerProcess.endOrphan(folder);
    }

    @Test
    void aCallThatWasCutOffIsChargedOnceForWhatItLastedAndHoldsNothingAnyMore() throws Exception {
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
            var carrier = simulator.carrier();
            carrier.elsewhere(Behaviour.answers(Voice.tone(TARGET)));
            try (var server = CallsServerProcess.start(folder, carrier.address().getPort())) {
                carrier.serve(server.sip());
                var call = carrier.call(
                        Order.to(server.number().digits()).from("13900000401").saying(Voice.tone(400)));
                call.heard().awaitTone(TARGET, Duration.ofSeconds(3), SOON);
                await().atMost(SOON)
                        .until(() ->
                                server.tells() && server.standing().reserved().compareTo(Money.ZERO) > 0);
                server.kill();
            }
            try (var again = CallsServerProcess.start(folder, carrier.address().getPort())) {
                await("the call is settled")
                        .atMost(SETTLED_WITHIN)
                        .until(() -> again.tells()
                                && again.standing().legs() == 1
                                && again.standing().reserved().equals(Money.ZERO));
                var standing = again.standing();
                // It was heard for three seconds, and some more passed until the end.
                assertThat(standing.cost()).isBetween(Money.parse("0.02"), Money.parse("0.10"));
                assertThat(standing.balance()).isEqualTo(BEFORE.minus(standing.cost()));
            }
        }
    }
}
