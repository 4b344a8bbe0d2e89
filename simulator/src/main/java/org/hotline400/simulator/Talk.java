package org.hotline400.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.sip.sdp.AudioFormat;

/// How a phone behaves in a conversation.
///
/// @param voice what it says
/// @param codecs what it can, best first
/// @param keys pressed one after the other as soon as it has answered; empty for none
/// @param length it hangs up after this long; empty: it waits for the other side to
public record Talk(Voice voice, List<AudioFormat> codecs, String keys, Optional<Duration> length) {
    public static final List<AudioFormat> ANY_CODEC = List.of(AudioFormat.PCMA, AudioFormat.PCMU);

    public Talk {
        codecs = List.copyOf(codecs);
    }

    public static Talk saying(Voice voice) {
        return new Talk(voice, ANY_CODEC, "", Optional.empty());
    }

    public Talk using(AudioFormat... only) {
        return new Talk(voice, List.of(only), keys, length);
    }

    public Talk pressing(String these) {
        return new Talk(voice, codecs, these, length);
    }

    public Talk hangingUpAfter(Duration time) {
        return new Talk(voice, codecs, keys, Optional.of(time));
    }
}
