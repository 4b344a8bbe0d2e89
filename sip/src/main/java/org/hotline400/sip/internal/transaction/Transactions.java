package org.hotline400.sip.internal.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.transaction.Dormant.Remains;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.Via;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// All transactions not yet terminated, by their keys (RFC 3261 §17.1.3, §17.2.3).
///
/// One that has nothing left to do but to answer what is repeated sleeps as bytes ([Dormant]) and is woken by what
/// concerns it.
public final class Transactions {
    private static final String INVITE = "INVITE";

    private final Surroundings surroundings;
    private final Map<String, ClientTransaction> clients = new HashMap<>();
    private final Map<String, ServerTransaction> servers = new HashMap<>();
    private final Set<String> requestsAtWork = new HashSet<>();
    private final Dormant sleepingInvites;
    private final Dormant sleepingClients;
    private final Dormant sleepingServers;
    private final Dormant requestsAsleep;
    /// The keys of those that slept.
    private final Set<String> woken = new HashSet<>();
    private Function<List<byte[]>, Heir> heirs = written -> {
        throw new IllegalStateException("nobody reads what heirs write");
    };

    public Transactions(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.sleepingInvites = new Dormant(surroundings.timers(), surroundings.patience());
        this.sleepingClients = new Dormant(surroundings.timers(), surroundings.t4());
        this.sleepingServers = new Dormant(surroundings.timers(), surroundings.patience());
        this.requestsAsleep = new Dormant(surroundings.timers(), surroundings.patience());
    }

    /// @param reader makes an heir of what one has written
    public void heirs(Function<List<byte[]>, Heir> reader) {
        heirs = reader;
    }

    /// Sleeping ones, too; what one that was woken has left asleep is not another one.
    public int count() {
        return clients.size()
                + servers.size()
                + sleepingInvites.count()
                + sleepingClients.count()
                + sleepingServers.count()
                - woken.size();
    }

    /// Starts a client transaction. A second one with the key of a living one replaces it.
    public ClientTransaction send(OutboundRequest request, ClientUser user) {
        String key = request.head().key();
        boolean invite = request.head().method().equals(INVITE);
        var stay = new ClientStay(key, invite ? sleepingInvites : sleepingClients);
        ClientTransaction transaction = invite
                ? new InviteClient(surroundings, request, user, stay)
                : new OtherClient(surroundings, request, user, stay);
        clients.put(key, transaction);
        transaction.start();
        return transaction;
    }

    /// Hands a response to its transaction.
    ///
    /// @return false when it matches none
    public boolean received(WireResponse response, Via via, CSeq cseq) {
        String key = via.branch() + ' ' + cseq.method();
        ClientTransaction transaction = clients.get(key);
        if (transaction == null && cseq.method().equals(INVITE)) {
            transaction = wokenClient(key);
        }
        if (transaction != null) {
            transaction.received(response);
        }
        return transaction != null || sleepingClients.has(key);
    }

    private @Nullable ClientTransaction wokenClient(String key) {
        Remains remains = sleepingInvites.find(key);
        if (remains == null) {
            return null;
        }
        var transaction = new InviteClient(surroundings, remains, heirs, () -> {
            clients.remove(key);
            woken.remove(key);
        });
        clients.put(key, transaction);
        woken.add(key);
        return transaction;
    }

    /// The transaction a request belongs to. A CANCEL finds that of its INVITE when asked with `INVITE`.
    public @Nullable ServerTransaction find(WireRequest request, Via via, String method) {
        String key = key(request, via, method);
        ServerTransaction transaction = servers.get(key);
        return transaction == null ? wokenServer(key, method) : transaction;
    }

    private @Nullable ServerTransaction wokenServer(String key, String method) {
        Remains remains = sleepingServers.find(key);
        if (remains == null) {
            return null;
        }
        Stay stay = () -> {
            servers.remove(key);
            woken.remove(key);
        };
        ServerTransaction transaction = method.equals(INVITE)
                ? new InviteServer(surroundings, remains, stay)
                : new OtherServer(surroundings, remains, stay);
        servers.put(key, transaction);
        woken.add(key);
        return transaction;
    }

    /// The transaction of the INVITE that an ACK names, for a response other than 2xx: one that sleeps has none to be
    /// acknowledged.
    public @Nullable InviteServer findRefused(WireRequest ack, Via via) {
        return servers.get(key(ack, via, INVITE)) instanceof InviteServer invite ? invite : null;
    }

    /// Opens a server transaction for a request inside a dialog.
    public ServerTransaction open(WireRequest request, Via via, SipHop hop) {
        return open(request, hop, new ServerStay(key(request, via, request.method()), null, null));
    }

    /// Opens a server transaction for a request outside any dialog.
    ///
    /// @param over runs once, when it has terminated; null when nobody asks
    /// @return null when the same request is already at work, having come another way (RFC 3261 §8.2.2.2)
    public @Nullable ServerTransaction openFirst(WireRequest request, Via via, SipHop hop, @Nullable Runnable over) {
        String merging = mergeKey(request);
        if (requestsAsleep.has(merging) || !requestsAtWork.add(merging)) {
            return null;
        }
        return open(request, hop, new ServerStay(key(request, via, request.method()), merging, over));
    }

    private ServerTransaction open(WireRequest request, SipHop hop, ServerStay stay) {
        ServerTransaction transaction = request.method().equals(INVITE)
                ? new InviteServer(surroundings, hop, stay)
                : new OtherServer(surroundings, hop, stay);
        servers.put(stay.key, transaction);
        return transaction;
    }

    private final class ClientStay implements Stay {
        private final String key;
        private final Dormant bed;

        ClientStay(String key, Dormant bed) {
            this.key = key;
            this.bed = bed;
        }

        @Override
        public void ended() {
            clients.remove(key);
        }

        @Override
        public boolean sleeps(List<byte[]> remains) {
            clients.remove(key);
            bed.add(key, remains);
            return true;
        }
    }

    private final class ServerStay implements Stay {
        private final String key;
        private final @Nullable String merging;
        private final @Nullable Runnable over;

        ServerStay(String key, @Nullable String merging, @Nullable Runnable over) {
            this.key = key;
            this.merging = merging;
            this.over = over;
        }

        @Override
        public void ended() {
            servers.remove(key);
            if (merging != null) {
                requestsAtWork.remove(merging);
            }
            if (over != null) {
                over.run();
            }
        }

        @Override
        public boolean sleeps(List<byte[]> remains) {
            if (over != null) {
                return false;
            }
            servers.remove(key);
            sleepingServers.add(key, remains);
            if (merging != null) {
                requestsAtWork.remove(merging);
                requestsAsleep.add(merging, List.of());
            }
            return true;
        }
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
        List.of(sleepingInvites, sleepingClients, sleepingServers, requestsAsleep)
                .forEach(Dormant::clear);
    }
}
