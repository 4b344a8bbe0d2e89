package org.hotline400.sip.internal;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
import org.hotline400.sip.internal.guard.Offence;
import org.hotline400.sip.internal.timing.Complaints;
import org.hotline400.sip.internal.trace.MessageTraces;
import org.hotline400.sip.internal.transaction.Cancellable;
import org.hotline400.sip.internal.transaction.InviteServer;
import org.hotline400.sip.internal.transaction.Outlet;
import org.hotline400.sip.internal.transaction.ServerTransaction;
import org.hotline400.sip.internal.transaction.Transactions;
import org.hotline400.sip.internal.transport.Receiver;
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
public final class Signalling implements Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Signalling.class);

    /// Retry-After of a 503, in seconds.
    private static final int LEAST_WAIT = 2;

    private static final int MOST_WAIT = 8;

    private final SipApplication application;
    private final Identity identity;
    private final Outlet outlet;
    private final Transactions transactions;
    private final Endpoint endpoint;
    private final Door door;
    private final MessageTraces traces;
    private final Complaints complaints = new Complaints();
    private long received;
    private long discarded;

    Signalling(
            SipApplication application,
            Identity identity,
            Outlet outlet,
            Transactions transactions,
            Endpoint endpoint,
            Door door,
            MessageTraces traces) {
        this.application = application;
        this.identity = identity;
        this.outlet = outlet;
        this.transactions = transactions;
        this.endpoint = endpoint;
        this.door = door;
        this.traces = traces;
        endpoint.whenAnswered(door::answered);
        endpoint.whenProved(door::proved);
    }

    long received() {
        return received;
    }

    long discarded() {
        return discarded;
    }

    @Override
    public boolean welcomes(SipSource source) {
        return door.admits(source);
    }

    /// One message from a socket. Never throws.
    @Override
    public void received(byte[] message, SipSource source) {
        received++;
        if (!door.admits(source)) {
            return;
        }
        traces.received(message, source);
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
        door.offended(source, Offence.UNREADABLE);
        Optional<Via> via = malformed.answerable().flatMap(RequestChecks::answerableVia);
        if (via.isEmpty()) {
            discarded++;
            return;
        }
        WireRequest request = malformed.answerable().get();
        int status = malformed.why().equals("Version Not Supported") ? 505 : 400;
        statelessReply(request, via.get(), source, SipReply.of(status, malformed.why()));
    }

    private void statelessReply(WireRequest request, Via via, SipSource source, SipReply reply) {
        if (request.method().equals("ACK")) {
            discarded++;
            return;
        }
        SipHop hop = Nat.responseHop(source, via);
        outlet.send(hop, Inbound.bare(request, via, source, reply), () -> {});
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
            door.offended(source, Offence.UNREADABLE);
            statelessReply(request, via, source, fault.get());
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
        InviteServer refused = transactions.findRefused(ack, via);
        if (refused != null && refused.acknowledged()) {
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
        if (invite == null) {
            unknownDialog(cancel, via, source);
            return;
        }
        Inbound inbound = open(cancel, via, source);
        String tag = invite instanceof InviteServer server ? server.tag() : "";
        inbound.reply(200, "OK", tag.isEmpty() ? Identity.mark() : tag);
        Cancellable work = invite instanceof InviteServer server ? server.cancellable() : null;
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
        if (!toTag.isEmpty()) {
            inDialog(request, via, source, toTag);
        } else if (!door.admits(request, source)) {
            discarded++;
        } else if (door.isShut(request, source)) {
            statelessReply(request, via, source, comeBack());
        } else {
            newcomer(request, via, source);
        }
    }

    /// Not all at once, or the next wave is as high as this one.
    private static SipReply comeBack() {
        int seconds = ThreadLocalRandom.current().nextInt(LEAST_WAIT, MOST_WAIT + 1);
        return SipReply.of(503, "Service Unavailable").with("Retry-After", Integer.toString(seconds));
    }

    private void newcomer(WireRequest request, Via via, SipSource source) {
        SipHop hop = Nat.responseHop(source, via);
        CSeq cseq = CSeq.parse(request.need(HeaderId.CSEQ));
        Runnable over = door.enter(source);
        ServerTransaction first = transactions.openFirst(request, via, hop, over);
        if (first == null) {
            if (over != null) {
                over.run();
            }
            statelessReply(request, via, source, SipReply.of(482, "Loop Detected"));
        } else {
            outside(new Inbound(request, via, cseq, source, hop, first, identity));
        }
    }

    private void inDialog(WireRequest request, Via via, SipSource source, String toTag) {
        InDialog leg = endpoint.find(toTag);
        boolean known = leg != null
                && leg.callId().equals(request.need(HeaderId.CALL_ID))
                && leg.isWith(Inbound.tagOf(request.need(HeaderId.FROM)));
        if (leg == null || !known) {
            unknownDialog(request, via, source);
        } else {
            Inbound inbound = open(request, via, source);
            cancellable(inbound, leg);
            leg.request(inbound);
        }
    }

    /// Answered without a transaction: guesses at the calls of others must not fill the memory.
    private void unknownDialog(WireRequest request, Via via, SipSource source) {
        door.offended(source, Offence.UNKNOWN_DIALOG);
        statelessReply(request, via, source, SipReply.of(481, "Call/Transaction Does Not Exist"));
    }

    private static void cancellable(Inbound inbound, InDialog leg) {
        if (inbound.transaction() instanceof InviteServer invite) {
            invite.cancellable(leg);
        }
    }

    private void outside(Inbound inbound) {
        Optional<SipReply> refusal =
                RequestChecks.refusal(inbound.request()).or(() -> endpoint.refusal(inbound.request()));
        if (refusal.isPresent()) {
            inbound.reply(refusal.get(), Identity.mark(), false);
            tellRefused(inbound.request(), inbound.source(), refusal.get());
        } else if (inbound.request().method().equals("INVITE")) {
            invited(inbound);
        } else {
            SipReply reply = asked(inbound);
            door.answered(inbound, reply);
            inbound.reply(reply, Identity.mark(), false);
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
