package org.hotline400.sip.internal.dialog;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// Our own offers and session refreshes inside one dialog, by re-INVITE (RFC 3261 §14.1) or UPDATE (RFC 3311 §5.1,
/// RFC 4028 §7.4): one at a time; glare and "come back later" are tried again; what cannot go now waits.
final class Reoffers {

    private static final int MOST_ATTEMPTS = 5;

    /// The longest Retry-After that we wait for, seconds: RFC 3261 §14.2 and RFC 3311 §5.2 say at most ten.
    private static final long LONGEST_RETRY = 32;

    private final Endpoint endpoint;
    private final Conversation talk;
    private final LegVoice voice;
    private @Nullable String wanted;
    private boolean refreshWanted;
    private @Nullable Reoffer current;
    private boolean resting;
    private boolean stopped;
    private int attempts;
    private Timer again = Timer.NONE;

    Reoffers(Endpoint endpoint, Conversation talk, LegVoice voice) {
        this.endpoint = endpoint;
        this.talk = talk;
        this.voice = voice;
    }

    /// Whether a re-INVITE of ours has no final response yet.
    boolean invited() {
        return current != null && current.isInvite();
    }

    /// Whether an offer of ours is on its way.
    boolean offered() {
        return current != null && current.sdp() != null;
    }

    /// An offer of the application that has not been answered yet; null when there is none.
    @Nullable
    String unanswered() {
        String sent = current != null && current.asked() ? current.sdp() : null;
        return wanted == null ? sent : wanted;
    }

    void offer(String sdp) {
        wanted = sdp;
        attempts = 0;
        next();
    }

    void refresh() {
        refreshWanted = true;
        next();
    }

    /// Sends what waits, when the dialog lets it.
    void next() {
        if (stopped || resting || current != null || (wanted == null && !refreshWanted)) {
            return;
        }
        Optional<String> method = talk.way(wanted != null);
        if (method.isPresent()) {
            send(method.get());
        }
    }

    private void send(String method) {
        String sdp = wanted;
        boolean asked = sdp != null;
        if (!asked && method.equals("INVITE")) {
            // A re-INVITE that only refreshes says again what holds (RFC 4028 §7.4).
            sdp = talk.exchange().ours();
        }
        wanted = null;
        refreshWanted = false;
        attempts++;
        if (sdp != null) {
            talk.exchange().weOffered(sdp);
        }
        var reoffer = new Reoffer(endpoint, talk.dialog(), this, method, sdp, asked);
        current = reoffer;
        reoffer.send(talk.timerHeaders());
    }

    /// The call is over.
    void stop() {
        stopped = true;
        wanted = null;
        again.cancel();
        if (current != null) {
            current.hurry();
        }
    }

    void accepted(Reoffer reoffer, WireResponse response) {
        current = null;
        attempts = 0;
        if (stopped) {
            return;
        }
        talk.refreshed(response, reoffer.timed());
        if (reoffer.sdp() != null) {
            talk.exchange().theyAnswered(response.sdp().orElse(null));
            voice.say(new LegEvent.OfferAnswered(response));
        }
        next();
    }

    void refused(Reoffer reoffer, WireResponse response) {
        settle(reoffer);
        if (stopped) {
            return;
        }
        long pause = retryAfter(response);
        switch (response.status()) {
            case 491 -> rest(reoffer, response, glarePause());
            case 405, 501 -> unknownMethod(reoffer, response);
            case 408, 481 ->
                goneFor(
                        reoffer,
                        new EndReason(response.status(), OptionalInt.of(41), "The peer no longer knows the call"));
            default -> {
                if (response.status() >= 500 && pause >= 0) {
                    rest(reoffer, response, pause);
                } else {
                    giveUp(reoffer, response.status(), response.phrase());
                }
            }
        }
    }

    /// No final response, or no way to the peer.
    void lost(Reoffer reoffer, EndReason reason) {
        settle(reoffer);
        if (!stopped) {
            goneFor(reoffer, reason);
        }
    }

    private void settle(Reoffer reoffer) {
        current = null;
        if (reoffer.sdp() != null) {
            talk.exchange().refused();
        }
    }

    private static long retryAfter(WireResponse response) {
        String value = response.first(HeaderId.RETRY_AFTER);
        if (value == null) {
            return -1;
        }
        String digits = value.split("[;( ]", 2)[0];
        long seconds = Numbers.read(digits);
        return seconds <= LONGEST_RETRY ? seconds * 1_000 : -1;
    }

    /// RFC 3261 §14.1: the owner of the Call-ID waits 2.1–4 s, the other 0–2 s (at the usual T1).
    private long glarePause() {
        long t1 = endpoint.surroundings().t1();
        return talk.callIdIsOurs()
                ? ThreadLocalRandom.current().nextLong(42 * t1 / 10, 8 * t1)
                : ThreadLocalRandom.current().nextLong(0, 4 * t1);
    }

    private void rest(Reoffer reoffer, WireResponse response, long pause) {
        if (attempts >= MOST_ATTEMPTS) {
            giveUp(reoffer, response.status(), response.phrase());
            return;
        }
        putBack(reoffer);
        resting = true;
        again = endpoint.surroundings().timers().after(pause, () -> {
            resting = false;
            next();
        });
    }

    private void putBack(Reoffer reoffer) {
        if (!reoffer.asked()) {
            refreshWanted = true;
        } else if (wanted == null) {
            wanted = reoffer.sdp();
        }
    }

    private void unknownMethod(Reoffer reoffer, WireResponse response) {
        // Who never described himself has nothing to refresh a session with by re-INVITE.
        boolean otherWay =
                !reoffer.isInvite() && (reoffer.asked() || talk.exchange().ours() != null);
        if (!otherWay) {
            giveUp(reoffer, response.status(), response.phrase());
        } else {
            talk.dialog().forgetUpdate();
            putBack(reoffer);
            next();
        }
    }

    /// RFC 3261 §12.2.1.2: a dialog that the peer does not know, or does not answer in, is over. An early one just
    /// keeps its session: the INVITE has still to be answered.
    private void goneFor(Reoffer reoffer, EndReason reason) {
        if (talk.isEarly()) {
            giveUp(reoffer, reason.status(), reason.text());
        } else {
            talk.lost(reason);
        }
    }

    private void giveUp(Reoffer reoffer, int status, String phrase) {
        attempts = 0;
        if (reoffer.asked()) {
            voice.say(new LegEvent.OfferRefused(status, phrase));
        } else {
            talk.refreshRefused();
        }
        next();
    }
}
