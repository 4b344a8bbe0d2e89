package org.hotline400.server.interop;

import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;
import static org.hotline400.server.interop.StoryParts.A_MOMENT;
import static org.hotline400.server.interop.StoryParts.A_WHILE;
import static org.hotline400.server.interop.StoryParts.answeringUntilBye;
import static org.hotline400.server.interop.StoryParts.talkingThenBye;
import static org.hotline400.server.interop.TestPlans.DIRECT;
import static org.hotline400.server.interop.TestPlans.MENU;

import java.time.Duration;
import java.util.List;

/// Sessions that change: hold, resume, offers that come late (RFC 3261 §13.2.1, §14, RFC 3311).
final class ChangeStories {
    private ChangeStories() {}

    static List<Story> all() {
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
                                "the caller holds by UPDATE",
                                DIRECT,
                                caller().invite()
                                        .answered()
                                        .update("sendonly")
                                        .expect(200, "a=(recvonly|inactive)")
                                        .update("sendrecv")
                                        .expect(200, "a=sendrecv")
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_MOMENT))
                        .ends("completed", "caller"),
                Story.of(
                                "the caller wants to hear of the ringing reliably",
                                DIRECT,
                                caller().inviteReliably()
                                        .passing(100)
                                        .prack(180)
                                        .expect(200)
                                        .ack()
                                        .pause(A_MOMENT)
                                        .bye()
                                        .expect(200))
                        .meets(answeringUntilBye(A_WHILE))
                        .ends("completed", "caller"),
                Story.of("the target rings reliably", DIRECT, talkingThenBye())
                        .meets(branch().answerWith("180 Ringing", "Require: 100rel\nRSeq: 7\n")
                                .expect("PRACK")
                                .ok()
                                .answerWithSdp("200 OK")
                                .expect("ACK")
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
                                "a second re-INVITE that overtakes the ACK of the first",
                                DIRECT,
                                caller().invite()
                                        .answered()
                                        .reinvite("sendrecv")
                                        .passing(100)
                                        .expect(200)
                                        .reinvite("sendonly")
                                        .passing(100)
                                        .expect(200, "a=(recvonly|inactive)")
                                        .ack()
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
}
