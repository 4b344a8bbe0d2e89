package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The server's side of digest: what is offered, what is taken, what is never taken twice.
class DigestChallengesTest {

    private static final String REALM = "hotline400";

    private final VirtualClock clock = new VirtualClock();
    private final DigestChallenges challenges = new DigestChallenges(clock, Duration.ofMinutes(5), 3);

    @Test
    void bothAlgorithmsAreOfferedTheStrongerFirst() {
        assertThat(challenges.challenge(REALM))
                .satisfiesExactly(
                        first ->
                                assertThat(first).contains("algorithm=SHA-256", "qop=\"auth\"", "realm=\"hotline400\""),
                        second -> assertThat(second).contains("algorithm=MD5", "qop=\"auth\""));
    }

    @ParameterizedTest
    @CsvSource({"baresip v1.0.0 (x86_64/linux), 1", "baresip v3.10.1, 2", "Linphonec/5.1.65, 2"})
    void aClientThatStumblesOverSha256IsAskedForMd5Alone(String agent, int offered) {
        var missing = (DigestResult.Missing) verify("User-Agent: " + agent);
        assertThat(missing.challenges()).hasSize(offered).last().asString().contains("algorithm=MD5");
    }

    @ParameterizedTest
    @CsvSource({"SHA-256", "MD5"})
    void eitherAlgorithmProvesTheUser(String algorithm) throws Exception {
        assertThat(verify(new Proof(nonce()).algorithm(algorithm))).isEqualTo(new DigestResult.Authenticated("alice"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a wrong password", new Proof("N").password("guess")),
                Arguments.of("no such user", new Proof("N").user("mallory")),
                Arguments.of("auth-int, which was not offered", new Proof("N").qop("auth-int")),
                Arguments.of("no qop, so no count", new Proof("N").qop("")),
                Arguments.of("an unknown algorithm", new Proof("N").named("SHA-1")),
                Arguments.of("a count of seven digits", new Proof("N").count("0000001")),
                Arguments.of("a count that is no number", new Proof("N").count("0000000g")),
                Arguments.of("credentials for another number", new Proof("N").uri("sip:4008009999@example.com")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, Proof proof) throws Exception {
        assertThat(verify(proof.nonce(nonce()))).isInstanceOf(DigestResult.Refused.class);
    }

    @Test
    void anotherRealmCountsAsNoCredentials() throws Exception {
        assertThat(verify(new Proof(nonce()).realm("elsewhere")))
                .isInstanceOfSatisfying(
                        DigestResult.Missing.class,
                        missing -> assertThat(missing.challenges())
                                .allSatisfy(value -> assertThat(value).doesNotContain("stale")));
    }

    @Test
    void aNonceLivesItsTimeAndIsThenStale() throws Exception {
        String nonce = nonce();
        clock.forward(Duration.ofMinutes(5));
        assertThat(verify(new Proof(nonce))).isInstanceOf(DigestResult.Authenticated.class);
        clock.forward(Duration.ofMillis(1));
        assertStale(verify(new Proof(nonce).count("00000002")));
    }

    @Test
    void anAgedNonceTellsAWrongPasswordNothing() throws Exception {
        String nonce = nonce();
        clock.forward(Duration.ofMinutes(6));
        assertThat(verify(new Proof(nonce).password("guess"))).isInstanceOf(DigestResult.Refused.class);
    }

    @Test
    void whatWasHeardOnTheWireOpensNothing() throws Exception {
        String nonce = nonce();
        assertThat(verify(new Proof(nonce))).isInstanceOf(DigestResult.Authenticated.class);
        assertStale(verify(new Proof(nonce)));
        assertThat(verify(new Proof(nonce).count("00000005"))).isInstanceOf(DigestResult.Authenticated.class);
        assertThat(verify(new Proof(nonce).count("00000003"))).isInstanceOf(DigestResult.Authenticated.class);
        assertStale(verify(new Proof(nonce).count("00000003")));
        assertThat(verify(new Proof(nonce).count("000000ff"))).isInstanceOf(DigestResult.Authenticated.class);
        assertStale(verify(new Proof(nonce).count("00000006")));
    }

    @Test
    void aWrongAnswerUsesNoCount() throws Exception {
        String nonce = nonce();
        assertThat(verify(new Proof(nonce).password("guess"))).isInstanceOf(DigestResult.Refused.class);
        assertThat(verify(new Proof(nonce))).isInstanceOf(DigestResult.Authenticated.class);
    }

    @Test
    void aNonceWhoseCountsWereForgottenIsStale() throws Exception {
        String first = nonce();
        assertThat(verify(new Proof(first))).isInstanceOf(DigestResult.Authenticated.class);
        for (int i = 0; i < 3; i++) {
            clock.forward(Duration.ofMillis(1));
            assertThat(verify(new Proof(nonce()))).isInstanceOf(DigestResult.Authenticated.class);
        }
        assertStale(verify(new Proof(first)));
    }

    @Test
    void aNonceOfAnotherServerIsStale() throws Exception {
        var other = new DigestChallenges(clock, Duration.ofMinutes(5));
        assertStale(verify(new Proof(nonceOf(other))));
        assertStale(verify(new Proof("%%%")));
    }

    private static void assertStale(DigestResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        DigestResult.Missing.class,
                        missing -> assertThat(missing.challenges())
                                .allSatisfy(value -> assertThat(value).contains("stale=true")));
    }

    @Test
    void whoForgesAnAddressHasNotSeenItsChallenge() throws Exception {
        var own = new SipSource(Transport.UDP, new InetSocketAddress("192.0.2.5", 5060));
        var forged = new SipSource(Transport.UDP, new InetSocketAddress("198.51.100.5", 5060));
        var elsewhere = new SipSource(Transport.TCP, new InetSocketAddress("192.0.2.5", 40_000));
        var asked = (DigestResult.Missing)
                challenges.verify(request("Subject: none"), own, REALM, user -> Optional.empty());
        var proof = request("Authorization: " + new Proof(nonceIn(asked.challenges())).header());

        assertThat(challenges.verify(proof, forged, REALM, user -> Optional.of("secret")))
                .isInstanceOf(DigestResult.Missing.class);
        assertThat(challenges.verify(proof, elsewhere, REALM, user -> Optional.of("secret")))
                .as("another port of the same address")
                .isInstanceOf(DigestResult.Authenticated.class);
    }

    private String nonce() {
        return nonceOf(challenges);
    }

    private static String nonceOf(DigestChallenges server) {
        return nonceIn(server.challenge(REALM));
    }

    private static String nonceIn(java.util.List<String> challenges) {
        return challenges.getFirst().replaceFirst(".*nonce=\"([^\"]+)\".*", "$1");
    }

    private DigestResult verify(Proof proof) throws Exception {
        return verify("Authorization: " + proof.header());
    }

    private DigestResult verify(String header) {
        return challenges.verify(
                request(header), REALM, user -> user.equals("alice") ? Optional.of("secret") : Optional.empty());
    }

    private static SipRequest request(String header) {
        String text = "INVITE sip:4008001234@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.5;branch=z9hG4bK1\r\n"
                + "From: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\n"
                + header + "\r\nContent-Length: 0\r\n\r\n";
        if (MessageParser.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Request parsed) {
            return parsed.request();
        }
        throw new IllegalArgumentException(text);
    }

    /// Credentials, computed here independently of the stack.
    record Proof(
            String user,
            String password,
            String realm,
            String nonce,
            String uri,
            String count,
            String qop,
            String algorithm,
            String named) {

        Proof(String nonce) {
            this(
                    "alice",
                    "secret",
                    REALM,
                    nonce,
                    "sip:4008001234@example.com",
                    "00000001",
                    "auth",
                    "SHA-256",
                    "SHA-256");
        }

        Proof user(String other) {
            return new Proof(other, password, realm, nonce, uri, count, qop, algorithm, named);
        }

        Proof password(String other) {
            return new Proof(user, other, realm, nonce, uri, count, qop, algorithm, named);
        }

        Proof realm(String other) {
            return new Proof(user, password, other, nonce, uri, count, qop, algorithm, named);
        }

        Proof nonce(String other) {
            return new Proof(user, password, realm, other, uri, count, qop, algorithm, named);
        }

        Proof uri(String other) {
            return new Proof(user, password, realm, nonce, other, count, qop, algorithm, named);
        }

        Proof count(String other) {
            return new Proof(user, password, realm, nonce, uri, other, qop, algorithm, named);
        }

        Proof qop(String other) {
            return new Proof(user, password, realm, nonce, uri, count, other, algorithm, named);
        }

        Proof algorithm(String other) {
            return new Proof(user, password, realm, nonce, uri, count, qop, other, other);
        }

        Proof named(String other) {
            return new Proof(user, password, realm, nonce, uri, count, qop, algorithm, other);
        }

        String header() throws Exception {
            String secret = hash(user + ":" + realm + ":" + password);
            String counted = qop.isEmpty() ? nonce : nonce + ":" + count + ":cafe:" + qop;
            String response = hash(secret + ":" + counted + ":" + hash("INVITE:" + uri));
            String counting = qop.isEmpty() ? "" : ", qop=" + qop + ", nc=" + count + ", cnonce=\"cafe\"";
            return "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", algorithm=%s%s"
                    .formatted(user, realm, nonce, uri, response, named, counting);
        }

        private String hash(String text) throws Exception {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        }
    }
}
