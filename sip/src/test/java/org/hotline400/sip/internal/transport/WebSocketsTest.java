package org.hotline400.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.hotline400.sip.SipWebSocket;
import org.hotline400.sip.internal.timing.TimerWheel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a page can take from the others. The test moves the clock and runs the loop's commands itself.
class WebSocketsTest {

    private final TimerWheel wheel = new TimerWheel(0, e -> {
        throw e;
    });
    private final ArrayDeque<Runnable> inbox = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final WebSockets sockets = new WebSockets(this::post, wheel);
    private boolean overloaded;

    private record Page(InetSocketAddress remote, List<String> closed) implements SipWebSocket {

        static Page at(int port) {
            return new Page(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new ArrayList<>());
        }

        @Override
        public boolean secure() {
            return true;
        }

        @Override
        public void send(byte[] message) {
            assertThat(message).isNotEmpty();
        }

        @Override
        public void close(String why) {
            closed.add(why);
        }
    }

    @BeforeEach
    void start() {
        sockets.start((message, source) -> received.add(new String(message, StandardCharsets.UTF_8)));
    }

    private void post(Runnable step) {
        if (overloaded) {
            throw new RejectedExecutionException("overloaded");
        }
        inbox.add(step);
    }

    private void turn() {
        for (Runnable next = inbox.poll(); next != null; next = inbox.poll()) {
            next.run();
        }
    }

    private static byte[] ok(String method) {
        return ("SIP/2.0 200 OK\r\nCSeq: 1 " + method + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPageThatFloodsIsClosedAndFillsNoInbox() {
        Page page = Page.at(1);
        var feed = sockets.accept(page);
        turn();
        for (int i = 0; i < 64; i++) {
            feed.received(new byte[] {'x'});
        }
        assertThat(inbox).hasSize(1);
        assertThat(page.closed).isEmpty();
        turn();
        assertThat(received).hasSize(64);
        for (int i = 0; i < 65; i++) {
            feed.received(new byte[] {'x'});
        }
        assertThat(page.closed).singleElement().asString().contains("faster");
        turn();
        assertThat(received).hasSize(64);
    }

    @Test
    void longMessagesWaitInSmallNumbers() {
        Page page = Page.at(1);
        var feed = sockets.accept(page);
        feed.received(new byte[65_000]);
        feed.received(new byte[65_000]);
        assertThat(page.closed).isEmpty();
        feed.received(new byte[65_000]);
        assertThat(page.closed).hasSize(1);
    }

    @Test
    void oneAddressHoldsOnlyItsShare() {
        for (int port = 1; port <= 256; port++) {
            sockets.accept(Page.at(port));
        }
        Page late = Page.at(257);
        sockets.accept(late);
        turn();
        assertThat(sockets.count()).isEqualTo(256);
        assertThat(late.closed).containsExactly("too many connections");
        Page again = Page.at(256);
        sockets.accept(again);
        turn();
        assertThat(again.closed).isEmpty();
        assertThat(sockets.count()).isEqualTo(256);
    }

    @Test
    void aPageThatNeitherRegistersNorCallsIsClosed() {
        Page idle = Page.at(1);
        Page chatty = Page.at(2);
        Page phone = Page.at(3);
        for (Page page : List.of(idle, chatty, phone)) {
            sockets.accept(page);
        }
        turn();
        sockets.send(chatty.remote(), ok("OPTIONS"));
        sockets.send(phone.remote(), ok("REGISTER"));
        wheel.advance(61_000);
        assertThat(idle.closed).singleElement().asString().contains("neither registered nor called");
        assertThat(chatty.closed).hasSize(1);
        assertThat(phone.closed).isEmpty();
        assertThat(sockets.count()).isEqualTo(1);
        assertThat(wheel.armed()).isEqualTo(1);
    }

    @Test
    void anEndThatTheLoopCouldNotHearOfLeavesNothing() {
        Page page = Page.at(1);
        var feed = sockets.accept(page);
        turn();
        sockets.send(page.remote(), ok("REGISTER"));
        overloaded = true;
        feed.closed();
        overloaded = false;
        assertThat(sockets.send(page.remote(), ok("REGISTER"))).isFalse();
        wheel.advance(61_000);
        assertThat(sockets.count()).isZero();
        assertThat(wheel.armed()).isZero();
    }
}
