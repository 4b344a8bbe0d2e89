package org.hotline400.server.interop;

import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;
import static org.hotline400.server.interop.StoryParts.A_MOMENT;
import static org.hotline400.server.interop.StoryParts.A_WHILE;
import static org.hotline400.server.interop.StoryParts.GIVEN_UP;
import static org.hotline400.server.interop.StoryParts.answeringUntilBye;
import static org.hotline400.server.interop.StoryParts.cancellingAfter;
import static org.hotline400.server.interop.StoryParts.ringingUntilCancelled;
import static org.hotline400.server.interop.TestPlans.DIRECT;
import static org.hotline400.server.interop.TestPlans.MENU;

import java.time.Duration;
import java.util.List;

/// Callers who give up, at every moment of a call (RFC 3261 §9, §15).
final class CancelStories {
    private CancelStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                                "CANCEL before anything was answered",
                                DIRECT,
                                caller().inviteOnce()
                                        .cancel()
                                        .passing(100, 180)
                                        .expect(200)
                                        .expect(487)
                                        .ackRefusal())
                        .mayMeet(ringingUntilCancelled())
                        .on((road, from) -> road.delay(from, "SIP/2.0 1", A_MOMENT))
                        .ends("abandoned-in-ring", "caller"),
                Story.of(
                                "CANCEL after 100",
                                DIRECT,
                                caller().invite()
                                        .expect(100)
                                        .cancel()
                                        .passing(180)
                                        .expect(200)
                                        .expect(487)
                                        .ackRefusal())
                        .mayMeet(ringingUntilCancelled())
                        .ends("abandoned-in-ring", "caller"),
                Story.of("CANCEL while it rings", DIRECT, cancellingAfter(180))
                        .meets(ringingUntilCancelled())
                        .ends("abandoned-in-ring", "caller"),
                Story.of("CANCEL during early media", DIRECT, cancellingAfter(183))
                        .meets(branch().answerWithSdp("183 Session Progress")
                                .expect("CANCEL")
                                .okToCancel()
                                .answer("487 Request Terminated")
                                .expect("ACK"))
                        .ends("abandoned-in-ring", "caller"),
                Story.of("CANCEL before the target said anything", DIRECT, cancellingAfter(180))
                        .mayMeet(branch().pause(A_WHILE)
                                .pause(A_MOMENT)
                                .answer("180 Ringing")
                                .expect("CANCEL")
                                .okToCancel()
                                .answer("487 Request Terminated")
                                .expect("ACK"))
                        .ends("abandoned-in-ring", "caller"),
                Story.of(
                                "CANCEL crosses our 200",
                                DIRECT,
                                caller().invite()
                                        .rings()
                                        .pause(Duration.ofSeconds(3))
                                        .cancel()
                                        .expect(200, "CSeq: 1 CANCEL")
                                        .expect(200, "CSeq: 1 INVITE")
                                        .ack()
                                        .pause(A_MOMENT)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .on((road, from) -> road.delay(
                                from, "SIP/2.0 200 (?=.*CSeq: 1 INVITE).*To: [^\\n]*" + DIRECT, Duration.ofSeconds(5)))
                        .ends("completed", "caller"),
                Story.of("the target answers although it was cancelled", DIRECT, cancellingAfter(180))
                        .meets(branch().answer("180 Ringing")
                                .expect("CANCEL")
                                .okToCancel()
                                .answerWithSdp("200 OK")
                                .expect("ACK")
                                .expect("BYE")
                                .ok()
                                .linger())
                        .ends("abandoned-in-ring", "caller"),
                Story.of("the target never heeds the CANCEL", DIRECT, cancellingAfter(180))
                        .mayMeet(branch().answer("180 Ringing").pause(GIVEN_UP))
                        .ends("abandoned-in-ring", "caller"),
                Story.of("a CANCEL for nothing", DIRECT, caller().cancel().expect(481)),
                Story.of(
                                "the caller hangs up in the menu",
                                MENU,
                                caller().invite()
                                        .answered()
                                        .pause(A_WHILE)
                                        .bye()
                                        .expect(200))
                        .ends("abandoned-in-ivr", "caller"),
                Story.of(
                                "BYE in place of CANCEL",
                                DIRECT,
                                caller().invite()
                                        .rings()
                                        .pause(A_WHILE)
                                        .bye()
                                        .expect(200)
                                        .expect(487)
                                        .ackRefusal())
                        .meets(ringingUntilCancelled())
                        .ends("abandoned-in-ring", "caller"));
    }
}
