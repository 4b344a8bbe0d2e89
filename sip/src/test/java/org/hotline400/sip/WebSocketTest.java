package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;
import org.junit.jupiter.api.Test;

/// A browser, written by hand, on a connection that a web container would hand over (RFC 7118).
class WebSocketTest {

    private static final Pattern VIA = Pattern.compile("(?m)^Via: .*$");

    /// The browser's end.
    private static final class Browser implements SipWebSocket {

        private final InetSocketAddress remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), 51_234);
        private final BlockingQueue<String> got = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();
        private final Feed feed;

        Browser(SipStack stack) {
            feed = stack.accept(this);
        }

        @Override
        public InetSocketAddress remote() {
            return remote;
        }

        @Override
        public boolean secure() {
            return true;
        }

        @Override
        public void send(byte[] message) {
            got.add(new String(message, StandardCharsets.UTF_8));
        }

        @Override
        public void close(String why) {
            closed.add(why);
        }

        void say(String text) {
            feed.received(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        String next() throws InterruptedException {
            String next = got.poll(8, TimeUnit.SECONDS);
            assertThat(next).as("a message to the browser").isNotNull();
            return next;
        }

        /// What comes after an answer, which is repeated until its ACK is there (RFC 3261 §13.3.1.4).
        String nextAfter(String answer) throws InterruptedException {
            String next = next();
            while (next.equals(answer)) {
                next = next();
            }
            return next;
        }

        /// A request as JsSIP writes it: nobody can reach the hosts in its Via and Contact.
        void ask(String method, int sequence, String to, String body) {
            say("""
                    %s sip:bob@example.com SIP/2.0
                    Via: SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK%d%s
                    Max-Forwards: 69
                    To: <sip:bob@example.com>%s
                    From: <sip:alice@example.com>;tag=al
                    Call-ID: browser
                    CSeq: %d %s
                    Contact: <sip:alice@df7jal23ls0d.invalid;transport=ws>
                    Content-Type: application/sdp
                    Content-Length: %d

                    %s""".formatted(method, sequence, method, to, sequence, method, body.length(), body));
        }

        /// Answers a request of the stack's.
        void answer(String request, int status, String body) {
            var out = new StringBuilder("SIP/2.0 " + status + " Whatever\n");
            for (String line : request.lines().takeWhile(one -> !one.isEmpty()).toList()) {
                if (line.startsWith("Via:")
                        || line.startsWith("From:")
                        || line.startsWith("Call-ID:")
                        || line.startsWith("CSeq:")) {
                    out.append(line).append('\n');
                } else if (line.startsWith("To:")) {
                    out.append(line).append(line.contains("tag=") ? "\n" : ";tag=browser\n");
                }
            }
            say(out.append("Contact: <sip:alice@df7jal23ls0d.invalid;transport=ws>\nContent-Type: application/sdp\n"
                            + "Content-Length: ")
                    .append(body.length())
                    .append("\n\n")
                    .append(body)
                    .toString());
        }
    }

    private static String tagOfTo(String message) {
        return message.lines()
                .filter(line -> line.startsWith("To:"))
                .map(line -> line.substring(line.indexOf(";tag=")))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitConnections(Party party, int count) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(8))
                .until(() -> party.stack.statistics().connections() == count);
    }

    @Test
    void requestsAndKeepAlivesOfABrowserAreAnsweredOnItsConnection() throws Exception {
        try (var party = Party.start()) {
            var browser = new Browser(party.stack);
            party.answers = (request, source) -> {
                assertThat(source.transport()).isEqualTo(Transport.WSS);
                return SipReply.of(200, "OK")
                        .with("Contact", request.header("Contact").orElseThrow());
            };
            browser.ask("OPTIONS", 1, "", "");
            assertThat(browser.next()).startsWith("SIP/2.0 200").contains("received=127.0.0.1");
            browser.ask("REGISTER", 2, "", "");
            assertThat(browser.next()).startsWith("SIP/2.0 200").contains("invalid;transport=ws");
            browser.say("\n\n");
            assertThat(browser.next()).isEqualTo("\r\n");
            awaitConnections(party, 1);
            browser.feed.closed();
            awaitConnections(party, 0);
        }
    }

    @Test
    void aBrowserCallsAndIsHungUpOverItsConnection() throws Exception {
        try (var party = Party.start()) {
            var browser = new Browser(party.stack);
            browser.ask("INVITE", 1, "", Party.SDP.replace("\r\n", "\n").stripTrailing());
            assertThat(browser.next()).startsWith("SIP/2.0 100");
            var called = party.incoming();
            called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            String answer = browser.next();
            assertThat(answer).startsWith("SIP/2.0 200").contains("transport=wss");
            browser.ask("ACK", 1, tagOfTo(answer), "");
            called.next(Confirmed.class);
            called.leg().end(EndReason.normal());
            String bye = browser.nextAfter(answer);
            assertThat(bye).startsWith("BYE sip:alice@df7jal23ls0d.invalid").contains("Via: SIP/2.0/WSS");
            browser.answer(bye, 200, "");
            called.next(Ended.class);
        }
    }

    @Test
    void aBrowserIsCalledOverItsConnection() throws Exception {
        try (var party = Party.start()) {
            var browser = new Browser(party.stack);
            awaitConnections(party, 1);
            var calling = party.call(new OutgoingCall(
                    SipUri.parse("sip:alice@df7jal23ls0d.invalid;transport=ws"),
                    Optional.of(new SipHop(Transport.WSS, browser.remote())),
                    "<sip:bob@example.com>",
                    "<sip:alice@example.com>",
                    List.of(),
                    Party.SDP,
                    Optional.empty(),
                    70));
            String invite = browser.next();
            assertThat(VIA.matcher(invite).results().map(match -> match.group()))
                    .singleElement()
                    .asString()
                    .startsWith("Via: SIP/2.0/WSS ");
            browser.answer(invite, 200, Party.SDP.replace("\r\n", "\n").stripTrailing());
            calling.next(Answered.class);
            assertThat(browser.next()).startsWith("ACK sip:alice@df7jal23ls0d.invalid");
            calling.leg().end(EndReason.normal());
            String bye = browser.next();
            assertThat(bye).startsWith("BYE ");
            browser.answer(bye, 200, "");
            calling.next(Ended.class);
        }
    }

    @Test
    void aBrowserThatIsGoneCannotBeCalled() throws Exception {
        try (var party = Party.start()) {
            var browser = new Browser(party.stack);
            browser.feed.closed();
            awaitConnections(party, 0);
            var calling = party.call(new OutgoingCall(
                    SipUri.parse("sip:alice@df7jal23ls0d.invalid;transport=ws"),
                    Optional.of(new SipHop(Transport.WSS, browser.remote())),
                    "<sip:bob@example.com>",
                    "<sip:alice@example.com>",
                    List.of(),
                    Party.SDP,
                    Optional.empty(),
                    70));
            assertThat(calling.next(LegEvent.Rejected.class).response().status())
                    .isEqualTo(503);
        }
    }

    @Test
    void aClosingStackClosesItsBrowsersAndLongMessagesEndAConnection() throws IOException, InterruptedException {
        Browser browser;
        try (var party = Party.start()) {
            browser = new Browser(party.stack);
            awaitConnections(party, 1);
            browser.feed.received(new byte[70_000]);
            assertThat(browser.closed.poll(8, TimeUnit.SECONDS)).contains("too long");
            awaitConnections(party, 1);
        }
        assertThat(browser.closed.poll(8, TimeUnit.SECONDS)).contains("closes");
    }
}
