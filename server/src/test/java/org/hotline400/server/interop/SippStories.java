package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;
import static org.hotline400.server.interop.TestPlans.DIRECT;
import static org.hotline400.server.interop.TestPlans.MENU;

import java.time.Duration;
import java.util.List;

/// What callers and called phones do to a server, good and bad (RFC 3261 §9, §13–§15).
final class SippStories {
    private static final Duration A_MOMENT = Duration.ofMillis(400);
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    /// 64 × T1 (RFC 3261 §17.1.1.1), and some.
    private static final Duration GIVEN_UP = Duration.ofSeconds(36);

    private SippStories() {}

    static List<Story> cancelling() {
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
                                        .pause(A_WHILE)
                                        .cancel()
                                        .expect(200, "CSeq: 1 CANCEL")
                                        .expect(200, "CSeq: 1 INVITE")
                                        .ack()
                                        .pause(A_MOMENT)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .on((road, from) -> road.delay(
                                from,
                                "SIP/2.0 200 (?=.*CSeq: 1 INVITE).*To: [^\\n]*" + DIRECT,
                                Duration.ofMillis(1500)))
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

    static List<Story> hangingUp() {
        return List.of(
                Story.of("the caller hangs up", DIRECT, talkingThenBye())
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("completed", "caller"),
                Story.of(
                                "the target hangs up",
                                DIRECT,
                                caller().invite().answered().expect("BYE").ok().linger())
                        .meets(branch().answer("180 Ringing")
                                .answerWithSdp("200 OK")
                                .expect("ACK")
                                .pause(A_WHILE)
                                .bye()
                                .expect(200))
                        .ends("completed", "target"),
                Story.of(
                                "BYE crosses our BYE on the caller's side",
                                DIRECT,
                                caller().invite()
                                        .answered()
                                        .keep("BYE", "b")
                                        .bye()
                                        .expect(200)
                                        .answerKept("b", "200 OK")
                                        .linger())
                        .meets(branch().answer("180 Ringing")
                                .answerWithSdp("200 OK")
                                .expect("ACK")
                                .pause(A_WHILE)
                                .bye()
                                .expect(200))
                        .ends("completed", "target"),
                Story.of("BYE crosses our BYE on the target's side", DIRECT, talkingThenBye())
                        .meets(branch().answer("180 Ringing")
                                .answerWithSdp("200 OK")
                                .expect("ACK")
                                .keep("BYE", "b")
                                .bye()
                                .expect(200)
                                .answerKept("b", "200 OK")
                                .linger())
                        .ends("completed", "caller"),
                Story.of(
                                "BYE before the ACK: nobody has heard anybody",
                                DIRECT,
                                caller().invite()
                                        .passing(100, 180)
                                        .expect(200)
                                        .bye()
                                        .expect(200)
                                        .ack())
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("abandoned-in-ring", "caller"),
                Story.of(
                                "no ACK for our 200 in the menu",
                                MENU,
                                caller().invite()
                                        .passing(100)
                                        .expect(200)
                                        .expect("BYE", GIVEN_UP)
                                        .ok()
                                        .linger())
                        .ends("carrier-failure", "network"),
                Story.of(
                                "no ACK for our 200 in a talk",
                                DIRECT,
                                caller().invite()
                                        .passing(100, 180)
                                        .expect(200)
                                        .expect("BYE", GIVEN_UP)
                                        .ok()
                                        .linger())
                        .meets(answeringUntilBye(A_MOMENT, GIVEN_UP))
                        .ends("carrier-failure", "network"),
                Story.of("the ACK to the target is lost thrice", DIRECT, talkingThenBye(Duration.ofSeconds(5)))
                        .meets(answeringUntilBye(A_MOMENT))
                        .on((road, from) -> road.lose(from, "ACK sip:branch@", 3))
                        .ends("completed", "caller"),
                Story.of("the ACK of the caller is lost once", DIRECT, talkingThenBye(Duration.ofSeconds(3)))
                        .meets(answeringUntilBye(A_MOMENT))
                        .on((road, from) -> road.lose(from, "ACK ", 1))
                        .ends("completed", "caller"),
                Story.of(
                                "the caller repeats an INVITE that was answered",
                                DIRECT,
                                caller().invite()
                                        .answered()
                                        .inviteAgain()
                                        .pause(A_WHILE)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("completed", "caller"),
                Story.of(
                                "the caller vanishes while it rings",
                                DIRECT,
                                caller().invite().rings())
                        .meets(ringingUntilCancelled())
                        .ends("no-answer", "platform"),
                Story.of(
                                "the caller vanishes in the talk",
                                DIRECT,
                                caller().invite().answered())
                        .meets(branch().answer("180 Ringing")
                                .answerWithSdp("200 OK")
                                .expect("ACK")
                                .pause(A_WHILE)
                                .bye()
                                .expect(200))
                        .ends("completed", "target"),
                Story.of("the target vanishes in the talk", DIRECT, talkingThenBye())
                        .meets(branch().answer("180 Ringing")
                                .answerWithSdp("200 OK")
                                .expect("ACK"))
                        .ends("completed", "caller"));
    }

    static List<Story> changing() {
        return List.of(
                Story.of(
                                "the caller holds and resumes",
                                DIRECT,
                                caller().invite()
                                        .answered()
                                        .reinvite("sendonly")
                                        .passing(100)
                                        .expect(200, "a=(recvonly|inactive)")
                                        .ack()
                                        .pause(A_MOMENT)
                                        .reinvite("sendrecv")
                                        .passing(100)
                                        .expect(200, "a=sendrecv")
                                        .ack()
                                        .pause(A_MOMENT)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("completed", "caller"),
                Story.of("the target holds and resumes", DIRECT, talkingThenBye(Duration.ofSeconds(3)))
                        .meets(branch().answer("180 Ringing")
                                .answerWithSdp("200 OK")
                                .expect("ACK")
                                .reinvite("sendonly")
                                .passing(100)
                                .expect(200, "a=(recvonly|inactive)")
                                .ack()
                                .pause(A_MOMENT)
                                .reinvite("sendrecv")
                                .passing(100)
                                .expect(200, "a=sendrecv")
                                .ack()
                                .expect("BYE")
                                .ok()
                                .linger())
                        .ends("completed", "caller"),
                Story.of(
                                "a re-INVITE without an offer gets ours",
                                DIRECT,
                                caller().invite()
                                        .answered()
                                        .reinviteWithoutOffer()
                                        .passing(100)
                                        .expect(200, "m=audio")
                                        .ackWithAnswer()
                                        .pause(A_MOMENT)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("completed", "caller"),
                Story.of(
                                "a second re-INVITE before the first is acknowledged",
                                DIRECT,
                                caller().invite()
                                        .answered()
                                        .reinvite("sendrecv")
                                        .passing(100)
                                        .expect(200)
                                        .reinvite("sendonly")
                                        .passing(100, 200)
                                        .expect(500, "Retry-After:")
                                        .ackRefusal()
                                        .pause(A_MOMENT)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("completed", "caller"),
                Story.of(
                                "an INVITE without an offer gets ours",
                                MENU,
                                caller().inviteWithoutOffer()
                                        .passing(100)
                                        .expect(200, "m=audio")
                                        .ackWithAnswer()
                                        .pause(A_WHILE)
                                        .bye()
                                        .expect(200))
                        .ends("abandoned-in-ivr", "caller"),
                Story.of(
                                "an INVITE without an offer reaches the target",
                                DIRECT,
                                caller().inviteWithoutOffer()
                                        .passing(100, 180)
                                        .expect(200, "m=audio")
                                        .ackWithAnswer()
                                        .pause(A_WHILE)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("completed", "caller"));
    }

    static List<Story> refusing() {
        return List.of(
                refused("302 Moved Temporarily", "unreachable", 480),
                refused("404 Not Found", "unreachable", 480),
                refused("480 Temporarily Unavailable", "unreachable", 480),
                refused("486 Busy Here", "busy", 486),
                refused("488 Not Acceptable Here", "no-common-codec", 488),
                refused("500 Server Internal Error", "carrier-failure", 503),
                refused("503 Service Unavailable", "carrier-failure", 503),
                refused("600 Busy Everywhere", "busy", 486),
                refused("603 Decline", "busy", 486),
                Story.of(
                                "the target never answers",
                                DIRECT,
                                caller().invite()
                                        .rings()
                                        .passing(183)
                                        .expect(480)
                                        .ackRefusal())
                        .meets(ringingUntilCancelled())
                        .ends("no-answer", "platform"),
                Story.of(
                                "the target says nothing at all",
                                DIRECT,
                                caller().invite()
                                        .rings()
                                        .passing(183)
                                        .expect(480)
                                        .ackRefusal())
                        .mayMeet(branch().pause(GIVEN_UP))
                        .ends("unreachable", "platform"),
                Story.of("a fork rings in two places and one answers", DIRECT, talkingThenBye())
                        .meets(branch().answerForked("180 Ringing", "one")
                                .answerForked("183 Session Progress", "two")
                                .answerForked("200 OK", "two")
                                .expect("ACK")
                                .expect("BYE")
                                .ok()
                                .linger())
                        .told(call -> {
                            assertThat(call.endReason()).isEqualTo("completed");
                            assertThat(call.target()).isEqualTo(TestPlans.TARGET);
                        }),
                Story.of("a fork answers in two places", DIRECT, talkingThenBye(Duration.ofSeconds(3)))
                        .meets(branch().answerForked("180 Ringing", "one")
                                .answerForked("200 OK", "one")
                                .expect("ACK")
                                .answerForked("200 OK", "two")
                                .expect("ACK")
                                .expect("BYE")
                                .ok()
                                .expect("BYE")
                                .ok()
                                .linger())
                        .ends("completed", "caller"));
    }

    static List<Story> asking() {
        return List.of(
                Story.of("OPTIONS is answered", DIRECT, caller().ask("OPTIONS").expect(200, "Allow:.*INVITE")),
                Story.of(
                        "a method not served is refused",
                        DIRECT,
                        caller().ask("MESSAGE").expect(405, "Allow:")),
                Story.of(
                        "an unknown method is refused",
                        DIRECT,
                        caller().ask("FROBNICATE").expect(501)));
    }

    private static Story refused(String status, String reason, int towardsCaller) {
        return Story.of(
                        "the target answers " + status,
                        DIRECT,
                        caller().invite()
                                .passing(100, 180, 183)
                                .expect(towardsCaller)
                                .ackRefusal())
                .meets(branch().answer(status).expect("ACK"))
                .ends(reason, "platform");
    }

    private static SippScript cancellingAfter(int provisional) {
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

    private static SippScript ringingUntilCancelled() {
        return branch().answer("180 Ringing")
                .expect("CANCEL")
                .okToCancel()
                .answer("487 Request Terminated")
                .expect("ACK");
    }

    private static SippScript talkingThenBye() {
        return talkingThenBye(A_WHILE);
    }

    private static SippScript talkingThenBye(Duration talk) {
        return caller().invite().answered().pause(talk).bye().expect(200);
    }

    private static SippScript answeringUntilBye(Duration ringing) {
        return answeringUntilBye(ringing, Duration.ofSeconds(20));
    }

    private static SippScript answeringUntilBye(Duration ringing, Duration atMost) {
        return branch().answer("180 Ringing")
                .pause(ringing)
                .answerWithSdp("200 OK")
                .expect("ACK")
                .expect("BYE", atMost)
                .ok()
                .linger();
    }
}
