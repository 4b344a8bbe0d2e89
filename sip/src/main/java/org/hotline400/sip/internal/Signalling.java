package org.hotline400.sip.internal;

import java.util.Optional;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.internal.dialog.CalledLeg;
import org.hotline400.sip.internal.dialog.Endpoint;
import org.hotline400.sip.internal.dialog.Identity;
import org.hotline400.sip.internal.dialog.InDialog;
import org.hotline400.sip.internal.dialog.Inbound;
import org.hotline400.sip.internal.dialog.Nat;
import org.hotline400.sip.internal.transaction.Cancellable;
import org.hotline400.sip.internal.transaction.InviteServer;
import org.hotline400.sip.internal.transaction.Outlet;
import org.hotline400.sip.internal.transaction.ServerTransaction;
import org.hotline400.sip.internal.transaction.Transactions;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.Parsed;
import org.hotline400.sip.internal.wire.Via;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes each message to where it belongs: its transaction, its dialog, the application, or nowhere.
public final class Signalling {

    private static final Logger LOG = LoggerFactory.getLogger(Signalling.class);

    private final SipApplication application;
    private final Identity identity;
    private final Outlet outlet;
    private final Transactions transactions;
    private final Endpoint endpoint;
    private final int mostLegs;
    private final Complaints complaints = new Complaints();
    private boolean refusing;
    private long received;
    private long discarded;

    Signalling(
            SipApplication application,
            Identity identity,
            Outlet outlet,
            Transactions transactions,
            Endpoint endpoint,
            int mostLegs) {
        this.application = application;
        this.identity = identity;
        this.outlet = outlet;
        this.transactions = transactions;
        this.endpoint = endpoint;
        this.mostLegs = mostLegs;
    }

    void refuseNewCalls() {
        refusing = true;
    }

    long received() {
        return received;
    }

    long discarded() {
        return discarded;
    }

    /// One message from a socket. Never throws.
    public void received(byte[] message, SipSource source) {
        received++;
        try {
            switch (MessageParser.parse(message)) {
                case Parsed.Request parsed -> request(parsed.request(), source);
                case Parsed.Response parsed -> response(parsed.response());
                case Parsed.Malformed malformed -> malformed(malformed, source);
            }
        } catch (RuntimeException e) {
            discarded++;
            complaints.failed(LOG, "A message from " + source.address() + " could not be handled", e);
        }
    }

    private void malformed(Parsed.Malformed malformed, SipSource source) {
        Optional<Via> via = malformed.answerable().flatMap(RequestChecks::answerableVia);
        if (via.isEmpty()) {
            discarded++;
            return;
        }
        WireRequest request = malformed.answerable().get();
        int status = malformed.why().equals("Version Not Supported") ? 505 : 400;
        statelessReply(request, via.get(), source, status, malformed.why());
    }

    private void statelessReply(WireRequest request, Via via, SipSource source, int status, String phrase) {
        if (request.method().equals("ACK")) {
            discarded++;
            return;
        }
        SipHop hop = Nat.responseHop(source, via);
        outlet.send(hop, Inbound.bare(request, via, source, status, phrase), () -> {});
    }

    private void response(WireResponse response) {
        String via = response.first(HeaderId.VIA);
        String cseq = response.first(HeaderId.CSEQ);
        if (via == null || cseq == null || !hasParties(response) || !matched(response, via, cseq)) {
            discarded++;
        }
    }

    private static boolean hasParties(WireResponse response) {
        return response.all(HeaderId.VIA).size() == 1
                && response.first(HeaderId.TO) != null
                && response.first(HeaderId.FROM) != null
                && response.first(HeaderId.CALL_ID) != null;
    }

