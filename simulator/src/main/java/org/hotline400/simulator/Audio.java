package org.hotline400.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.hotline400.media.Codec;
import org.hotline400.media.Disturbance;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.MediaEvent;
import org.hotline400.media.MediaPort;
import org.hotline400.media.StreamQuality;
import org.hotline400.media.StreamStatistics;
import org.hotline400.media.StreamTerms;
import org.hotline400.sip.sdp.Answer;
import org.hotline400.sip.sdp.AudioSession;
import org.hotline400.sip.sdp.AudioTerms;
import org.hotline400.sip.sdp.Negotiation;
import org.hotline400.sip.sdp.SdpException;

/// The audio of one call of a phone: its port, what was agreed, what it hears, the keys that arrive.
final class Audio implements AutoCloseable {
    private static final int MOST_KEYS = 1_000;

    private final Talk talk;
    private final Heard heard = new Heard();
    private final Deque<Character> keys = new ArrayDeque<>();
    private final MediaPort port;
    private final long sessionId = ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE);
    private long version = 1;
    private AudioSession ours;
    private boolean listening;

    Audio(MediaEngine engine, Talk talk) {
        this.talk = talk;
        this.port = engine.open(this::on);
        this.ours = wanted(Negotiation.offer(port.local(), talk.codecs()));
    }

    private void on(MediaEvent event) {
        switch (event) {
            case MediaEvent.KeyPressed(char key) -> take(key);
            case MediaEvent.Latched _, MediaEvent.Played _, MediaEvent.Silent _ -> {}
        }
    }

    private synchronized void take(char key) {
        if (keys.size() < MOST_KEYS) {
            keys.add(key);
            notifyAll();
        }
    }

    /// An answer keeps the offer's number for keys, unless this phone wants one of its own.
    private AudioSession withOwnKeys(AudioSession answer) {
        var own = talk.telephoneEvents();
        if (own.isEmpty() || answer.telephoneEvents().isEmpty()) {
            return answer.withoutTelephoneEvents();
        }
        return own.getAsInt() == Negotiation.TELEPHONE_EVENTS ? answer : answer.withTelephoneEvents(own.getAsInt());
    }

    private AudioSession wanted(AudioSession plain) {
        var some = plain.withPacketTime(talk.packetTime());
        return talk.telephoneEvents().isPresent()
                ? some.withTelephoneEvents(talk.telephoneEvents().getAsInt())
                : some.withoutTelephoneEvents();
    }

    /// Our offer as SDP.
    synchronized String offer() {
        return ours.toSdp(sessionId, version++);
    }

    /// A changed offer inside the call, as SDP.
    synchronized String reoffer(UnaryOperator<AudioSession> change) {
        var whole = wanted(Negotiation.reoffer(ours, port.local(), talk.codecs()));
        ours = change.apply(whole);
        return offer();
    }

    /// Answers an offer and starts to listen; empty when there is no codec in common or it cannot be read.
    synchronized Optional<String> answer(String offer) {
        try {
            return switch (Negotiation.answer(AudioSession.parse(offer), port.local(), talk.codecs())) {
                case Answer.Agreed(var answer, var terms) -> {
                    ours = withOwnKeys(answer).withPacketTime(talk.packetTime());
                    connect(terms.withTelephoneEvents(
                            ours.telephoneEvents().isPresent() ? terms.sendEvents() : OptionalInt.empty(),
                            ours.telephoneEvents()));
                    yield Optional.of(ours.toSdp(sessionId, version++));
                }
                case Answer.NoCommonCodec() -> Optional.empty();
            };
        } catch (SdpException unreadable) {
            return Optional.empty();
        }
    }

    /// Takes the answer to our offer and starts to listen; false when nothing was agreed.
    synchronized boolean accept(String answer) {
        try {
            var terms = Negotiation.terms(ours, AudioSession.parse(answer));
            terms.ifPresent(this::connect);
            return terms.isPresent();
        } catch (SdpException unreadable) {
            return false;
        }
    }

    private void connect(AudioTerms terms) {
        port.connect(new StreamTerms(
                terms.remote(),
                codec(terms),
                terms.sendEvents(),
                terms.receiveEvents(),
                terms.direction().sends(),
                terms.direction().receives(),
                terms.packetTime()));
        port.hearKeysInBand(terms.receiveEvents().isEmpty());
        if (!listening) {
            listening = true;
            port.listenTo(heard);
        }
    }

    private static Codec codec(AudioTerms terms) {
        return terms.codec().encoding().equals("PCMU") ? Codec.PCMU : Codec.PCMA;
    }

    void say(Voice voice) {
        port.play(voice.source());
    }

    void press(String these) {
        port.press(these);
    }

    void disturb(Disturbance disturbance) {
        port.disturb(disturbance);
    }

    Heard heard() {
        return heard;
    }

    /// The keys that arrived so far.
    synchronized String keys() {
        var text = new StringBuilder();
        keys.forEach(text::append);
        return text.toString();
    }

    /// Waits until so many keys arrived, at most until `deadline` (nanoTime).
    synchronized boolean awaitKeys(int count, long deadline) throws InterruptedException {
        while (keys.size() < count) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    StreamStatistics statistics() {
        return port.statistics();
    }

    StreamQuality quality() {
        return port.quality();
    }

    int port() {
        return port.local().getPort();
    }

    @Override
    public void close() {
        port.close();
    }
}
