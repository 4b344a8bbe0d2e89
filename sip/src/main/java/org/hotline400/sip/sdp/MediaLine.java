package org.hotline400.sip.sdp;

import java.util.List;

/// One m-line of a session description (RFC 8866 §5.14), as an answer has to mirror it.
///
/// @param media `audio`, `video`…
/// @param protocol `RTP/AVP`…
/// @param formats the format list as written
public record MediaLine(String media, String protocol, List<String> formats) {
    public MediaLine {
        formats = List.copyOf(formats);
    }

    /// Audio over plain RTP: what this platform speaks.
    boolean isPlainAudio() {
        return media.equals("audio") && (protocol.equals("RTP/AVP") || protocol.equals("RTP/AVPF"));
    }
}
