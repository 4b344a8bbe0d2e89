package org.hotline400.server.telephony;

import java.util.concurrent.Future;
import org.hotline400.media.MediaEvent;
import org.hotline400.media.Playback;
import org.hotline400.sip.LegEvent;

/// Something that happened to a call, on its way to the call's own thread.
sealed interface Signal {

    record FromCaller(LegEvent event) implements Signal {}

    record FromTarget(TargetSide target, LegEvent event) implements Signal {}

    record CallerAudio(MediaEvent event) implements Signal {}

    record TargetAudio(TargetSide target, MediaEvent event) implements Signal {}

    /// The caller was silent for as long as a voicemail allows.
    record MessageOver() implements Signal {}

    /// What is done while the caller waits is done.
    record ErrandOver(Future<?> errand) implements Signal {}

    /// Whether this playback to the caller has come to its end.
    default boolean isEndOf(Playback playback) {
        return this instanceof CallerAudio(MediaEvent.Played(var ended)) && ended.equals(playback);
    }

    /// Whether the call could not go on rightly without knowing this.
    default boolean essential() {
        return switch (this) {
            case FromCaller _, FromTarget _, MessageOver _, ErrandOver _ -> true;
            case CallerAudio(MediaEvent.Silent _), TargetAudio(var _, MediaEvent.Silent _) -> true;
            case CallerAudio _, TargetAudio _ -> false;
        };
    }
}
