package org.hotline400.sip.internal.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.digest.DigestClient;
import org.hotline400.sip.internal.transaction.ClientTransaction;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.hotline400.sip.internal.transaction.OutboundRequest.RequestHead;
import org.hotline400.sip.internal.transaction.Transactions;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// Sends requests: finds the hop, gives branch and number, answers a challenge.
public final class Requests {

    private final Identity identity;
    private final Hops hops;
    private final Transactions transactions;

    public Requests(Identity identity, Hops hops, Transactions transactions) {
        this.identity = identity;
        this.hops = hops;
        this.transactions = transactions;
    }

    Identity identity() {
        return identity;
    }

    Sending send(Draft draft, ClientUser user) {
        var sending = new Sending(draft, user);
        sending.begin();
        return sending;
    }

    /// Sends a request that is written already: a CANCEL.
    void send(OutboundRequest request, ClientUser user) {
        transactions.send(request, user);
    }

    /// Writes a request that has no transaction of its own (the ACK for a 2xx) and hands it to `ready` with its hop.
    void withoutTransaction(Draft draft, java.util.function.Consumer<OutboundRequest> ready) {
        route(draft, hop -> hop.ifPresent(way -> ready.accept(outbound(draft, way))));
    }

    private void route(Draft draft, java.util.function.Consumer<Optional<SipHop>> found) {
        if (draft.hop().isPresent()) {
            found.accept(draft.hop());
        } else {
            hops.find(draft.follow(), found);
        }
    }

    private OutboundRequest outbound(Draft draft, SipHop hop) {
        String branch = Identity.branch();
        var head = new RequestHead(
                draft.method(),
                draft.uri(),
                identity.via(hop.transport(), branch),
                branch,
                draft.routes(),
                draft.from(),
                draft.to(),
                draft.callId(),
                draft.cseq().getAsLong(),
                draft.maxForwards());
        List<SipHeader> headers = new ArrayList<>(draft.headers().size() + 2);
        if (draft.contact()) {
            headers.add(new SipHeader("Contact", identity.contact(hop.transport(), Identity.isSecured(draft.uri()))));
        }
        headers.add(new SipHeader("User-Agent", identity.userAgent()));
        headers.addAll(draft.headers());
        return new OutboundRequest(head, headers, draft.body(), hop);
    }

    /// One request under way, over as many transactions as challenges ask for.
    final class Sending implements ClientUser {

        private static final int MOST_ATTEMPTS = 4;

        private final ClientUser user;
        private Draft draft;
        private int attempts;
        private boolean stopped;
        private boolean heard;
        private @Nullable OutboundRequest current;
        private @Nullable ClientTransaction transaction;

        Sending(Draft draft, ClientUser user) {
            this.draft = draft;
            this.user = user;
        }

        private void begin() {
            attempts++;
            heard = false;
            route(draft, hop -> {
                if (hop.isEmpty() || stopped) {
                    user.unreachable();
                    return;
                }
                OutboundRequest request = outbound(draft, hop.get());
                current = request;
                transaction = transactions.send(request, this);
            });
        }

        /// The request as last sent; null until the peer has sent a provisional response to this very attempt, as only
        /// then may it be cancelled (RFC 3261 §9.1).
        @Nullable
        OutboundRequest cancellable() {
            return heard ? current : null;
        }

        /// No further attempt: the next final response goes up as it is.
        void stop() {
            stopped = true;
        }

        /// Nothing more is expected of the peer.
        void abandon() {
            stopped = true;
            if (transaction != null) {
                transaction.terminate();
            }
        }

        @Override
        public void answered(WireResponse response) {
            heard |= response.status() < 200;
            if (!retried(response) && !reworded(response)) {
                user.answered(response);
            }
        }

        /// Asks again for a longer session interval (RFC 4028 §7.3).
        private boolean reworded(WireResponse response) {
            if (response.status() != 422 || stopped || attempts >= MOST_ATTEMPTS) {
                return false;
            }
            var longer = SessionTerms.longer(response, draft.headers());
            longer.ifPresent(headers -> {
                draft = draft.withHeaders(headers);
                begin();
            });
            return longer.isPresent();
        }

        private boolean retried(WireResponse response) {
            boolean challenge = response.status() == 401 || response.status() == 407;
            if (!challenge
                    || stopped
                    || attempts >= MOST_ATTEMPTS
                    || draft.account().isEmpty()) {
                return false;
            }
            Optional<SipHeader> answer =
                    DigestClient.answer(response, draft.account().get(), draft.method(), draft.uri(), Identity.mark());
            // A second challenge of the same kind means that the password is wrong, unless the nonce was stale.
            boolean again = answer.isPresent()
                    && draft.headers().stream()
                            .anyMatch(h -> h.name().equals(answer.get().name()))
                    && !Challenges.isStale(response);
            if (answer.isEmpty() || again) {
                return false;
            }
            draft = draft.with(answer.get());
            begin();
            return true;
        }

        @Override
        public void timedOut() {
            user.timedOut();
        }

        @Override
        public void unreachable() {
            user.unreachable();
        }
    }
}
