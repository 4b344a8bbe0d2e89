package org.hotline400.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.sip.sdp.AudioFormat;
import org.hotline400.sip.sdp.Negotiation;

/// How a phone behaves in a conversation.
///
/// @param voice what it says
/// @param codecs what it can, best first
/// @param packetTime how much audio it wants in a packet, a multiple of 10 ms up to 60
/// @param telephoneEvents the payload type under which it takes keys (RFC 4733); empty: it knows none
/// @param keys pressed one after the other as soon as it has answered; empty for none
/// @param length it hangs up after this long; empty: it waits for the other side to
public record Talk(
        Voice voice,
        List<AudioFormat> codecs,
        Duration packetTime,
        OptionalInt telephoneEvents,
        String keys,
        Optional<Duration> length) {
    public static final List<AudioFormat> ANY_CODEC = List.of(AudioFormat.PCMA, AudioFormat.PCMU);

    public Talk {
        codecs = List.copyOf(codecs);
    }

    public static Talk saying(Voice voice) {
        return new Talk(
                voice,
                ANY_CODEC,
                Duration.ofMillis(20),
                OptionalInt.of(Negotiation.TELEPHONE_EVENTS),
                "",
                Optional.empty());
    }

    public Talk withVoice(Voice other) {
        return new Talk(other, codecs, packetTime, telephoneEvents, keys, length);
    }

    public Talk using(AudioFormat... only) {
        return new Talk(voice, List.of(only), packetTime, telephoneEvents, keys, length);
    }

    public Talk inPacketsOf(Duration time) {
        return new Talk(voice, codecs, time, telephoneEvents, keys, length);
    }

    public Talk takingKeysUnder(int payloadType) {
        return new Talk(voice, codecs, packetTime, OptionalInt.of(payloadType), keys, length);
    }

    public Talk withoutTelephoneEvents() {
        return new Talk(voice, codecs, packetTime, OptionalInt.empty(), keys, length);
    }

    public Talk pressing(String these) {
        return new Talk(voice, codecs, packetTime, telephoneEvents, these, length);
    }

    public Talk hangingUpAfter(Duration time) {
        return new Talk(voice, codecs, packetTime, telephoneEvents, keys, Optional.of(time));
    }
}
