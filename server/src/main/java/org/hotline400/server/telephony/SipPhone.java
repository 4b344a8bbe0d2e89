package org.hotline400.server.telephony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.media.Clip;
import org.hotline400.media.MediaPort;
import org.hotline400.media.Playback;
import org.hotline400.media.Recording;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.IncomingCall;
import org.hotline400.server.calls.Keypress;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.RecordingOrder;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.server.calls.VoicemailOrder;
import org.hotline400.server.calls.VoicemailOutcome;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A call on real SIP and RTP. Its verbs run on the call's own thread and wait at its mailbox; the loops only
/// drop signals there.
final class SipPhone implements Phone, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SipPhone.class);
    private static final Duration ACK_TIME = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Arrival arrival;
    private final IncomingCall call;
    private final IncomingLeg leg;
    private final CallSignals signals;
    private final PhoneEquipment equipment;
    private final Attention attention;
    private @Nullable CallerSide caller;
    private @Nullable Reached reached;
    private final List<LegQuality> talks = new ArrayList<>();
    private @Nullable Recording recording;
    private boolean over;
    /// The Q.850 causes with which one side hung up, to be carried on to the other.
    private OptionalInt callersCause = OptionalInt.empty();

    private OptionalInt targetsCause = OptionalInt.empty();

    /// @param target as in the plan
    private record Reached(TargetSide side, String target) {}

    SipPhone(Arrival arrival, PhoneEquipment equipment) {
        this.arrival = arrival;
        this.call = arrival.call();
        this.leg = arrival.leg();
        this.signals = arrival.signals();
        this.equipment = equipment;
        this.attention = new Attention(signals, this::caller, this::callerGone);
    }

    @Override
    public IncomingCall call() {
        return call;
    }

    /// What a phone of an enterprise calls in its own house; empty for a call to a 400 number.
    Optional<Arrival.InsideCall> inside() {
        return arrival.inside();
    }

    @Override
    public Instant now() {
        return equipment.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void ring() {
        caller().ring();
    }

    /// Returns when the caller has acknowledged: a CANCEL that crosses our 200 counts as the caller's, and the
    /// call as never answered.
    @Override
    public void answer() {
        var side = caller();
        if (side.answered()) {
            return;
        }
        attention.catchUp();
        side.answer();
        attention.awaitConfirmed(Deadline.in(ACK_TIME));
        side.port().expect(silence());
    }

    @Override
    public void play(Announcement announcement) {
        targetsCause = OptionalInt.empty();
        caller().openEarlyMedia();
        if (caller().audible()) {
            var clip = clip(announcement);
            awaitPlayed(caller().port().play(clip.source()), clip.length(), false);
            caller().port().play(Quiet.forever());
        }
    }

    @Override
    public Keypress ask(Announcement announcement, Duration patience) {
        targetsCause = OptionalInt.empty();
        answer();
        if (!attention.hasKey()) {
            var clip = clip(announcement);
            awaitPlayed(caller().port().play(clip.source()), clip.length(), true);
            caller().port().play(Quiet.forever());
        }
        attention.awaitKey(Deadline.in(patience));
        return nextKey().<Keypress>map(Keypress.Pressed::new).orElseGet(Keypress.Nothing::new);
    }

    Clip clip(Announcement announcement) {
        var clips = new ArrayList<Clip>();
        for (var name : announcement.prompts()) {
            var prompt = equipment
                    .prompts()
                    .find(announcement.tenant(), name, announcement.language())
                    .orElseThrow(() -> new PhoneFailedException(
                            HangUp.PLAN_FAILURE, "there is no prompt \"" + name + "\": upload it or change the plan"));
            clips.add(Clip.of(prompt.samples()));
        }
        return Clip.sequence(clips);
    }

    private void awaitPlayed(Playback playback, Duration length, boolean untilKey) {
        var deadline = Deadline.in(length.plus(SLACK));
        while (!untilKey || !attention.hasKey()) {
            var signal = await(deadline);
            if (signal.isEmpty() || signal.get().isEndOf(playback)) {
                return;
            }
        }
    }

    /// How long a party may send nothing at all.
    Duration silence() {
        return equipment.desk().silence();
    }

    @Override
    public DialOutcome dial(DialOrder order) {
        release();
        targetsCause = OptionalInt.empty();
        var facts =
                new CallFacts(arrival.caller(), order.via(), Diversions.of(leg.invite()), equipment.home(), forwards());
        var dialler = new Dialler(this, equipment, signals, facts);
        var outcome = dialler.dial(order);
        reached = dialler.reached()
                .map(side -> new Reached(side, order.target().text()))
                .orElse(null);
        return outcome;
    }

    private int forwards() {
        return leg.invite()
                .header("Max-Forwards")
                .map(text -> Math.clamp(Integer.parseInt(text.strip()) - 1L, 1, 255))
                .orElse(70);
    }

    @Override
    public TalkEnd talk(TalkTerms terms) {
        var target = reached;
        if (target == null) {
            throw new IllegalStateException("talk must follow a dial that reached somebody");
        }
        try {
            answer();
            attention.forgetKeys();
            return new Conversation(this, caller(), target.side()).go(terms);
        } finally {
            release();
            attention.forgetKeys();
        }
    }

    @Override
    public void record(RecordingOrder order) {
        if (recording != null) {
            return;
        }
        try {
            recording = caller().port().record(open(order, RecordingKind.CONVERSATION));
        } catch (IOException e) {
            // The conversation matters more than its recording.
            log.error("Call {} goes on without its recording: {}", call.id(), e.toString());
        }
    }

    @Override
    public VoicemailOutcome takeMessage(VoicemailOrder order) {
        targetsCause = OptionalInt.empty();
        answer();
        attention.forgetKeys();
        try {
            return new MessageTaking(this, signals, caller().port())
                    .take(order, open(order.recording(), RecordingKind.VOICEMAIL));
        } catch (IOException e) {
            throw new PhoneFailedException(HangUp.PLATFORM_FAILURE, "the message cannot be stored: " + e, e);
        }
    }

    private OpenRecording open(RecordingOrder order, RecordingKind kind) throws IOException {
        var request = new RecordingRequest(call.id(), order.tenant(), order.number(), kind, order.retention(), now());
        return equipment.recordings().open(request);
    }

    @Override
    public List<LegQuality> quality() {
        var legs = new ArrayList<LegQuality>();
        if (caller != null) {
            legs.add(caller.quality());
        }
        legs.addAll(talks);
        if (reached != null) {
            legs.add(reached.side().quality(reached.target()));
        }
        legs.removeIf(leg -> !leg.flowed());
        return legs;
    }

    @Override
    public void hangUp(HangUp cause) {
        try {
            release();
        } finally {
            stopRecording();
            endCaller(cause);
        }
    }

    private void endCaller(HangUp cause) {
        if (over) {
            return;
        }
        over = true;
        if (caller != null) {
            caller.end(cause, targetsCause);
        } else {
            var refusal = Refusal.of(cause);
            leg.end(EndReason.of(refusal.status(), refusal.q850(), refusal.text()));
        }
    }

    /// Gives everything back, whatever way the call ended.
    @Override
    public void close() {
        try {
            hangUp(HangUp.NORMAL);
        } finally {
            if (caller != null) {
                caller.close();
            }
        }
    }

    private void release() {
        if (reached != null) {
            talks.add(reached.side().quality(reached.target()));
            targetsCause = reached.side().cause();
            try (var side = reached.side()) {
                callersCause.ifPresent(cause -> side.end(EndReason.of(200, cause, "The caller hung up")));
            }
            reached = null;
        }
    }

    private void callerGone(LegEvent.Ended ended) {
        over = true;
        callersCause = ended.reason().q850();
        stopRecording();
        if (caller != null) {
            caller.ended();
        }
    }

    private void stopRecording() {
        if (recording != null) {
            recording.stop();
        }
    }

    CallerSide caller() {
        if (caller == null) {
            caller = CallerSide.of(leg, equipment.desk(), signals);
        }
        return caller;
    }

    Optional<Character> nextKey() {
        return attention.nextKey();
    }

    /// The next signal, or empty at the deadline, attended to already ([Attention#await]).
    Optional<Signal> await(Deadline deadline) {
        return attention.await(deadline);
    }

    MediaPort port() {
        return caller().port();
    }
}
