package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The phone port: one call as its plan sees it, through verbs that block until they are done. A plan reads
/// like a story: `phone.answer(); phone.ask(menu, …); phone.dial(branch); phone.talk(…)`.
///
/// Used by one thread, the call's own. Every verb is bounded in time. Whichever verb is under way when the
/// caller hangs up throws [CallerGoneException]; one that the platform or the network fails throws
/// [PhoneFailedException]. After [#hangUp] no verb may follow. Only [#talk] and [#takeMessage] tell of a caller
/// who hangs up in their result; a verb after that throws, too.
public interface Phone {
    /// How many targets may ring at once.
    int MOST_AT_ONCE = 10;

    /// What is known of the call before anything happens to it.
    IncomingCall call();

    /// The time, from the clock this phone lives by (real, or virtual in a rehearsal).
    Instant now();

    /// From now on the call lasts no longer than is paid for. Whichever verb waits looks in time, lets both
    /// sides hear a tone near the end, and throws [FundsExhaustedException] at it; only [#talk] tells it in its
    /// result.
    void limitBy(PaidTime paid);

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

    /// Plays an announcement and collects the keys of a number: until there are as many as may be, the
    /// terminator, or a pause. The first key cuts the announcement short; keys that were pressed ahead count.
    /// Answers the call first.
    Collected collect(Announcement announcement, CollectTerms terms);

    /// Rings one target and returns when it answered (and accepted, where `order.acceptance()` wants that) or
    /// will not. Meanwhile an unanswered caller hears the far ringing (180; or `order.ringback()`; or the far
    /// early media where `order.letEarlyMediaThrough()`), an answered one the ringback tone or
    /// `order.ringback()`. When it returns [DialOutcome.Reached] the target has answered and waits: [#talk]
    /// must follow. May be called again after a talk.
    DialOutcome dial(DialOrder order);

    /// Rings several targets at once. The first that answers (and accepts, where its order wants that; the
    /// others ring on until then) is reached; all others are let go, whatever they do in the same moment: no
    /// target but that one stays connected. Each order has its own times and its own outcome. Else as [#dial];
    /// the caller hears the first `ringback()` there is, and early media are not let through.
    ///
    /// @param orders 1 to [#MOST_AT_ONCE]
    /// @throws CallerGoneException with what became of each, [CallerGoneException#rung]
    DialledAll dialAll(List<DialOrder> orders);

    /// Connects caller and the target just reached (answering the caller first when it is not yet) until one
    /// hangs up, goes silent, or time is up. While one of them holds and sends nothing the other hears music.
    ///
    /// The target is gone when it returns. The caller, unless it was he who left, is still there, in silence,
    /// and any verb may follow, until [#hangUp]: questions about the talk, a message, another [#dial] and talk.
    /// The recording of the talk has ended with it.
    TalkEnd talk(TalkTerms terms);

    /// Tells the caller that the conversation will be recorded, as [#play] does, and lets him object: from the
    /// first word of the notice until the end of the talk (and again from the dialling to the end of a later
    /// one), whenever he is asked for no keys, pressing `objection` means that nothing is recorded any more in
    /// this call. What was taken of the talk under way is deleted at once; the recording of an earlier talk
    /// stays.
    ///
    /// Before the answer a key counts where the caller's network passes it on. The target hears it, too.
    ///
    /// @param objection empty: he cannot object; a notice played before no longer lets him, either
    void announceRecording(Announcement notice, Optional<Character> objection);

    /// Starts the recording of the talk that follows, or is about to (both sides, until the talk ends). The
    /// caller has been told so. Does nothing while one is under way, or when the caller has objected. One talk,
    /// one recording: for a second talk it must be called again.
    void record(RecordingOrder order);

    /// What became of the recordings that [#record] was to make. May be asked at any time, after [#hangUp] too.
    Recorded recorded();

    /// Records what the caller says after a tone, until a stop key, silence or the limit: a voicemail, or what
    /// he has to say in a survey. Answers the call first. Unless the caller hung up any verb may follow.
    VoicemailOutcome takeMessage(VoicemailOrder order);

    /// Keeps the caller company while something is done. Who can hear hears `hold`, over and over, once it
    /// takes more than a second and a half; who is not yet answered hears it ring (180). When the caller hangs
    /// up, or the time is over, the work is interrupted.
    ///
    /// @return what it came to; empty when it took longer than `atMost`
    <T> Optional<T> whileDoing(Errand<T> errand, Duration atMost, Announcement hold);

    /// How well each leg's audio goes: the caller's, then those of the targets talked to, without those where
    /// none flowed. May be asked at any time, after [#hangUp] too.
    List<LegQuality> quality();

    /// Ends the call: a BYE, or before the answer the final response that fits the cause. Never throws;
    /// idempotent.
    void hangUp(HangUp cause);
}
