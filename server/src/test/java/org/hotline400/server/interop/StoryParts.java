package org.hotline400.server.interop;

import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;

import java.time.Duration;

/// Scripts that many stories share.
final class StoryParts {
    static final Duration A_MOMENT = Duration.ofMillis(400);
    static final Duration A_WHILE = Duration.ofSeconds(1);
    /// 64 × T1 (RFC 3261 §17.1.1.1), and some.
    static final Duration GIVEN_UP = Duration.ofSeconds(36);

    private StoryParts() {}

    static SippScript cancellingAfter(int provisional) {
        return (provisional == 180
                        ? caller().invite().passing(100)
                        : caller().invite().passing(100, 180))
                .expect(provisional)
                .pause(A_WHILE)
                .cancel()
                .expect(200)
                .expect(487)
                .ackRefusal();
    }

    static SippScript ringingUntilCancelled() {
        return branch().answer("180 Ringing")
                .expect("CANCEL")
                .okToCancel()
                .answer("487 Request Terminated")
                .expect("ACK");
    }

    static SippScript talkingThenBye() {
        return talkingThenBye(A_WHILE);
    }

    static SippScript talkingThenBye(Duration talk) {
        return caller().invite().answered().pause(talk).bye().expect(200);
    }

    static SippScript answeringUntilBye(Duration ringing) {
        return answeringUntilBye(ringing, Duration.ofSeconds(20));
    }

    static SippScript answeringUntilBye(Duration ringing, Duration atMost) {
        return branch().answer("180 Ringing")
                .pause(ringing)
                .answerWithSdp("200 OK")
                .expect("ACK")
                .expect("BYE", atMost)
                .ok()
                .linger();
    }
}
