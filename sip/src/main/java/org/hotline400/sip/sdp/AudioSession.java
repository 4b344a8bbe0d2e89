package org.hotline400.sip.sdp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A session description, reduced to its one audio stream.
///
/// @param rtp where the describing side wants to receive RTP; port 0 refuses the stream; the address 0.0.0.0 is
///     the old way to hold
/// @param rtcp where it wants its RTCP, when it says so (`a=rtcp`, RFC 3605); usually the port above. Read,
///     never written: our own is always the port above.
/// @param formats audio formats in order of preference, without telephone-event; empty when there is no audio
///     stream we could read
/// @param telephoneEvents the payload type under which the describing side wants RFC 4733 events
/// @param direction seen from the describing side
/// @param packetTime how much audio it wants in a packet; 20 ms unless said otherwise
/// @param lines every m-line of the description in order: the answer must mirror them (RFC 3264 §6)
/// @param audioLine which of `lines` this stream is; -1 when none can be used
public record AudioSession(
        InetSocketAddress rtp,
        Optional<InetSocketAddress> rtcp,
        List<AudioFormat> formats,
        OptionalInt telephoneEvents,
        Direction direction,
        Duration packetTime,
        List<MediaLine> lines,
        int audioLine) {

    public AudioSession {
        formats = List.copyOf(formats);
        lines = List.copyOf(lines);
    }

    /// Reads a description; the first audio stream over plain RTP is taken.
    ///
    /// @throws SdpException naming the line that cannot be read
    public static AudioSession parse(String sdp) throws SdpException {
        return new SdpReader().read(sdp);
    }

    /// The description as text.
    ///
    /// @param sessionId o= line: stays the same for a dialog
    /// @param version o= line: one more whenever the description changed (RFC 3264 §8)
    public String toSdp(long sessionId, long version) {
        return SdpWriter.write(this, sessionId, version);
    }

    /// The same stream in another direction, such as SENDONLY to put the peer on hold.
    public AudioSession withDirection(Direction other) {
        return new AudioSession(rtp, rtcp, formats, telephoneEvents, other, packetTime, lines, audioLine);
    }

    /// The same stream in other formats.
    public AudioSession withFormats(List<AudioFormat> others) {
        return new AudioSession(rtp, rtcp, others, telephoneEvents, direction, packetTime, lines, audioLine);
    }

    /// The same stream with another wish for packets.
    public AudioSession withPacketTime(Duration other) {
        return new AudioSession(rtp, rtcp, formats, telephoneEvents, direction, other, lines, audioLine);
    }

    /// The same stream to be sent elsewhere, such as to 0.0.0.0: the old way to hold.
    public AudioSession withRtp(InetSocketAddress other) {
        return new AudioSession(other, rtcp, formats, telephoneEvents, direction, packetTime, lines, audioLine);
    }

    /// The same stream with telephone events under another number.
    public AudioSession withTelephoneEvents(int payloadType) {
        return new AudioSession(
                rtp, rtcp, formats, OptionalInt.of(payloadType), direction, packetTime, lines, audioLine);
    }

    /// The same stream without telephone events: keys come in INFO, or as tones.
    public AudioSession withoutTelephoneEvents() {
        return new AudioSession(rtp, rtcp, formats, OptionalInt.empty(), direction, packetTime, lines, audioLine);
    }
}
