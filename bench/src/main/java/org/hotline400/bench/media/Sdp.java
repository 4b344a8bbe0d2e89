package org.hotline400.bench.media;

import java.util.regex.Pattern;

/// Session descriptions with PCMA and, as carriers have them, telephone events (RFC 4566, RFC 4733).
///
/// @param events without them the platform listens for keys in the audio itself
record Sdp(boolean events) {
    private static final Pattern AUDIO = Pattern.compile("(?m)^m=audio ([0-9]{1,5}) ");

    String at(int rtpPort) {
        return """
                v=0
                o=bench 400 400 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=audio %d RTP/AVP 8%s
                a=rtpmap:8 PCMA/8000
                %sa=ptime:20
                a=sendrecv
                """.formatted(rtpPort, events ? " 101" : "", events ? "a=rtpmap:101 telephone-event/8000\n" : "")
                .replace("\n", "\r\n");
    }

    /// Where the other side wants its RTP; 0 when it wants none.
    static int port(String description) {
        var audio = AUDIO.matcher(description);
        return audio.find() ? Integer.parseInt(audio.group(1)) : 0;
    }
}
