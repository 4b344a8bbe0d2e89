package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Ended;
import org.slf4j.LoggerFactory;

/// A running stack to shoot at. Its application refuses every call but those that ask for a talk with `X-Talk`,
/// and answers all else, so that a message gets as far as it can. What the stack logs is kept: it must be
/// nothing.
///
/// Shots come from 127.45.0.1, so that what the stack answers to the ports of mangled Vias hits nobody.
final class FuzzRange implements AutoCloseable {

    private static final int MOST_UNDER_WAY = 200;

    final SipStack stack;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Watch watch = new Watch();

    private final class Watch extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                var cause = event.getThrowableProxy();
                complaints.add(event
                        + (cause == null
                                ? ""
                                : " " + cause.getClassName() + ": " + cause.getMessage() + " at "
                                        + cause.getStackTraceElementProxyArray()[0]));
            }
        }
    }

    FuzzRange() throws IOException {
        var logger = (Logger) LoggerFactory.getLogger("org.hotline400.sip");
        watch.setContext(logger.getLoggerContext());
        watch.start();
        logger.addAppender(watch);
        var settings = SipSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withT1(Duration.ofMillis(5))
                .withClosingTime(Duration.ofSeconds(1));
        stack = SipStacks.start(settings, new Refusing());
    }

    private static final class Refusing implements SipApplication {
        @Override
        public LegListener onInvite(IncomingLeg leg) {
            if (leg.invite().header("X-Talk").isPresent()) {
                leg.answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            } else {
                leg.progress(SipReply.of(180, "Ringing"));
                leg.reject(SipReply.of(486, "Busy Here"));
            }
            return event -> {
                if (event instanceof LegEvent.Offered) {
                    leg.answerOffer(Party.SDP);
                }
            };
        }

        @Override
        public Standing standing(SipSource source) {
            return Standing.TRUSTED;
        }

        @Override
        public SipReply onRequest(SipRequest request, SipSource source) {
            request.headers("Contact").forEach(FuzzRange::readAsARegistrarWould);
            return SipReply.of(200, "OK");
        }
    }

    private static void readAsARegistrarWould(String contact) {
        try {
            var address = NameAddress.parse(contact);
            assertThat(address.uri().matches(address.uri())).isTrue();
        } catch (IllegalArgumentException e) {
            // Then it is answered 400: nothing else may come out of it.
        }
    }

    static RawPeer gun(SipStack target) throws IOException {
        var own = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 45, 0, 1}), 0);
        return new RawPeer(own, target.address());
    }

    /// Sends datagrams until the stack has taken this many more, no faster than it takes them.
    void shootUdp(Mangler mangler, int messages) throws IOException {
        try (var gun = gun(stack)) {
            long before = stack.statistics().received();
            long lost = 0;
            for (long sent = 0; sent - lost < messages; sent++) {
                gun.send(mangler.next(), stack.address());
                while (sent - lost - (stack.statistics().received() - before) > MOST_UNDER_WAY) {
                    if (!takesMoreWithin(Duration.ofSeconds(2))) {
                        // Keep-alives, and what the kernel dropped, never count.
                        lost = sent - (stack.statistics().received() - before);
                        assertThat(lost)
                                .as("datagrams lost or too short, of " + sent)
                                .isLessThan(1_000 + sent / 2);
                    }
                }
            }
        }
    }

    private boolean takesMoreWithin(Duration time) {
        long now = stack.statistics().received();
        long until = System.nanoTime() + time.toNanos() / 20;
        while (stack.statistics().received() == now) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(20_000);
        }
        return true;
    }

    /// Writes messages into connections, some hundred into each: a spoilt length makes a stream unreadable,
    /// then a new one is opened.
    void shootTcp(Mangler mangler, int messages) throws IOException {
        for (int sent = 0; sent < messages; ) {
            try (var socket =
                    new Socket(stack.address().getAddress(), stack.address().getPort())) {
                Thread answers = Thread.ofVirtual().start(() -> drain(socket));
                try {
                    for (int i = 0; i < 200 && sent < messages; i++, sent++) {
                        socket.getOutputStream().write(mangler.next());
                    }
                } catch (IOException e) {
                    // Closed by the stack, which could not read on.
                    sent++;
                }
                socket.shutdownInput();
                answers.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } catch (java.net.SocketException e) {
                // Closed by the stack between our looks.
            }
        }
    }

    private static void drain(Socket socket) {
        try {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The connection is gone: there is nothing more to read.
        }
    }

    /// The stack has said nothing, takes a call, and then holds nothing any more.
    void isUnharmed() throws IOException {
        assertThat(complaints).isEmpty();
        try (var alice = Party.start()) {
            var events = new java.util.concurrent.LinkedBlockingQueue<LegEvent>();
            var port = stack.address().getPort();
            var order = new OutgoingCall(
                    SipUri.of("desk", "127.0.0.1", port),
                    java.util.Optional.empty(),
                    "<sip:alice@example.com>",
                    "<sip:desk@example.com>",
                    java.util.List.of(new SipHeader("X-Talk", "yes")),
                    Party.SDP,
                    java.util.Optional.empty(),
                    70);
            var leg = alice.stack.invite(order, events::add);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> events.stream().anyMatch(LegEvent.Answered.class::isInstance));
            leg.end(EndReason.normal());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> events.stream().anyMatch(Ended.class::isInstance));
        }
        Awaitility.await("nothing left").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var left = stack.statistics();
            assertThat(left.legs()).as("legs").isZero();
            assertThat(left.transactions()).as("transactions").isZero();
            assertThat(left.connections()).as("connections").isZero();
            assertThat(left.timers()).as("timers").isZero();
        });
        assertThat(complaints).isEmpty();
    }

    /// Bytes in use after garbage is collected.
    static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    @Override
    public void close() {
        stack.close();
        ((Logger) LoggerFactory.getLogger("org.hotline400.sip")).detachAppender(watch);
        watch.stop();
    }
}
