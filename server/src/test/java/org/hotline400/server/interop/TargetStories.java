package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.interop.SippScript.branch;
import static org.hotline400.server.interop.SippScript.caller;
import static org.hotline400.server.interop.StoryParts.GIVEN_UP;
import static org.hotline400.server.interop.StoryParts.ringingUntilCancelled;
import static org.hotline400.server.interop.StoryParts.talkingThenBye;
import static org.hotline400.server.interop.TestPlans.DIRECT;

import java.time.Duration;
import java.util.List;

/// What the called side answers, or does not (RFC 3261 §13.2.2, §21, §22).
final class TargetStories {
    private TargetStories() {}

    static List<Story> all() {
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
}
