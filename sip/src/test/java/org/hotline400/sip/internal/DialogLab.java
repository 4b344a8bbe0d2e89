package org.hotline400.sip.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipLimits;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipSessions;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Standing;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.dialog.CallingLeg;
import org.hotline400.sip.internal.dialog.Endpoint;
import org.hotline400.sip.internal.dialog.Hops;
import org.hotline400.sip.internal.dialog.Identity;
import org.hotline400.sip.internal.dialog.OutOfDialog;
import org.hotline400.sip.internal.dialog.Requests;
import org.hotline400.sip.internal.guard.Guard;
import org.hotline400.sip.internal.guard.LoadGauge;
import org.hotline400.sip.internal.naming.Names;
import org.hotline400.sip.internal.naming.Service;
import org.hotline400.sip.internal.timing.TimerWheel;
import org.hotline400.sip.internal.trace.MessageTraces;
import org.hotline400.sip.internal.transaction.Outlet;
import org.hotline400.sip.internal.transaction.Surroundings;
import org.hotline400.sip.internal.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/// A stack without sockets under a virtual clock, T1 = 500 ms, and one peer that writes its messages by hand over UDP.
public final class DialogLab {

    public static final String SDP = """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 40000 RTP/AVP 8
            """.replace("\n", "\r\n");

