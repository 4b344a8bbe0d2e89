package org.hotline400.simulator;

import java.time.Duration;
import java.util.OptionalInt;

/// What a simulated phone does when it is called.
public sealed interface Behaviour {

    /// Rings (180) this long, then answers and talks.
    record Answers(Duration ringing, Talk talk) implements Behaviour {}

    /// Refuses with a final status.
    ///
    /// @param after rings this long first; zero refuses at once, without a 180
    /// @param q850 sent as `Reason: Q.850;cause=…`
    record Refuses(Duration after, int status, String phrase, OptionalInt q850) implements Behaviour {}

    /// Rings until the caller gives up.
    record NeverAnswers() implements Behaviour {}

    /// Gives no sign at all beyond `100 Trying`: no ringing, no answer, until the caller gives up.
    record NoProgress() implements Behaviour {}

    /// Rings, answers, talks — and after this long is gone: sends no audio and answers no message any more, not even
    /// a BYE, as a phone whose battery was pulled.
    record Vanishes(Duration ringing, Talk talk, Duration after) implements Behaviour {}

    /// Sends `183 Session Progress` with audio (early media) this long, then goes on otherwise.
    record Announces(Voice announcement, Duration length, Behaviour then) implements Behaviour {}

    static Behaviour answers(Voice voice) {
        return new Answers(Duration.ZERO, Talk.saying(voice));
    }

    static Behaviour answersAfter(Duration ringing, Voice voice) {
        return new Answers(ringing, Talk.saying(voice));
    }

    static Behaviour answers(Duration ringing, Talk talk) {
        return new Answers(ringing, talk);
    }

    static Behaviour busy() {
        return new Refuses(Duration.ZERO, 486, "Busy Here", OptionalInt.of(17));
    }

    static Behaviour declines() {
        return new Refuses(Duration.ZERO, 603, "Decline", OptionalInt.of(21));
    }

    static Behaviour notFound() {
        return new Refuses(Duration.ZERO, 404, "Not Found", OptionalInt.of(1));
    }

    static Behaviour refuses(int status, String phrase) {
        return new Refuses(Duration.ZERO, status, phrase, OptionalInt.empty());
    }

    static Behaviour neverAnswers() {
        return new NeverAnswers();
    }
}
