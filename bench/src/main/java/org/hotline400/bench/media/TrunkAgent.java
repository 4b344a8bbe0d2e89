package org.hotline400.bench.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A SIP user agent over UDP that is both carriers: callers come from it, and what the platform forwards to its
/// trunk arrives here. Its thread receives and repeats; calls are placed and ended from others.
final class TrunkAgent implements AutoCloseable {
    private static final int LARGEST = 8192;
    private static final int BUFFER = 8 << 20;
    private static final int TICK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatagramSocket socket;
    private final Sdp sdp;
    private final String here;
    private final CallerLegs callers = new CallerLegs();
    private final Map<String, CalleeLeg> callees = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("bench-sip").daemon().unstarted(this::run);
    private long nextTick = System.nanoTime();
    private InetSocketAddress platform = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private MediaCall[] calls = {};
    private int endedByPlatform;
    private volatile boolean closing;

    private TrunkAgent(DatagramSocket socket, Sdp sdp) {
        this.socket = socket;
        this.sdp = sdp;
        this.here = "127.0.0.1:" + socket.getLocalPort();
    }

    /// Starts it before the platform, which looks at once whether its trunk is there.
    ///
    /// @param port where the platform has its trunk
    static TrunkAgent start(int port, Sdp sdp) throws IOException {
        var socket = new DatagramSocket(null);
        try {
            socket.setReceiveBufferSize(BUFFER);
            socket.setSoTimeout(TICK_MILLIS);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        var agent = new TrunkAgent(socket, sdp);
        agent.thread.start();
        return agent;
    }

    /// Forgets the calls that were, and speaks of these from now on.
    synchronized void serve(InetSocketAddress whom, MediaCall[] of) {
        platform = whom;
        calls = of.clone();
        endedByPlatform = 0;
        callers.clear();
        callees.clear();
    }

    /// Calls a number; audio begins when it is answered.
    synchronized void call(int call, String number) throws IOException {
        place(call, number, true);
    }

    /// Calls a number and says nothing, in the name of a call that has no audio of its own.
    ///
    /// @return the Call-ID, by which to hang up
    synchronized String callSilently(int call, String number) throws IOException {
        return place(call, number, false).callId;
    }

    private CallerLeg place(int call, String number, boolean speaks) throws IOException {
        var target = "sip:" + number + "@" + platform.getAddress().getHostAddress() + ":" + platform.getPort();
        var offer = sdp.at(calls[call].callerSocket.port());
        var leg = new CallerLeg(call, target, here, offer, System.nanoTime());
        callers.add(leg, speaks);
        send(leg.invite());
        return leg;
    }

    /// Hangs up one call that still talks; one that is not answered yet is left to fail.
    ///
    /// @return false when it is not answered yet
    synchronized boolean hangUp(String callId) throws IOException {
        var leg = callers.find(callId);
        if (leg == null) {
            return true;
        }
        sendAll(leg.hangUp(System.nanoTime()));
        return leg.state() != CallerLeg.State.CALLING;
    }

    /// Forgets the silent calls that are over, and the targets' sides of all calls that are.
    synchronized CallerLegs.Swept sweep() {
        callees.values().removeIf(CalleeLeg::isOver);
        return callers.sweep();
    }

    /// Has all callers hang up that still talk.
    ///
    /// @param most of them in this turn
    /// @return how many did
    synchronized int hangUp(int most) throws IOException {
        var ended = 0;
        for (var leg : callers.all()) {
            if (ended < most && leg.state() == CallerLeg.State.TALKING) {
                silence(leg);
                sendAll(leg.hangUp(System.nanoTime()));
                ended++;
            }
        }
        return ended;
    }

    synchronized int count(CallerLeg.State state) {
        return callers.count(state);
    }

    /// Of the calls with audio.
    synchronized int countSpeaking(CallerLeg.State state) {
        return callers.countSpeaking(state);
    }

    /// Calls that were forwarded to the trunk and still last.
    synchronized int forwarded() {
        return (int) callees.values().stream().filter(leg -> !leg.isOver()).count();
    }

    /// How many calls failed, by their SIP status.
    synchronized Map<Integer, Integer> failures() {
        return callers.failures();
    }

    /// How many calls the platform ended, which no caller did.
    synchronized int endedByPlatform() {
        return endedByPlatform;
    }

    private void run() {
        var datagram = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!closing) {
            try {
                datagram.setLength(LARGEST);
                socket.receive(datagram);
                var message = SipText.parse(datagram.getData(), datagram.getLength());
                if (message.isPresent() && isFromPlatform(datagram)) {
                    take(message.get());
                }
            } catch (SocketTimeoutException e) {
                // Nothing came.
            } catch (IOException e) {
                if (closing) {
                    return;
                }
            }
            tick(System.nanoTime());
        }
    }

