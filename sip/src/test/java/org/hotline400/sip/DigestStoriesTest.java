package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// The client's side of digest, over two real stacks: what it answers, what it answers ahead, when it gives up.
class DigestStoriesTest {

    private final BlockingQueue<SipRequest> asked = new LinkedBlockingQueue<>();

    private SipResponse register(Party us, Party registrar, String callId, String password) {
        var request = new OutgoingRequest(
                "REGISTER",
                new SipUri(
                        "sip",
                        Optional.empty(),
                        "127.0.0.1",
                        registrar.stack.address().getPort(),
                        java.util.Map.of()),
                Optional.empty(),
                "<sip:alice@example.com>",
                "<sip:alice@example.com>",
                Optional.of(callId),
                List.of(),
                Optional.empty(),
                Optional.of(new SipAccount("alice", password)),
                Duration.ofSeconds(5));
        return us.stack.request(request).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private Party answering(BiFunction<SipRequest, SipSource, SipReply> answers) throws Exception {
        var party = Party.start();
        party.answers = (request, source) -> {
            asked.add(request);
            return answers.apply(request, source);
        };
        return party;
    }

    private static SipReply challenged(int status, String header, List<String> values) {
        var reply = SipReply.of(status, "Prove It");
        for (String value : values) {
            reply = reply.with(header, value);
        }
        return reply;
    }

    private SipReply withDigest(DigestChallenges challenges, SipRequest request, int status, String header) {
        return switch (challenges.verify(request, "home", user -> Optional.of("secret"))) {
            case DigestResult.Authenticated(var user) -> SipReply.of(200, "OK");
            case DigestResult.Missing(var values) -> challenged(status, header, values);
            case DigestResult.Refused _ -> SipReply.of(403, "Forbidden");
        };
    }

    private static String field(SipRequest request, String header, String name) {
        return request.header(header).orElse("").replaceFirst(".*[ ,]" + name + "=\"?([^\",]*).*", "$1");
    }

    @Test
    void aReRegistrationUsesTheNonceItKnowsWithAHigherCount() throws Exception {
        var challenges = DigestChallenges.fresh(Clock.systemUTC());
        try (var us = Party.start();
                var home = answering((request, source) -> withDigest(challenges, request, 401, "WWW-Authenticate"))) {
            assertThat(register(us, home, "registration", "secret").status()).isEqualTo(200);
            assertThat(register(us, home, "registration", "secret").status()).isEqualTo(200);
            var requests = List.copyOf(asked);
            assertThat(requests).hasSize(3);
            assertThat(requests.get(0).header("Authorization")).isEmpty();
            assertThat(field(requests.get(1), "Authorization", "nc")).isEqualTo("00000001");
            assertThat(field(requests.get(2), "Authorization", "nc")).isEqualTo("00000002");
            assertThat(field(requests.get(2), "Authorization", "nonce"))
                    .isEqualTo(field(requests.get(1), "Authorization", "nonce"));
            assertThat(field(requests.get(1), "Authorization", "algorithm")).isEqualTo("SHA-256");
        }
    }

    @Test
    void aStaleNonceIsReplacedWithoutAskingAnybody() throws Exception {
        var clock = new VirtualClock();
        var challenges = new DigestChallenges(clock, Duration.ofMinutes(5));
        try (var us = Party.start();
                var home = answering((request, source) -> withDigest(challenges, request, 401, "WWW-Authenticate"))) {
            assertThat(register(us, home, "registration", "secret").status()).isEqualTo(200);
            clock.forward(Duration.ofMinutes(6));
            assertThat(register(us, home, "registration", "secret").status()).isEqualTo(200);
            assertThat(asked).hasSize(4);
        }
    }

    @Test
    void aServerAndAProxyAreAnsweredTogether() throws Exception {
        var server = "Digest realm=\"home\", nonce=\"n1\", qop=\"auth,auth-int\", algorithm=MD5, opaque=\"o-1\"";
        var proxies = List.of(
                "Digest realm=\"edge\", nonce=\"n2\", qop=\"auth\", algorithm=MD5",
                "Digest realm=\"core\", nonce=\"n3\"");
        try (var us = Party.start();
                var home = answering(
                        (request, source) -> request.header("Authorization").isPresent()
                                ? SipReply.of(200, "OK")
                                : challenged(407, "Proxy-Authenticate", proxies).with("WWW-Authenticate", server))) {
            assertThat(register(us, home, "both", "secret").status()).isEqualTo(200);
            var proved = List.copyOf(asked).getLast();
            assertThat(field(proved, "Authorization", "opaque")).isEqualTo("o-1");
            assertThat(proved.headers("Proxy-Authorization"))
                    .satisfiesExactly(
                            edge -> assertThat(edge).contains("realm=\"edge\"", "nc=00000001"),
                            // Without qop in the challenge there is none in the answer (RFC 2617).
                            core -> assertThat(core).contains("realm=\"core\"").doesNotContain("qop", "nc="));
        }
    }

    @Test
    void aWrongPasswordIsTriedOnce() throws Exception {
        var challenges = DigestChallenges.fresh(Clock.systemUTC());
        try (var us = Party.start();
                var home = answering(
                        (request, source) -> challenged(401, "WWW-Authenticate", challenges.challenge("home")))) {
            assertThat(register(us, home, "wrong", "guess").status()).isEqualTo(401);
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void whatCannotBeAnsweredIsNotTried() throws Exception {
        var unknown = List.of(
                "Digest realm=\"home\", nonce=\"n\", qop=\"auth-int\", algorithm=MD5",
                "Digest realm=\"home\", nonce=\"n\", qop=\"auth\", algorithm=WHIRLPOOL",
                "Bearer realm=\"home\"");
        try (var us = Party.start();
                var home = answering((request, source) -> challenged(401, "WWW-Authenticate", unknown))) {
            assertThat(register(us, home, "unknown", "secret").status()).isEqualTo(401);
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void theStrongestAlgorithmOfAllIsTaken() throws Exception {
        var three = List.of(
                "Digest realm=\"home\", nonce=\"n\", qop=\"auth\", algorithm=MD5",
                "Digest realm=\"home\", nonce=\"n\", qop=\"auth\", algorithm=SHA-512-256",
                "Digest realm=\"home\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256");
        try (var us = Party.start();
                var home = answering(
                        (request, source) -> request.header("Authorization").isPresent()
                                ? SipReply.of(200, "OK")
                                : challenged(401, "WWW-Authenticate", three))) {
            assertThat(register(us, home, "three", "secret").status()).isEqualTo(200);
            assertThat(field(List.copyOf(asked).getLast(), "Authorization", "algorithm"))
                    .isEqualTo("SHA-512-256");
        }
    }
}
