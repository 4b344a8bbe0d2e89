package org.hotline400.sip.sdp;

/// An RTP payload format of an audio stream.
///
/// @param payloadType 0..127
/// @param encoding the rtpmap name, upper case: `PCMA`, `PCMU`
/// @param clockRate in Hz
public record AudioFormat(int payloadType, String encoding, int clockRate) {
    public static final AudioFormat PCMA = new AudioFormat(8, "PCMA", 8000);
    public static final AudioFormat PCMU = new AudioFormat(0, "PCMU", 8000);
}