    /// Before it has said where it is: whoever asks.
    private synchronized boolean isFromPlatform(DatagramPacket datagram) {
        if (platform.getPort() == 0) {
            platform = (InetSocketAddress) datagram.getSocketAddress();
        }
        return platform.equals(datagram.getSocketAddress());
    }

    private synchronized void tick(long now) {
        if (now - nextTick < 0) {
            return;
        }
        nextTick = now + Duration.ofMillis(TICK_MILLIS).toNanos();
        try {
            for (var leg : callers.all()) {
                sendAll(leg.tick(now));
            }
            for (var leg : callees.values()) {
                sendAll(leg.tick(now));
            }
        } catch (IOException e) {
            // As lost as on the way; it is repeated.
        }
    }

    private synchronized void take(SipText message) throws IOException {
        if (message.isResponse()) {
            var leg = callers.find(message.callId());
            if (leg != null) {
                sendAll(leg.answered(message));
                talk(leg, message);
            }
        } else {
            request(message);
        }
    }

    private void silence(CallerLeg leg) {
        if (callers.speaks(leg)) {
            calls[leg.call].stopSending();
        }
    }

    private void talk(CallerLeg leg, SipText answer) {
        if (callers.speaks(leg)
                && leg.state() == CallerLeg.State.TALKING
                && answer.status() == 200
                && !answer.body().isEmpty()) {
            calls[leg.call].sendTo(Sdp.port(answer.body()));
        }
    }

    private void request(SipText request) throws IOException {
        switch (request.method()) {
            case "INVITE" -> invited(request);
            case "ACK" -> {
                var leg = callees.get(request.callId());
                if (leg != null) {
                    leg.acknowledged();
                }
            }
            case "BYE" -> ended(request);
            case "UPDATE" -> send(request.answer("200 OK", "u", List.of(), again(request)));
            default -> send(request.answer("200 OK", "o", List.of(), ""));
        }
    }

    private void invited(SipText invite) throws IOException {
        var known = callees.get(invite.callId());
        if (known != null && !known.isOver() && !invite.header("To").contains(";tag=")) {
            send(known.answer());
        } else if (invite.header("To").contains(";tag=")) {
            send(invite.answer("200 OK", "r", List.of("Contact: <sip:bench@" + here + ">"), again(invite)));
        } else {
            answer(invite);
        }
    }

    private void answer(SipText invite) throws IOException {
        var call = CallerNumber.call(invite.header("From"));
        if (call.isEmpty()) {
            call = CallerNumber.call(invite.header("P-Asserted-Identity"));
        }
        if (call.isEmpty() || call.getAsInt() >= calls.length) {
            send(invite.answer("404 Not Found", "n", List.of(), ""));
            return;
        }
        var description = sdp.at(calls[call.getAsInt()].calleeSocket.port());
        var leg = new CalleeLeg(call.getAsInt(), invite, here, description, System.nanoTime());
        callees.put(invite.callId(), leg);
        send(leg.answer());
    }

    /// What was agreed is agreed again: a refreshed session changes nothing.
    private String again(SipText request) {
        if (request.body().isEmpty()) {
            return "";
        }
        var caller = callers.find(request.callId());
        if (caller != null) {
            return caller.description;
        }
        var callee = callees.get(request.callId());
        return callee == null ? "" : callee.answer().body();
    }

    private void ended(SipText bye) throws IOException {
        send(bye.answer("200 OK", "b", List.of(), ""));
        var callee = callees.get(bye.callId());
        if (callee != null) {
            callee.over();
        }
        var caller = callers.find(bye.callId());
        if (caller != null && caller.state() == CallerLeg.State.TALKING) {
            endedByPlatform++;
            silence(caller);
            caller.over();
        }
    }

    private void sendAll(List<SipText> messages) throws IOException {
        for (var message : messages) {
            send(message);
        }
    }

    private void send(SipText message) throws IOException {
        var bytes = message.bytes();
        socket.send(new DatagramPacket(bytes, bytes.length, platform));
    }

    @Override
    public void close() {
        closing = true;
        socket.close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
