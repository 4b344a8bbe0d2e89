package org.hotline400.bench.media;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// The caller's side of one call: INVITE, ACK, BYE (RFC 3261 §13.2, §15). Used under the agent's lock.
final class CallerLeg {
    /// How it stands with a leg.
    enum State {
        CALLING,
        TALKING,
        ENDING,
        OVER,
        FAILED
    }

    private static final int TIMEOUT = 408;
    private static final AtomicLong NEXT = new AtomicLong();

    final int call;
    final String callId;
    final String description;
    private final String here;
    private final Repetition repetition;
    private State state = State.CALLING;
    private int failure;
    private String remoteTarget;
    private String remote;
    private SipText last;

    /// @param here our address, `HOST:PORT`
    /// @param target whom to call, a SIP URI
    /// @param description what we offer
    CallerLeg(int call, String target, String here, String description, long now) {
        this.call = call;
        this.here = here;
        this.description = description;
        this.callId = "caller-" + call + "-" + Long.toHexString(now) + "-" + NEXT.getAndIncrement() + "@" + here;
        this.remoteTarget = target;
        this.remote = "<" + target + ">";
        var contact = List.of("Contact: <sip:bench@" + here + ">");
        this.last = request("INVITE 1", "i", contact, description);
        this.repetition = new Repetition(now);
    }

    /// @param order method and number
    /// @param branch tells its transaction from the others of this leg
    private SipText request(String order, String branch, List<String> more, String content) {
        var method = order.substring(0, order.indexOf(' '));
        var lines = Stream.of(
                "Via: SIP/2.0/UDP " + here + ";branch=z9hG4bK" + branch + callId.replace('@', '-'),
                "Max-Forwards: 70",
                "From: <sip:" + CallerNumber.of(call) + "@" + here + ">;tag=c" + call,
                "To: " + remote,
                "Call-ID: " + callId,
                "CSeq: " + order.substring(method.length() + 1) + " " + method);
        return new SipText(
                method + " " + remoteTarget + " SIP/2.0",
                Stream.concat(lines, more.stream()).toList(),
                content);
    }

    State state() {
        return state;
    }

    boolean isFinished() {
        return state == State.OVER || state == State.FAILED;
    }

    /// The final answer that ended it, 408 when none came; 0 unless it failed.
    int failure() {
        return failure;
    }

    SipText invite() {
        return last;
    }

    /// Takes a response.
    ///
    /// @return what to send in turn
    List<SipText> answered(SipText response) {
        return response.method().equals("INVITE") ? invited(response) : ended(response);
    }

    private List<SipText> invited(SipText response) {
        if (response.status() < 200) {
            repetition.stop();
            return List.of();
        }
        remote = response.header("To");
        if (response.status() >= 300) {
            if (state == State.CALLING) {
                fail(response.status());
            }
            // Of the INVITE's own transaction (RFC 3261 §17.1.1.3).
            return List.of(request("ACK 1", "i", List.of(), ""));
        }
        remoteTarget = response.uri("Contact");
        if (state == State.CALLING) {
            state = State.TALKING;
            repetition.stop();
        }
        return List.of(request("ACK 1", "a", List.of(), ""));
    }

    private List<SipText> ended(SipText response) {
        if (response.status() >= 200 && state == State.ENDING) {
            over();
        }
        return List.of();
    }

    /// Hangs up.
    ///
    /// @return what to send
    List<SipText> hangUp(long now) {
        if (state != State.TALKING) {
            return List.of();
        }
        state = State.ENDING;
        last = request("BYE 2", "b", List.of(), "");
        repetition.start(now);
        return List.of(last);
    }

    /// Nothing more will come.
    void over() {
        if (state != State.FAILED) {
            state = State.OVER;
        }
        repetition.stop();
    }

    private void fail(int status) {
        state = State.FAILED;
        failure = status;
        repetition.stop();
    }

    /// @return what is to be sent again now
    List<SipText> tick(long now) {
        if (repetition.givenUp(now)) {
            fail(TIMEOUT);
            return List.of();
        }
        return repetition.due(now) ? List.of(last) : List.of();
    }
}
