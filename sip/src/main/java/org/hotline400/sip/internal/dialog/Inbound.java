package org.hotline400.sip.internal.dialog;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.internal.text.NameAddressReader;
import org.hotline400.sip.internal.transaction.ServerTransaction;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.MessageWriter;
import org.hotline400.sip.internal.wire.Via;
import org.hotline400.sip.internal.wire.WireRequest;

/// A request that came in, with all that is needed to answer it.
///
/// @param responseHop where responses go (RFC 3261 §18.2.2, RFC 3581 §4)
public record Inbound(
        WireRequest request,
        Via via,
        CSeq cseq,
        SipSource source,
        SipHop responseHop,
        ServerTransaction transaction,
        Identity identity) {

    private static final long SECRET = new SecureRandom().nextLong();

    public void reply(int status, String phrase, String tag) {
        reply(SipReply.of(status, phrase), tag, false);
    }

    /// 100 Trying stops the peer's retransmissions.
    public void trying() {
        byte[] message = begin(request, via, source, 100, "Trying")
                .header(HeaderId.TO, request.need(HeaderId.TO))
                .finish(null);
        transaction.respond(100, message);
    }

    /// Sends a response.
    ///
    /// @param tag our tag for the To header, when the request has none
    /// @param dialog whether the response makes or keeps a dialog: it gets Contact and the Record-Route
    public void reply(SipReply reply, String tag, boolean dialog) {
        transaction.respond(reply.status(), write(reply, tag, dialog));
    }

    public byte[] write(SipReply reply, String tag, boolean dialog) {
        MessageWriter writer =
                begin(request, via, source, reply.status(), reply.phrase()).header(HeaderId.TO, to(tag));
        if (dialog) {
            writer.headers(HeaderId.RECORD_ROUTE, request.all(HeaderId.RECORD_ROUTE))
                    .header(
                            HeaderId.CONTACT,
                            identity.contact(source.transport(), Identity.isSecured(request.target())));
        }
        if (dialog || reply.status() == 405) {
            writer.header(HeaderId.ALLOW, Abilities.METHODS);
        }
        if (dialog) {
            writer.header(HeaderId.SUPPORTED, Abilities.EXTENSIONS);
        }
        return writer.header("Server", identity.userAgent())
                .headers(reply.headers())
                .finish(reply.body().orElse(null));
    }

    /// A response without transaction to a request that lacks what a transaction needs: what is there is copied.
    public static byte[] bare(WireRequest request, Via via, SipSource source, SipReply reply) {
        MessageWriter writer = MessageWriter.response(reply.status(), reply.phrase());
        vias(writer, request, via, source);
        for (HeaderId id : List.of(HeaderId.FROM, HeaderId.TO, HeaderId.CALL_ID, HeaderId.CSEQ)) {
            String value = request.first(id);
            if (value != null) {
                boolean tag = id == HeaderId.TO && tagOf(value).isEmpty();
                writer.header(id, tag ? value + ";tag=" + steadyTag(request, via) : value);
            }
        }
        return writer.headers(reply.headers()).finish(null);
    }

    /// The same for each repetition of a request, as a server without state must give it (RFC 3261 §8.2.7).
    private static String steadyTag(WireRequest request, Via via) {
        String callId = request.first(HeaderId.CALL_ID);
        long hash = Objects.hash(via.branch(), callId, request.first(HeaderId.FROM));
        return HexFormat.of().toHexDigits((hash * 0x9E3779B97F4A7C15L) ^ SECRET);
    }

    private static void vias(MessageWriter writer, WireRequest request, Via via, SipSource source) {
        List<String> vias = request.all(HeaderId.VIA);
        writer.header(HeaderId.VIA, via.stamped(vias.getFirst(), source.address()));
        vias.stream().skip(1).forEach(value -> writer.header(HeaderId.VIA, value));
    }

    private String to(String tag) {
        String to = request.need(HeaderId.TO);
        return tag.isEmpty() || !tagOf(to).isEmpty() ? to : to + ";tag=" + tag;
    }

    /// A response up to, but without, its To (RFC 3261 §8.2.6, RFC 3581 §4).
    static MessageWriter begin(WireRequest request, Via via, SipSource source, int status, String phrase) {
        MessageWriter writer = MessageWriter.response(status, phrase);
        vias(writer, request, via, source);
        return writer.header(HeaderId.FROM, request.need(HeaderId.FROM))
                .header(HeaderId.CALL_ID, request.need(HeaderId.CALL_ID))
                .header(HeaderId.CSEQ, request.need(HeaderId.CSEQ));
    }

    /// The tag parameter of a From or To value; empty when absent or unreadable.
    public static String tagOf(String value) {
        int close = value.lastIndexOf('>');
        int semicolon = value.indexOf(';', Math.max(close, 0));
        if (semicolon < 0) {
            return "";
        }
        try {
            return NameAddressReader.parameters(value.substring(semicolon)).getOrDefault("tag", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
