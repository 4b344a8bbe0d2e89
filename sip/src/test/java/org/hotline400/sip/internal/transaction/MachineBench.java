package org.hotline400.sip.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.timing.TimerWheel;
import org.hotline400.sip.internal.transaction.OutboundRequest.RequestHead;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.MessageWriter;
import org.hotline400.sip.internal.wire.Parsed;
import org.hotline400.sip.internal.wire.WireResponse;

/// A place to run one transaction machine under a virtual clock and note what it does.
final class MachineBench implements ClientUser {

    /// Long enough for every timer there is.
    private static final long ALL_TIME = 1_000_000;

    final TimerWheel wheel = new TimerWheel(0, failure -> {
        throw failure;
    });
    private final List<String> sent = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
    private Runnable lastFailed = () -> {};
    private boolean watching;

    Surroundings surroundings(long t1) {
        return new Surroundings(this::out, wheel, t1);
    }

    private void out(SipHop hop, byte[] message, Runnable failed) {
        lastFailed = failed;
        note(sent, new String(message, StandardCharsets.UTF_8).split("[ \r]", 2)[0]);
    }

    void hear(String what) {
        note(heard, what);
    }

    private void note(List<String> list, String what) {
        if (watching) {
            later.add(wheel.now() + " " + what);
        } else {
            list.add(what);
        }
    }

    @Override
    public void answered(WireResponse response) {
        hear(Integer.toString(response.status()));
    }

    @Override
    public void timedOut() {
        hear("timed out");
    }

    @Override
    public void unreachable() {
        hear("unreachable");
    }

    void over() {
        hear("over");
    }

    static SipHop hop(Transport transport) {
        return new SipHop(transport, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060));
    }

    static OutboundRequest request(String method, Transport transport) {
        var head = new RequestHead(
                method,
                "sip:b@127.0.0.1",
                "SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKx",
                "z9hG4bKx",
                List.of(),
                "<sip:a@b>;tag=1",
                "<sip:b@b>",
                "call",
                1,
                70);
        return new OutboundRequest(head, List.of(), null, hop(transport));
    }

    static WireResponse response(int status) {
        byte[] bytes = MessageWriter.response(status, "X")
                .header("To", "<sip:b@b>;tag=2")
                .finish(null);
        if (MessageParser.parse(bytes) instanceof Parsed.Response parsed) {
            return parsed.response();
        }
        throw new AssertionError("not a response");
    }

    /// What a server sends: its first word is the status.
    static byte[] reply(int status) {
        return (status + " x\r\n").getBytes(StandardCharsets.UTF_8);
    }

    void run(long until) {
        for (long at = wheel.now(); at <= until; at += TimerWheel.TICK) {
            wheel.advance(at);
        }
    }

    /// The transport reports that the last message could not be sent.
    void breakTheWay() {
        lastFailed.run();
    }

    /// What was sent and heard so far is of no interest.
    void forget() {
        sent.clear();
        heard.clear();
    }

    /// Asserts what happened at once, and then what happens when nothing else comes.
    ///
    /// @param then moments in virtual milliseconds and what happens at them
    void expect(String out, String told, String then) {
        watching = true;
        run(ALL_TIME);
        assertThat(String.join(" ", sent)).as("sent").isEqualTo(plain(out));
        assertThat(String.join(", ", heard)).as("heard").isEqualTo(plain(told));
        assertThat(String.join(", ", later)).as("what follows").isEqualTo(plain(then));
        assertThat(wheel.armed()).as("timers left").isZero();
    }

    private static String plain(String text) {
        return text.equals("-") ? "" : text;
    }
}
