package org.hotline400.sip.internal.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.Via;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// All transactions not yet terminated, by their keys (RFC 3261 §17.1.3, §17.2.3).
public final class Transactions {

    private final Surroundings surroundings;
    private final Map<String, ClientTransaction> clients = new HashMap<>();
    private final Map<String, ServerTransaction> servers = new HashMap<>();
    private final Set<String> requestsAtWork = new HashSet<>();

    public Transactions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public int count() {
        return clients.size() + servers.size();
    }

    /// Starts a client transaction. A second one with the key of a living one replaces it.
    public ClientTransaction send(OutboundRequest request, ClientUser user) {
        String key = request.head().key();
        Runnable ended = () -> clients.remove(key);
        ClientTransaction transaction = request.head().method().equals("INVITE")
                ? new InviteClient(surroundings, request, user, ended)
                : new OtherClient(surroundings, request, user, ended);
        clients.put(key, transaction);
        transaction.start();
        return transaction;
    }

    /// Hands a response to its transaction.
    ///
    /// @return false when it matches none
    public boolean received(WireResponse response, Via via, CSeq cseq) {
        ClientTransaction transaction = clients.get(via.branch() + ' ' + cseq.method());
        if (transaction != null) {
            transaction.received(response);
        }
        return transaction != null;
    }

    /// The transaction a request belongs to. An ACK or CANCEL finds that of its INVITE when asked with `INVITE`.
    public @Nullable ServerTransaction find(WireRequest request, Via via, String method) {
        return servers.get(key(request, via, method));
    }

    /// Opens a server transaction for a request inside a dialog.
    public ServerTransaction open(WireRequest request, Via via, SipHop hop) {
        return open(request, via, hop, () -> {});
    }

    /// Opens a server transaction for a request outside any dialog.
    ///
    /// @param over runs once, when it has terminated
    /// @return null when the same request is already at work, having come another way (RFC 3261 §8.2.2.2)
    public @Nullable ServerTransaction openFirst(WireRequest request, Via via, SipHop hop, Runnable over) {
        String merging = mergeKey(request);
        if (!requestsAtWork.add(merging)) {
            return null;
        }
        return open(request, via, hop, () -> {
            requestsAtWork.remove(merging);
            over.run();
        });
    }

    private ServerTransaction open(WireRequest request, Via via, SipHop hop, Runnable over) {
        String key = key(request, via, request.method());
        Runnable ended = () -> {
            servers.remove(key);
            over.run();
        };
        ServerTransaction transaction = request.method().equals("INVITE")
                ? new InviteServer(surroundings, hop, ended)
                : new OtherServer(surroundings, hop, ended);
        servers.put(key, transaction);
        return transaction;
    }

    private static String mergeKey(WireRequest request) {
        return request.need(HeaderId.CALL_ID) + ' ' + request.need(HeaderId.CSEQ) + ' ' + request.need(HeaderId.FROM);
    }

    private static String key(WireRequest request, Via via, String method) {
        if (via.branch().startsWith(Via.MAGIC) && via.branch().length() > Via.MAGIC.length()) {
            return via.branch() + ' ' + via.sentBy() + ' ' + method;
        }
        // A peer of RFC 2543: everything that its retransmissions share, and its ACK too.
        CSeq cseq = CSeq.parse(request.need(HeaderId.CSEQ));
        return String.join(
                " ",
                request.target(),
                request.need(HeaderId.FROM),
                request.need(HeaderId.CALL_ID),
                Long.toString(cseq.number()),
                request.need(HeaderId.VIA),
                method);
    }

    /// Ends all at once, when the stack closes.
    public void terminateAll() {
        new ArrayList<>(clients.values()).forEach(ClientTransaction::terminate);
        new ArrayList<>(servers.values()).forEach(ServerTransaction::terminate);
    }
}
