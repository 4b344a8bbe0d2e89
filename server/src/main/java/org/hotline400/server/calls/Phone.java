package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The phone port: one call as its plan sees it, through verbs that block until they are done. A plan reads
/// like a story: `phone.answer(); phone.ask(menu, …); phone.dial(branch); phone.talk(…)`.
///
/// Used by one thread, the call's own. Every verb is bounded in time. Whichever verb is under way when the
/// caller hangs up throws [CallerGoneException]; one that the platform or the network fails throws
/// [PhoneFailedException]. After [#hangUp] no verb may follow.
public interface Phone {

    /// What is known of the call before anything happens to it.
    IncomingCall call();

    /// The time, from the clock this phone lives by (real, or virtual in a rehearsal).
    Instant now();

    /// Lets the caller hear ringing: 180. Does nothing when it rings already or is answered.
    void ring();

    /// Answers: 200, audio both ways. Does nothing when answered already.
    void answer();

    /// Plays an announcement to its end. Before the answer it is early media (183): the caller hears it and is
    /// not charged.
    void play(Announcement announcement);

    /// Plays an announcement and waits for one key; a key pressed while it plays cuts it short (barge-in).
    /// Answers the call first.
    ///
    /// @param patience how long to wait after the announcement's end
    Keypress ask(Announcement announcement, Duration patience);

    /// Rings one target and returns when it answered or will not. Meanwhile an unanswered caller hears the far
    /// ringing (180, or its early media where `order.letEarlyMediaThrough()`), an answered one the ringback
    /// tone. When it returns [DialOutcome.Reached] the target has answered and waits: [#talk] must follow.
    DialOutcome dial(DialOrder order);

    /// Connects caller and the target just reached (answering the caller first when it is not yet) until one
    /// hangs up, goes silent, or time is up. While one of them holds and sends nothing the other hears music.
    TalkEnd talk(TalkTerms terms);

    /// Starts the call's recording (both sides, until the call ends). The caller has been told so. At most once
    /// a call.
    void record(RecordingOrder order);

    /// Records what the caller says after a tone, until a stop key, silence or the limit. Answers the call
    /// first.
    VoicemailOutcome takeMessage(VoicemailOrder order);

    /// How well each leg's audio goes: the caller's, then those of the targets talked to, without those where
    /// none flowed. May be asked at any time, after [#hangUp] too.
    List<LegQuality> quality();

    /// Ends the call: a BYE, or before the answer the final response that fits the cause. Never throws;
    /// idempotent.
    void hangUp(HangUp cause);
}
