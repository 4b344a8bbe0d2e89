package org.hotline400.server.telephony;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipSettings;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipStacks;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;

/// A desk phone of a test: a SIP stack of its own with an account. What rings waits in `rung`.
final class TestPhone implements AutoCloseable {
    private static final String SDP = """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 40000 RTP/AVP 8
            a=rtpmap:8 PCMA/8000
            """.replace("\n", "\r\n");

    final SipStack stack;
    final BlockingQueue<Rung> rung = new LinkedBlockingQueue<>();
    private final InetSocketAddress exchange;
    private final SipAccount account;

    /// A call that came in, and what becomes of it.
    record Rung(IncomingLeg leg, BlockingQueue<LegEvent> events) {
        void ring() {
            leg.progress(SipReply.of(180, "Ringing"));
        }

        void answer() {
            leg.answer(SipReply.of(200, "OK").withSdp(SDP));
        }

        LegEvent.Ended ended() throws InterruptedException {
            return awaited(events, LegEvent.Ended.class);
        }
    }

    /// A call that goes out, and what becomes of it.
    record Placed(OutgoingLeg leg, BlockingQueue<LegEvent> events) {
        <E extends LegEvent> E next(Class<E> kind) throws InterruptedException {
            return awaited(events, kind);
        }
    }

    TestPhone(InetSocketAddress exchange, String user, String password) throws IOException {
        this(exchange, user, password, UnaryOperator.identity());
    }

    TestPhone(InetSocketAddress exchange, String user, String password, UnaryOperator<SipSettings> change)
            throws IOException {
        this.exchange = exchange;
        this.account = new SipAccount(user, password);
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.stack = SipStacks.start(change.apply(SipSettings.on(loopback)), new SipApplication() {
            @Override
            public LegListener onInvite(IncomingLeg leg) {
                var call = new Rung(leg, new LinkedBlockingQueue<>());
                rung.add(call);
                return call.events()::add;
            }

            @Override
            public SipReply onRequest(SipRequest request, SipSource source) {
                return SipReply.of(200, "OK");
            }
        });
    }

    /// A Contact that names where its socket really is.
    String contact() {
        return "<" + SipUri.of(account.user(), "127.0.0.1", stack.address().getPort()) + ">";
    }

    SipResponse register(String contact, SipHeader... more) {
        return register(Transport.UDP, contact, more);
    }

    SipResponse register(Transport transport, String contact, SipHeader... more) {
        var headers = new ArrayList<>(List.of(more));
        if (!contact.isEmpty()) {
            headers.add(new SipHeader("Contact", contact));
        }
        var self = "<" + SipUri.of(account.user(), "127.0.0.1", exchange.getPort()) + ">";
        var request = new OutgoingRequest(
                "REGISTER",
                new SipUri("sip", Optional.empty(), "127.0.0.1", exchange.getPort(), java.util.Map.of()),
                Optional.of(new SipHop(transport, exchange)),
                self,
                self,
                Optional.of("registration-of-" + account.user() + "-"
                        + stack.address().getPort()),
                headers,
                Optional.empty(),
                Optional.of(account),
                Duration.ofSeconds(5));
        return stack.request(request).orTimeout(10, TimeUnit.SECONDS).join();
    }

    Placed call(String number, SipHeader... more) {
        var events = new LinkedBlockingQueue<LegEvent>();
        var target = SipUri.of(number, "127.0.0.1", exchange.getPort());
        var order = new OutgoingCall(
                target,
                Optional.of(new SipHop(Transport.UDP, exchange)),
                "\"Somebody Else\" <sip:13999999999@example.com>",
                "<" + target + ">",
                List.of(more),
                SDP,
                Optional.of(account),
                70);
        return new Placed(stack.invite(order, events::add), events);
    }

    Rung awaitRung() throws InterruptedException {
        var call = rung.poll(PhoneLab.SOON.toMillis(), TimeUnit.MILLISECONDS);
        if (call == null) {
            throw new AssertionError("the phone of " + account.user() + " did not ring");
        }
        return call;
    }

    private static <E extends LegEvent> E awaited(BlockingQueue<LegEvent> events, Class<E> kind)
            throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            var event = events.poll(PhoneLab.SOON.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                break;
            }
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
        throw new AssertionError("no " + kind.getSimpleName() + " within " + PhoneLab.SOON);
    }

    @Override
    public void close() {
        stack.close();
    }
}