    private boolean matched(WireResponse response, String via, String cseq) {
        try {
            return transactions.received(response, Via.parse(via), CSeq.parse(cseq));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void request(WireRequest request, SipSource source) {
        Optional<Via> readable = RequestChecks.answerableVia(request);
        if (readable.isEmpty()) {
            discarded++;
            return;
        }
        Via via = readable.get();
        Optional<SipReply> fault = RequestChecks.fault(request);
        if (fault.isPresent()) {
            statelessReply(
                    request, via, source, fault.get().status(), fault.get().phrase());
            tellRefused(request, source, fault.get());
            return;
        }
        switch (request.method()) {
            case "ACK" -> acknowledged(request, via);
            case "CANCEL" -> cancelled(request, via, source);
            default -> opened(request, via, source);
        }
    }

    private void acknowledged(WireRequest ack, Via via) {
        if (transactions.find(ack, via, "INVITE") instanceof InviteServer invite && invite.acknowledged()) {
            return;
        }
        InDialog leg = endpoint.find(Inbound.tagOf(ack.need(HeaderId.TO)));
        if (leg == null || !leg.callId().equals(ack.need(HeaderId.CALL_ID))) {
            discarded++;
        } else {
            leg.acknowledged(ack);
        }
    }

    private void cancelled(WireRequest cancel, Via via, SipSource source) {
        ServerTransaction own = transactions.find(cancel, via, "CANCEL");
        if (own != null) {
            own.receivedAgain();
            return;
        }
        ServerTransaction invite = transactions.find(cancel, via, "INVITE");
        Inbound inbound = open(cancel, via, source);
        if (invite == null) {
            inbound.reply(481, "Call/Transaction Does Not Exist", Identity.mark());
            return;
        }
        Cancellable work = invite instanceof InviteServer server ? server.cancellable() : null;
        inbound.reply(200, "OK", work == null ? Identity.mark() : work.tag());
        if (work != null) {
            work.cancelled(cancel);
        }
    }

    private Inbound open(WireRequest request, Via via, SipSource source) {
        SipHop hop = Nat.responseHop(source, via);
        CSeq cseq = CSeq.parse(request.need(HeaderId.CSEQ));
        return new Inbound(request, via, cseq, source, hop, transactions.open(request, via, hop), identity);
    }

    private void opened(WireRequest request, Via via, SipSource source) {
        ServerTransaction known = transactions.find(request, via, request.method());
        if (known != null) {
            known.receivedAgain();
            return;
        }
        String toTag = Inbound.tagOf(request.need(HeaderId.TO));
        boolean merged = toTag.isEmpty() && transactions.isMerged(request);
        Inbound inbound = open(request, via, source);
        if (!toTag.isEmpty()) {
            inDialog(inbound, toTag);
        } else if (merged) {
            inbound.reply(482, "Loop Detected", Identity.mark());
        } else {
            outside(inbound);
        }
    }

    private void inDialog(Inbound inbound, String toTag) {
        InDialog leg = endpoint.find(toTag);
        WireRequest request = inbound.request();
        boolean known = leg != null
                && leg.callId().equals(request.need(HeaderId.CALL_ID))
                && leg.isWith(Inbound.tagOf(request.need(HeaderId.FROM)));
        if (leg == null || !known) {
            inbound.reply(481, "Call/Transaction Does Not Exist", "");
        } else {
            cancellable(inbound, leg);
            leg.request(inbound);
        }
    }

    private static void cancellable(Inbound inbound, InDialog leg) {
        if (inbound.transaction() instanceof InviteServer invite) {
            invite.cancellable(leg);
        }
    }

    private void outside(Inbound inbound) {
        Optional<SipReply> refusal = RequestChecks.refusal(inbound.request());
        if (refusal.isPresent()) {
            inbound.reply(refusal.get(), Identity.mark(), false);
            tellRefused(inbound.request(), inbound.source(), refusal.get());
        } else if (inbound.request().method().equals("INVITE")) {
            invited(inbound);
        } else {
            inbound.reply(asked(inbound), Identity.mark(), false);
        }
    }

    private void tellRefused(WireRequest request, SipSource source, SipReply reply) {
        if (!request.method().equals("INVITE")) {
            return;
        }
        try {
            application.onRefused(request, source, reply);
        } catch (RuntimeException e) {
            complaints.failed(LOG, "The application failed on a refused INVITE", e);
        }
    }

    private SipReply asked(Inbound inbound) {
        try {
            return application.onRequest(inbound.request(), inbound.source());
        } catch (RuntimeException e) {
            complaints.failed(
                    LOG, "The application failed on " + inbound.request().method(), e);
            return SipReply.of(500, "Server Internal Error");
        }
    }

    private void invited(Inbound inbound) {
        if (refusing || endpoint.legs() >= mostLegs) {
            var busy = SipReply.of(503, "Service Unavailable").with("Retry-After", "5");
            inbound.reply(busy, Identity.mark(), false);
            return;
        }
        inbound.trying();
        var leg = new CalledLeg(endpoint, inbound);
        cancellable(inbound, leg);
        try {
            LegListener listener = application.onInvite(leg);
            leg.listener(listener);
        } catch (RuntimeException e) {
            complaints.failed(LOG, "The application failed on an INVITE", e);
            leg.reject(SipReply.of(500, "Server Internal Error"));
        }
    }
}
