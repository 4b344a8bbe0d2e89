package org.hotline400.server.telephony;

import java.util.Optional;
import java.util.function.Supplier;
import org.hotline400.media.AudioSource;
import org.hotline400.media.Bridge;
import org.hotline400.media.Tones;
import org.jspecify.annotations.Nullable;

/// What the caller hears while targets ring: a tone or the enterprise's own tune from us, what his carrier
/// plays at our 180, or what the target's carrier says. Used by the call's own thread.
final class RingingSound {
    private final SipPhone phone;
    private final boolean ownTune;
    private final boolean single;
    private final Supplier<AudioSource> sound;
    private @Nullable Bridge earlyMedia;
    private boolean plays;

    /// @param tune instead of the ringback tone; a source of its own each time
    /// @param single whether one target rings, not several at once
    RingingSound(SipPhone phone, Optional<Supplier<AudioSource>> tune, boolean single) {
        this.phone = phone;
        this.single = single;
        this.ownTune = tune.isPresent();
        this.sound = tune.orElse(Tones::ringback);
    }

    /// A target is about to be called. Who can hear gets the sound from us at once; who cannot yet, waits for
    /// the first sign of ringing.
    void begin() {
        if (phone.caller().audible() && earlyMedia == null && !plays) {
            plays = true;
            phone.port().play(sound.get());
        }
    }

    /// A target rings.
    void ringing() {
        if (ownTune) {
            phone.caller().openEarlyMedia();
            begin();
        } else if (!phone.caller().audible()) {
            phone.ring();
        }
    }

    /// Whether an unanswered caller may hear the target's carrier.
    boolean takesEarlyMedia() {
        return single && !ownTune && !phone.caller().answered();
    }

    /// Lets the caller hear what the target's carrier sends.
    void letThrough(TargetSide target, Optional<String> sdp) {
        if (earlyMedia == null && target.connect(sdp)) {
            phone.caller().openEarlyMedia();
            earlyMedia = phone.port().bridge(target.port());
            plays = false;
        }
    }

    /// The target's carrier is heard no more: the sound is ours again.
    void endEarlyMedia() {
        if (earlyMedia != null) {
            earlyMedia.close();
            earlyMedia = null;
            begin();
        }
    }

    /// Nobody rings any more and nobody was reached.
    void end() {
        if (earlyMedia != null) {
            earlyMedia.close();
        }
        if (phone.caller().audible() && (plays || earlyMedia != null)) {
            phone.port().play(Quiet.forever());
        }
        earlyMedia = null;
        plays = false;
    }
}
