package org.hotline400.server.telephony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hotline400.media.Clip;
import org.hotline400.media.MediaEvent;
import org.hotline400.media.MediaPort;
import org.hotline400.media.Playback;
import org.hotline400.media.Recording;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.CallerGoneException;
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
    private static final int KEYS_AHEAD = 32;
    private static final Duration ACK_TIME = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Arrival arrival;
    private final IncomingCall call;
    private final IncomingLeg leg;
    private final CallSignals signals;
    private final PhoneEquipment equipment;
    private final Deque<Character> keysAhead = new ArrayDeque<>();
    private @Nullable CallerSide caller;
    private @Nullable Reached reached;
    private final List<LegQuality> talks = new ArrayList<>();
    private @Nullable Recording recording;
    private boolean over;
    private boolean confirmed;

    /// @param target as in the plan
    private record Reached(TargetSide side, String target) {}

    SipPhone(Arrival arrival, PhoneEquipment equipment) {
        this.arrival = arrival;
        this.call = arrival.call();
        this.leg = arrival.leg();
        this.signals = arrival.signals();
        this.equipment = equipment;
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
        attendWhatWaits();
        side.answer();
        var deadline = Deadline.in(ACK_TIME);
        while (!confirmed && await(deadline).isPresent()) {
            // Every signal that matters here is dealt with while awaiting.
        }
        side.port().expect(silence());
    }

    private void attendWhatWaits() {
        var now = Deadline.in(Duration.ZERO);
        while (await(now).isPresent()) {
            // Attended to.
        }
    }

    @Override
    public void play(Announcement announcement) {
        caller().openEarlyMedia();
        if (caller().audible()) {
            var clip = clip(announcement);
            awaitPlayed(caller().port().play(clip.source()), clip.length(), false);
            caller().port().play(Quiet.forever());
        }
    }

    @Override
    public Keypress ask(Announcement announcement, Duration patience) {
        answer();
        if (keysAhead.isEmpty()) {
            var clip = clip(announcement);
            awaitPlayed(caller().port().play(clip.source()), clip.length(), true);
            caller().port().play(Quiet.forever());
        }
        var deadline = Deadline.in(patience);
        while (keysAhead.isEmpty() && await(deadline).isPresent()) {
            // A key lands in keysAhead while awaiting.
        }
        var key = keysAhead.poll();
        return key == null ? new Keypress.Nothing() : new Keypress.Pressed(key);
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
        while (!untilKey || keysAhead.isEmpty()) {
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
            keysAhead.clear();
            return new Conversation(this, caller(), target.side()).go(terms);
        } finally {
            release();
            keysAhead.clear();
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
        answer();
        keysAhead.clear();
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
            caller.end(cause);
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
            reached.side().close();
            reached = null;
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
        return Optional.ofNullable(keysAhead.poll());
    }

    /// The next signal, or empty at the deadline. What concerns every verb is dealt with here: the caller's
    /// end, a new offer, keys.
    ///
    /// @throws CallerGoneException when the caller hung up
    Optional<Signal> await(Deadline deadline) {
        var signal = signals.next(deadline);
        signal.ifPresent(this::attend);
        return signal;
    }

    private void attend(Signal signal) {
        switch (signal) {
            case Signal.FromCaller(var event) -> attendCaller(event);
            case Signal.CallerAudio(MediaEvent.KeyPressed(char key)) -> keep(key);
            case Signal.CallerAudio(MediaEvent.Silent(var since)) ->
                throw new PhoneFailedException(
                        HangUp.CALLER_SILENT, "nothing came from the caller for " + since.toSeconds() + " s");
            case Signal.FromTarget(var target, LegEvent.Offered offered) -> target.reoffered(offered);
            case Signal.FromTarget(var target, LegEvent.Confirmed(var sdp)) -> target.confirmed(sdp);
            case Signal.FromTarget(var target, LegEvent.OfferAnswered(var message)) ->
                target.audio().refreshed(message.sdp());
            case Signal.FromTarget(var target, LegEvent.Ended _) -> target.ended();
            case Signal.FromTarget(var target, LegEvent.Rejected _) -> target.ended();
            case Signal.FromTarget _, Signal.CallerAudio _, Signal.TargetAudio _, Signal.MessageOver _ -> {}
        }
    }

    private void attendCaller(LegEvent event) {
        switch (event) {
            case LegEvent.Ended ended -> callerEnded(ended);
            case LegEvent.Offered offered -> caller().reoffered(offered);
            case LegEvent.Confirmed confirmation -> {
                confirmed = true;
                caller().confirmed(confirmation.sdp());
            }
            case LegEvent.OfferAnswered(var message) -> caller().audio().refreshed(message.sdp());
            case LegEvent.Informed info ->
                InfoKey.read(info.contentType(), info.body()).ifPresent(this::keep);
            case LegEvent.Progress _, LegEvent.Answered _, LegEvent.Rejected _, LegEvent.OfferRefused _ -> {}
        }
    }

    private void callerEnded(LegEvent.Ended ended) {
        over = true;
        stopRecording();
        if (caller != null) {
            caller.ended();
        }
        if (ended.by() == LegEvent.Side.NETWORK) {
            throw new PhoneFailedException(
                    HangUp.CARRIER_FAILURE,
                    "the caller's leg broke: " + ended.reason().text());
        }
        throw new CallerGoneException(ended.reason().text());
    }

    private void keep(char key) {
        if (keysAhead.size() < KEYS_AHEAD) {
            keysAhead.add(key);
        }
    }

    MediaPort port() {
        return caller().port();
    }
}
