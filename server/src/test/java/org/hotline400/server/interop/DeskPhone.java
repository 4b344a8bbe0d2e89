package org.hotline400.server.interop;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/// A SIP phone of somebody else, without sound card: it says one tone all the time and keeps what it hears.
interface DeskPhone extends AutoCloseable {

    /// Calls this URI.
    void dial(String uri) throws IOException;

    /// Sends a key as a telephone event (RFC 4733) in its call.
    void press(char key) throws IOException;

    /// Waits until it rings, and answers.
    void accept(Duration atMost) throws IOException;

    void hangUp() throws IOException;

    /// Waits until its call is over.
    void awaitOver(Duration atMost);

    /// What it has heard in its call up to now, 8,000 samples a second.
    short[] heard() throws IOException;

    /// What it printed, for the story of a failure.
    String output();

    @Override
    void close() throws IOException;

    /// Waits until it has heard something, whatever it was, for this long.
    default void awaitHeard(Duration audio, Duration atMost) {
        Awaitility.await(this + " hears " + audio).atMost(atMost).until(() -> heard().length >= audio.toMillis() * 8);
    }

    /// Waits until it has heard this tone and nothing else for so many tenths of a second.
    default void awaitTone(int hz, int tenths, Duration atMost) {
        Awaitility.await(this + " hears " + hz + " Hz").atMost(atMost).until(() -> Ear.tenthsOf(heard(), hz) >= tenths);
    }
}
