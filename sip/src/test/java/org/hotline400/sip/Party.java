package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One side of a test call: a real stack on loopback, with mailboxes for what happens.
final class Party implements AutoCloseable {

    static final String SDP = """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 40000 RTP/AVP 8
            a=rtpmap:8 PCMA/8000
            """.replace("\n", "\r\n");

    final SipStack stack;
    private final BlockingQueue<Call<IncomingLeg>> incoming = new LinkedBlockingQueue<>();
    volatile BiFunction<SipRequest, SipSource, SipReply> answers = (request, source) -> SipReply.of(200, "OK");

    /// How long the application takes for each new call, on the loop, where it should take none.
    volatile Duration burden = Duration.ZERO;

    volatile Function<SipSource, Standing> standing = source -> Standing.TRUSTED;

    private Party(UnaryOperator<SipSettings> change) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var quick = SipSettings.on(loopback)
                .withUserAgent("Test")
                .withT1(Duration.ofMillis(20))
                .withClosingTime(Duration.ofSeconds(1))
                .withMaxLegs(1000);
        stack = SipStacks.start(change.apply(quick), new SipApplication() {
            @Override
            public LegListener onInvite(IncomingLeg leg) {
                LockSupport.parkNanos(burden.toNanos());
                var call = new Call<>(leg);
                incoming.add(call);
                return call.events::add;
            }

            @Override
            public Standing standing(SipSource source) {
                return standing.apply(source);
            }

            @Override
            public SipReply onRequest(SipRequest request, SipSource source) {
                return answers.apply(request, source);
            }
        });
    }

    static Party start() throws IOException {
        return new Party(UnaryOperator.identity());
    }

    static Party start(UnaryOperator<SipSettings> change) throws IOException {
        return new Party(change);
    }

    /// A leg and what its listener heard.
    record Call<L extends SipLeg>(L leg, BlockingQueue<LegEvent> events) {
        Call(L leg) {
            this(leg, new LinkedBlockingQueue<>());
        }

        <E extends LegEvent> E next(Class<E> kind) {
            LegEvent event = take(events);
            assertThat(event).isInstanceOf(kind);
            return kind.cast(event);
        }
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            T taken = queue.poll(8, TimeUnit.SECONDS);
            assertThat(taken).as("something must happen within eight seconds").isNotNull();
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Call<IncomingLeg> incoming() {
        return take(incoming);
    }

    boolean nobodyCalled() {
        return incoming.isEmpty();
    }

    SipUri uri(String user, Transport transport) {
        SipUri uri = SipUri.of(user, "127.0.0.1", stack.address().getPort());
        return transport == Transport.UDP ? uri : uri.with("transport", transport.parameter());
    }

    Call<OutgoingLeg> call(Party other, Transport transport) {
        return call(other.order(transport));
    }

    Call<OutgoingLeg> call(OutgoingCall order) {
        var events = new LinkedBlockingQueue<LegEvent>();
        return new Call<>(stack.invite(order, events::add), events);
    }

    /// A call to this party.
    OutgoingCall order(Transport transport) {
        return new OutgoingCall(
                uri("bob", transport),
                Optional.empty(),
                "\"Alice\" <sip:alice@example.com>",
                "<sip:bob@example.com>",
                List.of(),
                SDP,
                Optional.empty(),
                70);
    }

    @Override
    public void close() {
        stack.close();
    }
}
