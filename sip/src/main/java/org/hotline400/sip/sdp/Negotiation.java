package org.hotline400.sip.sdp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Offer and answer for one audio stream (RFC 3264).
public final class Negotiation {

    /// The payload type we offer telephone events under.
    public static final int TELEPHONE_EVENTS = 101;

    private static final Duration PACKET_TIME = Duration.ofMillis(20);

    private Negotiation() {}

    /// An offer of these codecs, best first, with telephone events.
    public static AudioSession offer(InetSocketAddress rtp, List<AudioFormat> codecs) {
        var line = new MediaLine("audio", "RTP/AVP", List.of());
        return new AudioSession(
                rtp,
                Optional.empty(),
                codecs,
                OptionalInt.of(TELEPHONE_EVENTS),
                Direction.SENDRECV,
                PACKET_TIME,
                List.of(line),
                0);
    }

    /// A whole offer inside a session that is there already: with every m-line it has (RFC 3264 §8) and, as
    /// numbers must not change their meaning (§8.3.2), with the number that telephone events had.
    public static AudioSession reoffer(AudioSession before, InetSocketAddress rtp, List<AudioFormat> codecs) {
        var fresh = offer(rtp, codecs);
        if (before.audioLine() < 0) {
            return fresh;
        }
        return new AudioSession(
                rtp,
                Optional.empty(),
                codecs,
                before.telephoneEvents().isPresent() ? before.telephoneEvents() : fresh.telephoneEvents(),
                Direction.SENDRECV,
                before.packetTime(),
                before.lines(),
                before.audioLine());
    }

    /// Answers an offer with one codec: the first of `ours` that the offer has too. The answer keeps the
    /// offer's payload numbers and mirrors its m-lines, refusing all but the audio stream.
    public static Answer answer(AudioSession offer, InetSocketAddress rtp, List<AudioFormat> ours) {
        Optional<AudioFormat> codec = ours.stream()
                .flatMap(own -> offer.formats().stream()
                        .filter(theirs -> same(own, theirs))
                        .limit(1))
                .findFirst();
        if (codec.isEmpty() || offer.rtp().getPort() == 0) {
            return new Answer.NoCommonCodec();
        }
        Direction direction = mirrored(offer.direction());
        var answer = new AudioSession(
                rtp,
                Optional.empty(),
                List.of(codec.get()),
                offer.telephoneEvents(),
                direction,
                offer.packetTime(),
                offer.lines(),
                offer.audioLine());
        var terms = new AudioTerms(
                offer.rtp(),
                offer.rtcp(),
                codec.get(),
                offer.telephoneEvents(),
                offer.telephoneEvents(),
                direction,
                offer.packetTime());
        return new Answer.Agreed(answer, terms);
    }

    /// What our offer and their answer agreed on; empty when they refused the stream or answered with a codec
    /// we did not offer.
    public static Optional<AudioTerms> terms(AudioSession ourOffer, AudioSession theirAnswer) {
        if (theirAnswer.rtp().getPort() == 0) {
            return Optional.empty();
        }
        boolean events = ourOffer.telephoneEvents().isPresent()
                && theirAnswer.telephoneEvents().isPresent();
        return theirAnswer.formats().stream()
                .filter(theirs -> ourOffer.formats().stream().anyMatch(own -> same(own, theirs)))
                .findFirst()
                .map(codec -> new AudioTerms(
                        theirAnswer.rtp(),
                        theirAnswer.rtcp(),
                        codec,
                        events ? theirAnswer.telephoneEvents() : OptionalInt.empty(),
                        events ? ourOffer.telephoneEvents() : OptionalInt.empty(),
                        both(ourOffer.direction(), mirrored(theirAnswer.direction())),
                        theirAnswer.packetTime()));
    }

    private static boolean same(AudioFormat one, AudioFormat other) {
        return one.encoding().equals(other.encoding()) && one.clockRate() == other.clockRate();
    }

    /// A direction as the other side sees it.
    static Direction mirrored(Direction direction) {
        return switch (direction) {
            case SENDRECV -> Direction.SENDRECV;
            case SENDONLY -> Direction.RECVONLY;
            case RECVONLY -> Direction.SENDONLY;
            case INACTIVE -> Direction.INACTIVE;
        };
    }

    /// What both allow.
    static Direction both(Direction one, Direction other) {
        boolean sends = one.sends() && other.sends();
        boolean receives = one.receives() && other.receives();
        if (sends) {
            return receives ? Direction.SENDRECV : Direction.SENDONLY;
        }
        return receives ? Direction.RECVONLY : Direction.INACTIVE;
    }
}
