package org.hotline400.server.telephony;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.media.Codec;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.MediaListener;
import org.hotline400.media.MediaPort;
import org.hotline400.media.NoPortLeftException;
import org.hotline400.media.StreamTerms;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.sdp.AudioFormat;
import org.hotline400.sip.sdp.AudioTerms;

/// Hands out RTP ports and speaks both languages: what SDP agreed on, and what the media engine needs to know
/// of it.
///
/// @param advertised the address written into SDP where it differs from the one bound to (NAT, or bound to
///     0.0.0.0)
/// @param silence how long a caller in an announcement, a menu or a voicemail, or a party of a call between two
///     phones, may send nothing at all
/// @param neighbour the port that those opened here are to be bridged with
record AudioDesk(
        MediaEngine engine, Optional<InetAddress> advertised, Duration silence, Optional<MediaPort> neighbour) {

    /// What we can do, best first: A-law is what Chinese carriers speak.
    static final List<AudioFormat> FORMATS = List.of(AudioFormat.PCMA, AudioFormat.PCMU);

    AudioDesk(MediaEngine engine, Optional<InetAddress> advertised, Duration silence) {
        this(engine, advertised, silence, Optional.empty());
    }

    /// For the other legs of a call: what is bridged shares a media thread.
    AudioDesk beside(MediaPort port) {
        return new AudioDesk(engine, advertised, silence, Optional.of(port));
    }

    MediaPort open(MediaListener listener) {
        try {
            return neighbour.map(port -> engine.openBeside(port, listener)).orElseGet(() -> engine.open(listener));
        } catch (NoPortLeftException e) {
            throw new PhoneFailedException(HangUp.OVERLOADED, "no RTP port is left for the call", e);
        }
    }

    /// Where the peer shall send its RTP.
    InetSocketAddress address(MediaPort port) {
        return advertised
                .map(host -> new InetSocketAddress(host, port.local().getPort()))
                .orElseGet(port::local);
    }

    static StreamTerms stream(AudioTerms terms) {
        var stream = new StreamTerms(
                terms.remote(),
                codec(terms.codec()),
                terms.sendEvents(),
                terms.receiveEvents(),
                terms.direction().sends(),
                terms.direction().receives(),
                terms.packetTime());
        return terms.control().map(stream::withControl).orElse(stream);
    }

    private static Codec codec(AudioFormat format) {
        return switch (format.encoding()) {
            case "PCMA" -> Codec.PCMA;
            case "PCMU" -> Codec.PCMU;
            default -> throw new IllegalStateException("agreed on a codec that was never offered: " + format);
        };
    }
}
