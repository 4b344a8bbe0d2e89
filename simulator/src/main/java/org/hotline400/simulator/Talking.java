package org.hotline400.simulator;

/// What a phone does once a call is answered, whichever side placed it.
final class Talking {
    private Talking() {}

    /// Speaks and presses keys at once, and hangs up when its time has come.
    static void start(Call call, Talk talk) {
        call.say(talk.voice());
        if (!talk.keys().isEmpty()) {
            call.press(talk.keys());
        }
        talk.length()
                .ifPresent(length -> Thread.ofVirtual().name("talk-", 0).start(() -> {
                    try {
                        if (!call.endsWithin(length)) {
                            call.hangUp();
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }
}
