package org.hotline400.sip.internal.dialog;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.digest.KnownChallenges;
import org.hotline400.sip.internal.timing.Timers;
import org.hotline400.sip.internal.transaction.ClientTransaction;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.transaction.Heir;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.hotline400.sip.internal.transaction.OutboundRequest.RequestHead;
import org.hotline400.sip.internal.transaction.Surroundings;
import org.hotline400.sip.internal.transaction.Transactions;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// Sends requests: finds the hops, gives branch and number, answers a challenge, turns to the next hop when one fails
/// (RFC 3263 §4.3).
public final class Requests {

    private final Identity identity;
    private final Hops hops;
    private final Transactions transactions;
    private final Surroundings surroundings;
    private final Timers timers;
    private final Setbacks setbacks = new Setbacks();
    private final KnownChallenges challenges = new KnownChallenges();

    public Requests(Identity identity, Hops hops, Transactions transactions, Surroundings surroundings) {
        this.identity = identity;
        this.hops = hops;
        this.transactions = transactions;
        this.surroundings = surroundings;
        this.timers = surroundings.timers();
    }

    /// @param reader makes an heir of what one has written
    void heirs(Function<List<byte[]>, Heir> reader) {
        transactions.heirs(reader);
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

    /// Writes a request that has no transaction of its own (the ACK for a 2xx).
    ///
    /// @param ready hears it with its hop, once; empty when there is no way to the peer
    void withoutTransaction(Draft draft, Consumer<Optional<OutboundRequest>> ready) {
        route(
                draft,
                ways -> ready.accept(ways.stream()
                        .findFirst()
                        .map(way -> outbound(draft, draft.cseq().getAsLong(), way.hop()))));
    }

    /// @param found hears the ways in the order to try them
    private void route(Draft draft, Consumer<List<Way>> found) {
        if (draft.hop().isPresent()) {
            found.accept(List.of(new Way(draft.hop().get(), false)));
        } else {
            lookUp(draft, ways -> found.accept(setbacks.ordered(ways, timers.now())));
        }
    }

    private void lookUp(Draft draft, Consumer<List<Way>> found) {
        var question = new LookUp(found);
        hops.find(draft.follow(), question::answer);
        question.limit(timers, surroundings.patience());
    }

    private OutboundRequest outbound(Draft draft, long number, SipHop hop) {
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
                number,
                draft.maxForwards());
        List<SipHeader> headers = new ArrayList<>(draft.headers().size() + 2);
        if (draft.contact()) {
            headers.add(new SipHeader("Contact", identity.contact(hop.transport(), Identity.isSecured(draft.uri()))));
        }
        headers.add(new SipHeader("User-Agent", identity.userAgent()));
        headers.addAll(draft.headers());
        if (!draft.method().equals("ACK")) {
            // An ACK repeats those of its INVITE.
            headers.addAll(challenges.credentials(
                    draft.callId(), draft.account(), draft.method(), draft.uri(), Identity::mark));
        }
        return new OutboundRequest(head, headers, draft.body(), hop);
    }

    /// One request under way, over as many transactions as challenges ask for and hops fail.
    final class Sending implements ClientUser {

        private static final int MOST_ATTEMPTS = 4;
        private static final long SETBACK = Duration.ofMinutes(1).toMillis();
        /// Whoever does not speak TCP will not begin to soon, and a call waits while we find out.
        private static final long NO_TCP = Duration.ofMinutes(5).toMillis();

        private final ClientUser user;
        private Draft draft;
        private final Set<String> answered = new HashSet<>(2);
        private int attempts;
        private boolean stopped;
        private boolean heard;
        private boolean turnedToTcp;
        private boolean followed;
        private long number;
        private final ArrayDeque<Way> left = new ArrayDeque<>(2);
        private @Nullable SipHop hop;
        private @Nullable OutboundRequest current;
        private @Nullable ClientTransaction transaction;

        Sending(Draft draft, ClientUser user) {
            this.draft = draft;
            this.user = user;
        }

        private void begin() {
            attempts++;
            number = draft.cseq().getAsLong();
            route(draft, this::found);
        }

        private void found(List<Way> ways) {
            left.clear();
            left.addAll(ways);
            if (left.isEmpty() || stopped) {
                user.unreachable();
            } else {
                attempt(left.remove());
            }
        }

        /// Sends it one way; the same request with a branch of its own (RFC 3263 §4.3).
        private void attempt(Way way) {
            OutboundRequest request = outbound(draft, number, way.hop());
            Way tcp = way.overTcp();
            turnedToTcp = way.mayTurnToTcp() && request.isLong() && !setbacks.isSetBack(tcp.hop(), timers.now());
            if (turnedToTcp) {
                left.addFirst(new Way(way.hop(), false));
                request = outbound(draft, number, tcp.hop());
            }
            send(request);
        }

        private void send(OutboundRequest request) {
            heard = false;
            hop = request.hop();
            current = request;
            transaction = transactions.send(request, this);
        }

        /// The hop failed: takes the next one.
        ///
        /// @return false when there is none
        private boolean passedOn() {
            if (hop != null) {
                setbacks.failed(hop, timers.now() + (turnedToTcp ? NO_TCP : SETBACK));
            }
            if (stopped || left.isEmpty()) {
                return false;
            }
            attempt(left.remove());
            return true;
        }

        /// The connection that a dialog's first request came on is gone: its Contact may still lead to the peer.
        private boolean followed() {
            boolean pinned =
                    draft.hop().isPresent() && !Inbound.tagOf(draft.to()).isEmpty();
            if (!pinned || followed || stopped) {
                return false;
            }
            followed = true;
            lookUp(draft, this::found);
            return true;
        }

        /// The request as last sent; null until the peer has sent a provisional response to this very attempt, as only
        /// then may it be cancelled (RFC 3261 §9.1).
        @Nullable
        OutboundRequest cancellable() {
            return heard ? current : null;
        }

        /// The credentials of the request as last sent.
        List<SipHeader> credentials() {
            return current == null ? List.of() : current.credentials();
        }

        /// No further attempt: the next final response goes up as it is.
        void stop() {
            stopped = true;
        }

        /// The user is done with it, though responses may still come: they go to this one.
        void leaveTo(Heir heir) {
            stopped = true;
            if (transaction != null) {
                transaction.leaveTo(heir);
            }
        }

        /// Nothing more is expected of the peer.
        void abandon() {
            stopped = true;
            if (transaction != null) {
                transaction.terminate();
            }
        }

        /// The user waits no longer for a hop that has not answered: others are tried before it from now on.
        void giveUp() {
            if (hop != null && !heard) {
                setbacks.failed(hop, timers.now() + SETBACK);
            }
            abandon();
        }

        @Override
        public void answered(WireResponse response) {
            heard |= response.status() < 200;
            if (response.status() >= 200 && response.status() != 503 && hop != null) {
                setbacks.worked(hop);
            }
            boolean elsewhere = response.status() == 503 && passedOn();
            if (!elsewhere && !retried(response) && !reworded(response)) {
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
                sendAgain();
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
            if (!challenges.learn(draft.callId(), response, answered)) {
                return false;
            }
            sendAgain();
            return true;
        }

        /// To the same hop, under a new number: others do not know its nonce.
        private void sendAgain() {
            attempts++;
            number = draft.cseq().getAsLong();
            send(outbound(draft, number, Objects.requireNonNull(hop)));
        }

        @Override
        public void timedOut() {
            if (!passedOn()) {
                user.timedOut();
            }
        }

        @Override
        public void unreachable() {
            if (!passedOn() && !followed()) {
                user.unreachable();
            }
        }
    }
}
