package org.hotline400.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline400.media.Disturbance;
import org.hotline400.media.StreamQuality;
import org.hotline400.media.StreamStatistics;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.SipLeg;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.sdp.AudioFormat;
import org.hotline400.sip.sdp.Direction;

/// One call as the phone that takes part in it sees it. Verbs may be called from any thread; every wait takes a
/// bound.
public final class Call {
    private final SipLeg leg;
    private final Audio audio;
    private final InstantSource clock;
    private final CompletableFuture<Instant> ringing = new CompletableFuture<>();
    private final CompletableFuture<Instant> answered = new CompletableFuture<>();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();

    Call(SipLeg leg, Audio audio, InstantSource clock) {
        this.leg = leg;
        this.audio = audio;
        this.clock = clock;
    }

    // --- what the phone does ---

    /// Presses keys, one after the other (RFC 4733).
    public void press(String keys) {
        audio.press(keys);
    }

    /// Says something else from now on.
    public void say(Voice voice) {
        audio.say(voice);
    }

    /// Holds the other side, by a re-INVITE.
    ///
    /// @param direction SENDONLY or INACTIVE; this phone goes on to say what it says under SENDONLY
    public void hold(Direction direction) {
        leg.offer(audio.reoffer(offer -> offer.withDirection(direction)));
    }

    /// Holds the other side the old way: its audio is to go to 0.0.0.0.
    public void holdTheOldWay() {
        var nowhere = new InetSocketAddress("0.0.0.0", audio.port());
        leg.offer(audio.reoffer(offer -> offer.withRtp(nowhere)));
    }

    /// Ends the hold.
    public void resume() {
        leg.offer(audio.reoffer(offer -> offer));
    }

    /// Wants another codec from now on.
    public void use(AudioFormat codec) {
        leg.offer(audio.reoffer(offer -> offer.withFormats(List.of(codec))));
    }

    /// Presses a key in SIP INFO, as older equipment does.
    ///
    /// @param contentType `application/dtmf-relay` or `application/dtmf`
    public void pressInInfo(char key, String contentType) {
        var body = contentType.endsWith("relay") ? "Signal=" + key + "\r\nDuration=160\r\n" : String.valueOf(key);
        leg.info(contentType, body);
    }

    /// Sends nothing any more, neither audio nor reports; what the other side says is still heard. The
    /// signalling goes on.
    public void goSilent() {
        audio.disturb(new Disturbance(1, Duration.ZERO, Duration.ZERO, 0));
    }

    /// Ends the call in whatever state it is: BYE; before the answer the caller cancels, the called phone
    /// declines.
    public void hangUp() {
        leg.end(answered.isDone() ? EndReason.normal() : beforeTheAnswer());
    }

    /// Ends an answered call with a BYE that gives a cause.
    ///
    /// @param q850 ITU-T Q.850, 1 to 127
    public void hangUp(int q850) {
        leg.end(EndReason.of(200, q850, "Cause " + q850));
    }

    private EndReason beforeTheAnswer() {
        return switch (leg) {
            case OutgoingLeg _ -> new EndReason(487, OptionalInt.empty(), "Given up by the caller");
            case IncomingLeg _ -> EndReason.of(603, 21, "Decline");
        };
    }

    /// Makes what this phone sends suffer on its way.
    public void disturb(Disturbance disturbance) {
        audio.disturb(disturbance);
    }

    // --- what is known ---

    public String callId() {
        return leg.callId();
    }

    /// The INVITE, as received or sent.
    public SipRequest invite() {
        return leg.invite();
    }

    public Heard heard() {
        return audio.heard();
    }

    /// The keys that arrived from the other side.
    public String keys() {
        return audio.keys();
    }

    public StreamStatistics statistics() {
        return audio.statistics();
    }

    /// How well the audio goes, as this phone sees it.
    public StreamQuality quality() {
        return audio.quality();
    }

    public Optional<Instant> ringingAt() {
        return Optional.ofNullable(ringing.getNow(null));
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answered.getNow(null));
    }

    /// How it ended; empty while it goes on.
    public Optional<Ending> ending() {
        return Optional.ofNullable(ended.getNow(null));
    }

    // --- waiting ---

    /// Waits for the first 180 or 183.
    ///
    /// @throws CallOverException when the call ends first
    /// @throws TookTooLongException when neither happens within `bound`
    public Call awaitRinging(Duration bound) throws InterruptedException {
        await(ringing, "ringing", bound);
        return this;
    }

    /// Waits for the answer; throws as [#awaitRinging] does.
    public Call awaitAnswered(Duration bound) throws InterruptedException {
        await(answered, "answered", bound);
        return this;
    }

    /// Waits for the end.
    ///
    /// @throws TookTooLongException when it goes on beyond `bound`
    public Ending awaitEnded(Duration bound) throws InterruptedException {
        if (!endsWithin(bound)) {
            throw new TookTooLongException("the call goes on after " + bound.toMillis() + " ms; " + state());
        }
        return ended.join();
    }

    /// Waits until the other side has pressed so many keys.
    ///
    /// @return all keys so far
    public String awaitKeys(int count, Duration bound) throws InterruptedException {
        if (!audio.awaitKeys(count, System.nanoTime() + bound.toNanos())) {
            throw new TookTooLongException(
                    "only the keys \"" + keys() + "\" within " + bound.toMillis() + " ms, waited for " + count);
        }
        return keys();
    }

    /// Whether the call is over, or ends within this time.
    public boolean endsWithin(Duration time) throws InterruptedException {
        try {
            ended.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(CompletableFuture<Instant> awaited, String what, Duration bound) throws InterruptedException {
        try {
            CompletableFuture.anyOf(awaited, ended).get(bound.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new TookTooLongException(
                    "the call was not " + what + " within " + bound.toMillis() + " ms; " + state());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (!awaited.isDone()) {
            throw new CallOverException(what, ended.join());
        }
    }

    private String state() {
        return "rang at " + ringing.getNow(null) + ", answered at " + answered.getNow(null);
    }

    // --- what happened, told by the one who leads the leg ---

    SipLeg leg() {
        return leg;
    }

    Audio audio() {
        return audio;
    }

    void rang() {
        ringing.complete(clock.instant());
    }

    void wasAnswered() {
        answered.complete(clock.instant());
    }

    void over(LegEvent.Ended event) {
        over(new Ending(
                clock.instant(),
                event.by(),
                event.reason().status(),
                event.reason().q850(),
                event.reason().text()));
    }

    /// Closes the audio before it tells: whoever waited finds the port given back.
    void over(Ending ending) {
        audio.close();
        ended.complete(ending);
    }

    Instant now() {
        return clock.instant();
    }
}
