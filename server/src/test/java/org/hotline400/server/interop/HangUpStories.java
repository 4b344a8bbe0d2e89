package org.hotline400.server.interop;

import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;
import static org.hotline400.server.interop.StoryParts.A_MOMENT;
import static org.hotline400.server.interop.StoryParts.A_WHILE;
import static org.hotline400.server.interop.StoryParts.GIVEN_UP;
import static org.hotline400.server.interop.StoryParts.answeringUntilBye;
import static org.hotline400.server.interop.StoryParts.ringingUntilCancelled;
import static org.hotline400.server.interop.StoryParts.talkingThenBye;
import static org.hotline400.server.interop.TestPlans.DIRECT;
import static org.hotline400.server.interop.TestPlans.MENU;

import java.time.Duration;
import java.util.List;

/// Ends of talks, orderly and not (RFC 3261 §13.3.1.4, §15), and parties that vanish.
final class HangUpStories {
    private HangUpStories() {}

    static List<Story> all() {
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
}
