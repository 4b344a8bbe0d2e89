package org.hotline400.sip;

/// A message body with its Content-Type.
public record SipBody(String contentType, String text) {
    public static SipBody sdp(String sdp) {
        return new SipBody("application/sdp", sdp);
    }
}
