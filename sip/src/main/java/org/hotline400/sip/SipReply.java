package org.hotline400.sip;

import java.util.List;
import java.util.Optional;

/// A response as the application words it; the stack adds Via, From, To with tag, Call-ID, CSeq, Contact and
/// Content-Length.
///
/// @param status 101..699
/// @param phrase the reason phrase
/// @param headers further header fields in order
/// @param body empty for none
public record SipReply(int status, String phrase, List<SipHeader> headers, Optional<SipBody> body) {

    public SipReply {
        if (status < 101 || status > 699) {
            throw new IllegalArgumentException("status must be 101..699, was " + status);
        }
        headers = List.copyOf(headers);
    }

    public static SipReply of(int status, String phrase) {
        return new SipReply(status, phrase, List.of(), Optional.empty());
    }

    public SipReply withSdp(String sdp) {
        return new SipReply(status, phrase, headers, Optional.of(SipBody.sdp(sdp)));
    }

    /// The body when it is SDP.
    public Optional<String> sdp() {
        return body.filter(sent ->
                        sent.contentType().toLowerCase(java.util.Locale.ROOT).startsWith("application/sdp"))
                .map(SipBody::text);
    }

    /// The same without a body.
    public SipReply withoutBody() {
        return new SipReply(status, phrase, headers, Optional.empty());
    }

    public SipReply with(String name, String value) {
        var more = new java.util.ArrayList<>(headers);
        more.add(new SipHeader(name, value));
        return new SipReply(status, phrase, more, body);
    }
}