    private static final InetSocketAddress US = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
    private static final SipSource PEER =
            new SipSource(Transport.UDP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5070));

    /// Knows no name, and names under `slow.test` only when [#answerNames] says so.
    private final Names names = new Names() {
        @Override
        public void addresses(String host, Consumer<List<InetAddress>> found) {
            if (host.endsWith("slow.test")) {
                questions.add(found);
            } else {
                found.accept(List.of());
            }
        }

        @Override
        public void services(String service, Consumer<List<Service>> found) {
            found.accept(List.of());
        }
    };

    private final TimerWheel wheel = new TimerWheel(0, failure -> {
        throw failure;
    });
    private final List<String> sent = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final List<SipHop> hops = new ArrayList<>();
    private final List<Consumer<List<InetAddress>>> questions = new ArrayList<>();
    private final List<LegEvent> heard = new ArrayList<>();
    private final Transactions transactions;
    private final Endpoint endpoint;
    private final OutOfDialog outOfDialog;
    private final Signalling signalling;
    private @Nullable IncomingLeg called;
    private int mediaPort = 40_000;
    private long branches;
    private String callId = "c1";

    public DialogLab() {
        this(SipSessions.usual());
    }

    public DialogLab(SipSessions sessions) {
        this(sessions, SipLimits.USUAL, Standing.TRUSTED);
    }

    /// @param standing of the peer
    DialogLab(SipSessions sessions, SipLimits limits, Standing standing) {
        Outlet outlet = (hop, message, failed) -> {
            String text = new String(message, StandardCharsets.UTF_8);
            sent.add(text);
            all.add(text);
            hops.add(hop);
        };
        var identity = new Identity(US, 5061, "Lab");
        var surroundings = new Surroundings(outlet, wheel, 500);
        transactions = new Transactions(surroundings);
        var requests = new Requests(identity, new Hops(names, new Random(1)), transactions, surroundings);
        endpoint = new Endpoint(surroundings, sessions, requests, Runnable::run, Runnable::run);
        outOfDialog = new OutOfDialog(endpoint);
        var guard = new Guard(limits, source -> standing, Clock.systemUTC(), wheel::now);
        var door = new Door(guard, new LoadGauge(), limits, transactions, endpoint);
        var application = new SipApplication() {
            @Override
            public LegListener onInvite(IncomingLeg leg) {
                called = leg;
                return heard::add;
            }

            @Override
            public SipReply onRequest(SipRequest request, SipSource source) {
                return SipReply.of(200, "OK");
            }
        };
        signalling = new Signalling(application, identity, outlet, transactions, endpoint, door, new MessageTraces());
    }

    /// The peer's descriptions name this port from now on, of five digits; 40000 before.
    public void describe(int port) {
        mediaPort = port;
    }

    /// The look-ups of names under `slow.test` come back: each leads to these addresses.
    public void answerNames(InetAddress... addresses) {
        var open = List.copyOf(questions);
        questions.clear();
        open.forEach(question -> question.accept(List.of(addresses)));
    }

    // Time

    public long now() {
        return wheel.now();
    }

    public void pass(long milliseconds) {
        long end = wheel.now() + milliseconds;
        for (long at = wheel.now(); at < end; at += TimerWheel.TICK) {
            wheel.advance(Math.min(end, at + TimerWheel.TICK));
        }
    }

    /// What is left when all is over: legs, transactions, timers.
    public String left() {
        return endpoint.legs() + " legs, " + transactions.count() + " transactions, " + wheel.armed() + " timers";
    }

    /// All that transactions hold on to.
    public Object remembered() {
        return transactions;
    }

    // What comes out

    /// What was sent since the last look: `180 INVITE`, `BYE`; `+sdp` with a description, `+rel` when reliable;
    /// retransmissions are left out.
    public String sent() {
        String text = sent.stream().distinct().map(DialogLab::brief).collect(Collectors.joining(", "));
        sent.clear();
        return text.isEmpty() ? "-" : text;
    }

    private static String brief(String message) {
        String first = message.lines().findFirst().orElse("");
        String[] words = first.split(" ", 3);
        String more = (message.contains("\r\n\r\nv=0") ? "+sdp" : "") + (message.contains("RSeq: ") ? "+rel" : "");
        if (words[0].equals("SIP/2.0")) {
            return words[1] + " " + header(message, "CSeq").split(" ", 2)[1] + more;
        }
        return words[0] + more;
    }

    /// The last message sent whose brief form begins so.
    public String last(String beginning) {
        for (String message : all.reversed()) {
            if (brief(message).startsWith(beginning)) {
                return message;
            }
        }
        throw new AssertionError("nothing sent begins with " + beginning);
    }

    /// The first message sent whose brief form begins so.
    public String first(String beginning) {
        return all.stream()
                .filter(message -> brief(message).startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing sent begins with " + beginning));
    }

    /// The port that the last message was sent to whose brief form begins so.
    public int portOf(String beginning) {
        return hops.get(all.lastIndexOf(last(beginning))).address().getPort();
    }

    /// A header of the last message that begins so; empty when there is none.
    public Optional<String> sentHeader(String beginning, String name) {
        return all.reversed().stream()
                .filter(message -> brief(message).startsWith(beginning))
                .findFirst()
                .flatMap(message -> optionalHeader(message, name));
    }

    /// The last request of ours but ACK.
    public Optional<String> lastRequest() {
        return all.reversed().stream()
                .filter(message -> !message.startsWith("SIP/2.0") && !message.startsWith("ACK"))
                .findFirst();
    }

    /// How many messages sent begin so.
    public long count(String beginning) {
        return all.stream()
                .filter(message -> brief(message).startsWith(beginning))
                .count();
    }

    /// Messages that belonged nowhere.
    long discarded() {
        return signalling.discarded();
    }

    /// What the listener heard since the last look.
    public String heard() {
        String text = heard.stream().map(DialogLab::brief).collect(Collectors.joining(", "));
        heard.clear();
        return text.isEmpty() ? "-" : text;
    }

    /// What the listener heard last.
    public LegEvent lastHeard() {
        return heard.getLast();
    }

    private static String brief(LegEvent event) {
        return switch (event) {
            case LegEvent.Progress(var response) -> "Progress " + response.status();
            case LegEvent.Answered(var _, var sdp) -> "Answered" + (sdp.isPresent() ? "+sdp" : "");
            case LegEvent.Rejected(var response) -> "Rejected " + response.status();
            case LegEvent.Confirmed(var sdp) -> "Confirmed" + (sdp.isPresent() ? "+sdp" : "");
            case LegEvent.Offered(var request, var sdp) ->
                "Offered " + request.method() + (sdp.isPresent() ? "+sdp" : "");
            case LegEvent.OfferAnswered _ -> "OfferAnswered";
            case LegEvent.OfferRefused(int status, String _) -> "OfferRefused " + status;
            case LegEvent.Informed _ -> "Informed";
            case LegEvent.Ended(var by, var reason) -> "Ended " + by + " " + reason.status();
        };
    }

    public static String header(String message, String name) {
        return optionalHeader(message, name).orElseThrow(() -> new AssertionError("no " + name + " in\n" + message));
    }

    public static Optional<String> optionalHeader(String message, String name) {
        return message.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    // Calls to us

    public IncomingLeg invited(String... headers) {
        invite(1, "z9hG4bKinvite", true, headers);
        return called();
    }

    /// A further call of the same peer: what it does next is in this one's dialog.
    IncomingLeg invitedAnew(String callId) {
        this.callId = callId;
        all.clear();
        receive(request("INVITE", 1, "z9hG4bK" + callId, "", callId, "peer", true));
        return called();
    }

    public IncomingLeg invitedWithoutOffer(String... headers) {
        invite(1, "z9hG4bKinvite", false, headers);
        return called();
    }

    public IncomingLeg called() {
        if (called == null) {
            throw new AssertionError("nobody called");
        }
        return called;
    }

    public void invite(long cseq, String branch, boolean offer, String... headers) {
        receive(request("INVITE", cseq, branch, "", "c1", "peer", offer, headers));
    }

    /// A request of the caller in the dialog of its call.
    public void caller(String method, long cseq, boolean sdp, String... headers) {
        receive(request(method, cseq, "z9hG4bK" + ++branches, ourTag(), callId, "peer", sdp, headers));
    }

    /// The last request of the caller in its dialog once more.
    void callerAgain(String method, long cseq) {
        receive(request(method, cseq, "z9hG4bK" + branches, ourTag(), callId, "peer", false));
    }

    public void cancel() {
        receive(request("CANCEL", 1, "z9hG4bKinvite", "", "c1", "peer", false));
    }

    /// CANCEL for the last request of the caller inside the dialog.
    public void cancelLast(long cseq) {
        receive(request("CANCEL", cseq, "z9hG4bK" + branches, ourTag(), "c1", "peer", false));
    }

    private String ourTag() {
        for (String message : all) {
            if (message.startsWith("SIP/2.0") && header(message, "To").contains("tag=")) {
                return header(message, "To").replaceAll(".*tag=", "");
            }
        }
        return "none";
    }

    // Calls of ours

    public CallingLeg call() {
        return call("sip:peer@127.0.0.1:5070", Optional.empty(), Optional.empty());
    }

    public CallingLeg call(String target, Optional<SipHop> nextHop, Optional<SipAccount> account) {
        var order = new OutgoingCall(
                SipUri.parse(target),
                nextHop,
                "<sip:us@127.0.0.1>",
                "<sip:peer@127.0.0.1>",
                List.of(),
                SDP,
                account,
                70);
        var leg = new CallingLeg(endpoint, order, heard::add);
        leg.start();
        return leg;
    }

    /// A request of ours outside any dialog.
    public CompletableFuture<SipResponse> ask(String method, Duration patience) {
        return outOfDialog.request(new OutgoingRequest(
                method,
                SipUri.parse("sip:peer@127.0.0.1:5070"),
                Optional.empty(),
                "<sip:us@127.0.0.1>",
                "<sip:peer@127.0.0.1>",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                patience));
    }

    /// No answer comes any more.
    public void close() {
        outOfDialog.close();
    }

    /// A response to the last request of ours with this method.
    public void answer(String method, int status, String tag, boolean sdp, String... headers) {
        answerTo(last(method), status, tag, sdp, headers);
    }

    public void answerTo(String request, int status, String tag, boolean sdp, String... headers) {
        String to = header(request, "To");
        String text = "SIP/2.0 " + status + " X\r\nVia: " + header(request, "Via") + "\r\nFrom: "
                + header(request, "From") + "\r\nTo: " + to
                + (tag.isEmpty() || to.contains("tag=") ? "" : ";tag=" + tag) + "\r\nCall-ID: "
                + header(request, "Call-ID") + "\r\nCSeq: " + header(request, "CSeq") + "\r\n"
                + "Contact: <sip:peer-" + tag + "@127.0.0.1:5070>\r\n";
        receive(text + rest(sdp, headers));
    }

    /// A request of a fork of the called peer.
    public void callee(String method, String tag, long cseq, boolean sdp, String... headers) {
        String invite = last("INVITE");
        String ours = header(invite, "From").replaceAll(".*tag=", "");
        receive(request(method, cseq, "z9hG4bK" + ++branches, ours, header(invite, "Call-ID"), tag, sdp, headers));
    }

    private static String request(
            String method,
            long cseq,
            String branch,
            String toTag,
            String callId,
            String fromTag,
            boolean sdp,
            String... headers) {
        return method + " sip:us@127.0.0.1:5060 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5070;branch=" + branch
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:peer@127.0.0.1>;tag=" + fromTag
                + "\r\nTo: <sip:us@127.0.0.1>" + (toTag.isEmpty() ? "" : ";tag=" + toTag) + "\r\nCall-ID: " + callId
                + "\r\nCSeq: " + cseq + " " + method + "\r\nContact: <sip:peer@127.0.0.1:5070>\r\n"
                + rest(sdp, headers);
    }

    private static String rest(boolean sdp, String... headers) {
        var out = new StringBuilder();
        for (String header : headers) {
            out.append(header).append("\r\n");
        }
        if (sdp) {
            out.append("Content-Type: application/sdp\r\n");
        }
        String body = sdp ? SDP : "";
        return out.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    public void receive(String message) {
        String described = message.replace("m=audio 40000 ", "m=audio " + mediaPort + " ");
        signalling.received(described.getBytes(StandardCharsets.UTF_8), PEER);
    }
}
