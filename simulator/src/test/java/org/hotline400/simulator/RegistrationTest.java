package org.hotline400.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.DigestResult;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStacks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RegistrationTest {
    private static final SipAccount ACCOUNT = new SipAccount("8001", "a password of the test");

    private final Registrar registrar = new Registrar();
    private SipStack stack;
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        stack = SipStacks.start(SipSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), registrar);
        simulator = Simulator.start(SimulatorSettings.onLoopback());
    }

    @AfterEach
    void stop() {
        simulator.close();
        stack.close();
    }

    @Test
    void aDeskPhoneProvesItselfAndLeavesAgain() {
        var carrier = simulator.carrier();
        var contact = "<sip:8001@127.0.0.1:" + carrier.address().getPort() + ">";

        try (var _ = carrier.register("8001", stack.address(), ACCOUNT)) {
            assertThat(registrar.taken).containsExactly(contact + " for 300");
        }

        assertThat(registrar.taken).containsExactly(contact + " for 300", contact + " for 0");
    }

    @Test
    void aWrongPasswordIsRefused() {
        var wrong = new SipAccount("8001", "another");

        assertThatThrownBy(() -> simulator.carrier().register("8001", stack.address(), wrong))
                .isInstanceOf(RegistrationRefusedException.class)
                .hasMessageContaining("403");
        assertThat(registrar.taken).isEmpty();
    }

    /// Takes registrations of one account and notes them.
    private static final class Registrar implements SipApplication {
        private final DigestChallenges challenges = DigestChallenges.fresh(Clock.systemUTC());
        private final List<String> taken = new CopyOnWriteArrayList<>();

        @Override
        public LegListener onInvite(IncomingLeg leg) {
            leg.reject(SipReply.of(404, "Not Found"));
            return event -> {};
        }

        @Override
        public SipReply onRequest(SipRequest request, SipSource source) {
            return switch (challenges.verify(request, "desk", user -> Optional.of(ACCOUNT.password()))) {
                case DigestResult.Missing(var values) ->
                    SipReply.of(401, "Unauthorized").with("WWW-Authenticate", values.getLast());
                case DigestResult.Refused _ -> SipReply.of(403, "Forbidden");
                case DigestResult.Authenticated _ -> take(request);
            };
        }

        private SipReply take(SipRequest request) {
            var contact = request.header("Contact").orElseThrow();
            var expires = request.header("Expires").orElseThrow();
            taken.add(contact + " for " + expires);
            return SipReply.of(200, "OK").with("Contact", contact + ";expires=" + expires);
        }
    }
}
