package org.hotline400.server.telephony;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.media.MediaListener;
import org.hotline400.media.MediaPort;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipLeg;
import org.hotline400.sip.sdp.Answer;
import org.hotline400.sip.sdp.AudioSession;
import org.hotline400.sip.sdp.AudioTerms;
import org.hotline400.sip.sdp.Negotiation;
import org.hotline400.sip.sdp.SdpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The audio of one leg: its RTP port, and where both sides stand in offer and answer (RFC 3264). Used by the
/// call's own thread.
final class LegAudio implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LegAudio.class);

    private final AudioDesk desk;
    private final MediaPort port;
    /// The o= line stays the same for a dialog, but for its version, which is one more whenever anything else
    /// changed (RFC 3264 §8).
    private final long sessionId = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    private long version = 1;
    /// Whether this is a party that menus ask for keys.
    private boolean asked;

    private String written = "";
    private AudioSession ours;
    private @Nullable AudioTerms terms;
    private boolean awaitsAnswer;
    private boolean talks;
    private boolean hearsTones;

    /// What the peer lets through.
    enum Hold {
        /// It hears us.
        NONE,
        /// It wants nothing from us, but may send: its own music, an announcement.
        MAY_SEND,
        /// Nothing flows.
        SILENT
    }

    /// Opens a port for the caller, who presses keys in menus. Our description is a whole offer, until the
    /// peer's is answered.
    ///
    /// @throws org.hotline400.server.calls.PhoneFailedException when no port is left
    static LegAudio ofCaller(AudioDesk desk, MediaListener listener) {
        return new LegAudio(desk, true, listener);
    }

    /// The same for a target; looking for the tones of its keys would cost more than all the rest.
    static LegAudio ofTarget(AudioDesk desk, MediaListener listener) {
        return new LegAudio(desk, false, listener);
    }

    private LegAudio(AudioDesk desk, boolean asked, MediaListener listener) {
        this.desk = desk;
        this.asked = asked;
        this.port = desk.open(listener);
        this.ours = Negotiation.offer(desk.address(port), AudioDesk.FORMATS);
        this.awaitsAnswer = true;
    }

    MediaPort port() {
        return port;
    }

    /// Our offer, or our answer to the peer's, as it stands.
    String description() {
        var text = ours.toSdp(sessionId, version);
        if (!written.isEmpty() && !text.equals(written)) {
            text = ours.toSdp(sessionId, ++version);
        }
        written = text;
        return text;
    }

    /// Whether the answer to an offer of ours is still to come.
    boolean awaitsAnswer() {
        return awaitsAnswer;
    }

    /// Takes the peer's offer.
    ///
    /// @return false when there is no codec in common; then all stays as it was
    /// @throws SdpException when it cannot be read
    boolean answer(String offer) throws SdpException {
        return switch (Negotiation.answer(AudioSession.parse(offer), desk.address(port), AudioDesk.FORMATS)) {
            case Answer.Agreed(var answer, var agreed) -> {
                ours = answer;
                awaitsAnswer = false;
                agree(agreed);
                yield true;
            }
            case Answer.NoCommonCodec _ -> false;
        };
    }

    /// Takes the answer to our offer, however often it comes (183, then 200).
    ///
    /// @return false when nothing was agreed
    /// @throws SdpException when it cannot be read
    boolean accept(String answer) throws SdpException {
        var agreed = Negotiation.terms(ours, AudioSession.parse(answer));
        agreed.ifPresent(this::agree);
        awaitsAnswer = false;
        return agreed.isPresent();
    }

    /// Takes what came with an ACK: the answer, where the offer was ours.
    ///
    /// @return what is wrong with it; empty when nothing
    Optional<String> confirmed(Optional<String> answer) {
        if (!awaitsAnswer || answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return accept(answer.get()) ? Optional.empty() : Optional.of("The answer in the ACK has no codec we speak");
        } catch (SdpException e) {
            awaitsAnswer = false;
            return Optional.of("The answer in the ACK cannot be read: " + e.getMessage());
        }
    }

    /// Takes the answer to a description of ours that the stack offered again, to refresh the session (RFC
    /// 4028). One that cannot be used changes nothing.
    void refreshed(Optional<String> answer) {
        if (answer.isEmpty()) {
            return;
        }
        try {
            accept(answer.get());
        } catch (SdpException e) {
            log.debug("an answer to a refreshed session cannot be read: {}", e.getMessage());
        }
    }

    /// The peer wants the session changed (a new address, another codec, hold, resume) or only refreshed.
    void reoffered(LegEvent.Offered offered, SipLeg leg) {
        if (offered.sdp().isEmpty()) {
            // RFC 3261 §14.2: now the offer is ours. A whole one, so that a hold can end.
            ours = Negotiation.reoffer(ours, desk.address(port), AudioDesk.FORMATS);
            awaitsAnswer = true;
            leg.answerOffer(description());
            return;
        }
        try {
            if (answer(offered.sdp().get())) {
                leg.answerOffer(description());
            } else {
                leg.refuseOffer(488, "Not Acceptable Here");
            }
        } catch (SdpException _) {
            leg.refuseOffer(488, "Not Acceptable Here");
        }
    }

    /// Whether the peer holds, and how. The address 0.0.0.0 comes from equipment that is silent then.
    Hold hold() {
        if (terms == null || terms.direction().sends()) {
            return Hold.NONE;
        }
        var nowhere = terms.remote().getAddress().isAnyLocalAddress();
        return terms.direction().receives() && !nowhere ? Hold.MAY_SEND : Hold.SILENT;
    }

    private void agree(AudioTerms agreed) {
        // Also when it is the same again: the port looks whether the peer is still where it was.
        port.connect(AudioDesk.stream(agreed));
        if (agreed.equals(terms)) {
            return;
        }
        terms = agreed;
        hearTones();
    }

    /// Whether this party is asked for keys now.
    void asked(boolean on) {
        asked = on;
        hearTones();
    }

    /// Who talks with another party is asked for no keys: the other one hears them as they are.
    void talks(boolean on) {
        talks = on;
        hearTones();
    }

    /// A peer that knows no telephone events can press keys as tones only, or in INFO.
    private void hearTones() {
        var needed = asked && !talks && terms != null && terms.receiveEvents().isEmpty();
        if (needed != hearsTones) {
            hearsTones = needed;
            port.hearKeysInBand(needed);
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
