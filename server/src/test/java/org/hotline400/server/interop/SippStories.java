package org.hotline400.server.interop;

import static org.hotline400.server.interop.SippScript.caller;
import static org.hotline400.server.interop.StoryParts.A_MOMENT;
import static org.hotline400.server.interop.StoryParts.answeringUntilBye;
import static org.hotline400.server.interop.StoryParts.talkingThenBye;
import static org.hotline400.server.interop.TestPlans.DIRECT;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What callers and called phones do to a server, good and bad.
final class SippStories {
    private SippStories() {}

    /// Those that take longest first.
    static List<Story> all() {
        return Stream.of(HangUpStories.all(), CancelStories.all(), ChangeStories.all(), TargetStories.all(), asking())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Story> asking() {
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

    /// A call as it should be.
    static Story plain(Duration talk) {
        return Story.of("a plain call", DIRECT, talkingThenBye(talk))
                .meets(answeringUntilBye(A_MOMENT, Duration.ofSeconds(80)))
                .ends("completed", "caller");
    }
}
