package org.hotline400.server.interop;

import java.time.Duration;

/// The call that all these tests place: to the school, 1 for Beijing, 2 for the middle school.
final class SchoolCall {
    static final String NUMBER = "4008888888";

    /// Where it leads.
    static final String BRANCH = "01066660012";

    /// The welcome takes 3.7 s; after it the first menu is heard, and pressing a key cuts it short.
    static final Duration WELCOME = Duration.ofMillis(4200);

    /// From one menu into the next.
    static final Duration THINKING = Duration.ofSeconds(1);

    /// After the second key: "connecting" and the recording notice, 8.6 s together, and the ringing.
    static final Duration CONNECTING = Duration.ofSeconds(11);

    private SchoolCall() {}

    /// A caller who listens and chooses; add what is said once the branch is there.
    static PhoneTrack track() {
        return new PhoneTrack()
                .silence(WELCOME)
                .key('1')
                .silence(THINKING)
                .key('2')
                .silence(CONNECTING);
    }
}
