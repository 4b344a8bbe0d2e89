package org.hotline400.bench.media;

import java.util.List;

/// The called side of one call: answers at once, and again until it is acknowledged (RFC 3261 §13.3.1.4). Used
/// under the agent's lock.
final class CalleeLeg {
    private final SipText answer;
    private final Repetition repetition;
    private boolean over;

    /// @param here our address, `HOST:PORT`
    /// @param description what we answer the offer with
    CalleeLeg(int call, SipText invite, String here, String description, long now) {
        this.answer = invite.answer("200 OK", "t" + call, List.of("Contact: <sip:bench@" + here + ">"), description);
        this.repetition = new Repetition(now);
    }

    SipText answer() {
        return answer;
    }

    void acknowledged() {
        repetition.stop();
    }

    void over() {
        over = true;
        repetition.stop();
    }

    boolean isOver() {
        return over;
    }

    List<SipText> tick(long now) {
        if (repetition.givenUp(now)) {
            over();
            return List.of();
        }
        return repetition.due(now) ? List.of(answer) : List.of();
    }
}
