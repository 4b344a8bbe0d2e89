package org.hotline400.server.telephony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.hotline400.media.Clip;
import org.hotline400.media.MediaPort;
import org.hotline400.media.Tones;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.CollectTerms;
import org.hotline400.server.calls.Collected;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.DialledAll;
import org.hotline400.server.calls.Errand;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.IncomingCall;
import org.hotline400.server.calls.Keypress;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.server.calls.PaidTime;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.Recorded;
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

    private final Arrival arrival;
    private final IncomingCall call;
    private final IncomingLeg leg;
    private final CallSignals signals;
    private final PhoneEquipment equipment;
    private final Attention attention;
    private final Announcer announcer;
    private @Nullable CallerSide caller;
    private final Counterpart counterpart = new Counterpart();
    private final TalkRecording recording = new TalkRecording();
    private boolean over;
    /// The Q.850 cause with which the caller hung up, to be carried on to the target.
    private OptionalInt callersCause = OptionalInt.empty();

    SipPhone(Arrival arrival, PhoneEquipment equipment) {
        this.arrival = arrival;
        this.call = arrival.call();
        this.leg = arrival.leg();
        this.signals = arrival.signals();
        this.equipment = equipment;
        this.attention = new Attention(signals, this::caller, this::callerGone, recording::objects);
        this.announcer = new Announcer(equipment.prompts(), attention);
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
    public void limitBy(PaidTime paid) {
        attention.mind(new Fare(paid, this::now, this::warn));
    }

    /// Lets both sides hear that the call is about to be cut off.
    private void warn() {
        if (caller().audible()) {
            port().interject(Tones.warning());
        }
        counterpart.side().ifPresent(side -> side.port().interject(Tones.warning()));
    }

    @Override
    public void ring() {
        callerIsThere();
        caller().ring();
    }

    void ringUnlessAudible() {
        if (!caller().audible()) {
            caller().ring();
        }
    }

    /// Returns when the caller has acknowledged: a CANCEL that crosses our 200 counts as the caller's, and the
    /// call as never answered.
    @Override
    public void answer() {
        callerIsThere();
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
        callerIsThere();
        counterpart.forgetCause();
        caller().openEarlyMedia();
        if (caller().audible()) {
            announcer.play(caller(), announcement);
        }
    }

    @Override
    public Keypress ask(Announcement announcement, Duration patience) {
        return asking(() -> {
            announcer.playUntilKey(caller(), announcement);
            attention.awaitKey(Deadline.in(patience));
            return attention.nextKey().<Keypress>map(Keypress.Pressed::new).orElseGet(Keypress.Nothing::new);
        });
    }

    @Override
    public Collected collect(Announcement announcement, CollectTerms terms) {
        return asking(() -> {
            announcer.playUntilKey(caller(), announcement);
            return new Collecting(attention, terms).collect();
        });
    }

    /// What the caller presses meanwhile answers a question.
    private <T> T asking(Supplier<T> question) {
        counterpart.forgetCause();
        answer();
        recording.keysAreAnswers(true);
        try {
            return question.get();
        } finally {
            recording.keysAreAnswers(false);
        }
    }

    Clip clip(Announcement announcement) {
        return announcer.clip(announcement);
    }

    /// How long a party may send nothing at all.
    Duration silence() {
        return equipment.desk().silence();
    }

    @Override
    public DialOutcome dial(DialOrder order) {
        try {
            return ring(List.of(order)).rung().getFirst().outcome();
        } catch (CallerGoneException gone) {
            throw gone.rung().isEmpty()
                    ? gone
                    : new CallerGoneException(
                            String.valueOf(gone.getMessage()),
                            gone.rung().getFirst().outcome().signalling());
        }
    }

    @Override
    public DialledAll dialAll(List<DialOrder> orders) {
        if (orders.isEmpty() || orders.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_AT_ONCE + " targets can ring at once, was " + orders.size());
        }
        return ring(orders);
    }

    private DialledAll ring(List<DialOrder> orders) {
        callerIsThere();
        counterpart.release(callersCause);
        counterpart.forgetCause();
        recording.talkToCome();
        // The number that was dialled is the same for all targets.
        var facts = CallFacts.of(arrival, orders.getFirst().via(), equipment.home());
        var dialler = new Dialler(new DialTools(this, equipment, signals, facts), orders);
        var dialled = dialler.ring();
        dialler.reached()
                .ifPresent(side -> dialled.reached()
                        .ifPresent(rung ->
                                counterpart.reached(side, rung.order().target().text())));
        return dialled;
    }

    @Override
    public TalkEnd talk(TalkTerms terms) {
        var target = counterpart
                .side()
                .orElseThrow(() -> new IllegalStateException("talk must follow a dial that reached somebody"));
        try {
            answer();
            attention.forgetKeys();
            return new Conversation(this, caller(), target).go(terms);
        } finally {
            recording.talkOver();
            counterpart.release(callersCause);
            attention.forgetKeys();
            keepCaller();
        }
    }

    /// After a talk the caller is alone with us again.
    private void keepCaller() {
        if (!over && caller().audible()) {
            port().play(Quiet.forever());
            port().expect(silence());
        }
    }

    @Override
    public void announceRecording(Announcement notice, Optional<Character> objection) {
        recording.announced(objection);
        play(notice);
    }

    @Override
    public void record(RecordingOrder order) {
        callerIsThere();
        if (!recording.isWanted()) {
            return;
        }
        try {
            recording.start(port(), open(order, RecordingKind.CONVERSATION));
        } catch (CallerGoneException | PhoneFailedException gone) {
            throw gone;
        } catch (IOException | RuntimeException e) {
            // The conversation matters more than its recording.
            recording.failed();
            log.error("Call {} goes on without its recording: {}", call.id(), e.toString());
        }
    }

    @Override
    public Recorded recorded() {
        return recording.state();
    }

    /// Whether the caller may object to the recording by a key now.
    boolean mayObject() {
        return recording.mayObject();
    }

    @Override
    public VoicemailOutcome takeMessage(VoicemailOrder order) {
        return asking(() -> {
            attention.forgetKeys();
            try {
                return new MessageTaking(this, signals, port())
                        .take(order, open(order.recording(), RecordingKind.VOICEMAIL));
            } catch (IOException e) {
                throw new PhoneFailedException(HangUp.PLATFORM_FAILURE, "the message cannot be stored: " + e, e);
            }
        });
    }

    @Override
    public <T> Optional<T> whileDoing(Errand<T> errand, Duration atMost, Announcement hold) {
        callerIsThere();
        return new Company(this, signals, clip(hold)::looped).whileDoing(errand, atMost);
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
        legs.addAll(counterpart.quality());
        legs.removeIf(leg -> !leg.flowed());
        return legs;
    }

    @Override
    public void hangUp(HangUp cause) {
        try {
            counterpart.release(callersCause);
        } finally {
            recording.talkOver();
            endCaller(cause);
        }
    }

    private void endCaller(HangUp cause) {
        if (over) {
            return;
        }
        over = true;
        if (caller != null) {
            caller.end(cause, counterpart.cause());
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

    private void callerGone(LegEvent.Ended ended) {
        over = true;
        callersCause = ended.reason().q850();
        recording.talkOver();
        if (caller != null) {
            caller.ended();
        }
    }

    private void callerIsThere() {
        if (over) {
            throw new CallerGoneException("the call is over");
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
