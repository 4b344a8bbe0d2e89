package org.hotline400.sip.internal;

import org.hotline400.sip.SipLimits;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.internal.dialog.Endpoint;
import org.hotline400.sip.internal.dialog.Inbound;
import org.hotline400.sip.internal.guard.Guard;
import org.hotline400.sip.internal.guard.LoadGauge;
import org.hotline400.sip.internal.guard.Offence;
import org.hotline400.sip.internal.transaction.Transactions;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/// What may come in: who sends it (the [Guard]), whether the loop keeps up (the [LoadGauge]), and whether there is
/// room. Calls under way are asked for nothing but a ban of their source.
final class Door {

    private final Guard guard;
    private final LoadGauge load;
    private final SipLimits limits;
    private final Transactions transactions;
    private final Endpoint endpoint;
    private boolean refusing;
    private int strangers;
    private long shed;

    Door(Guard guard, LoadGauge load, SipLimits limits, Transactions transactions, Endpoint endpoint) {
        this.guard = guard;
        this.load = load;
        this.limits = limits;
        this.transactions = transactions;
        this.endpoint = endpoint;
    }

    void refuseNewCalls() {
        refusing = true;
    }

    long shed() {
        return shed;
    }

    boolean admits(SipSource source) {
        return guard.admits(source);
    }

    boolean admits(WireRequest request, SipSource source) {
        return guard.admits(request, source);
    }

    /// Whether a request outside any dialog must be answered 503 because there is no room or no time for it.
    boolean isShut(WireRequest request, SipSource source) {
        boolean shut = transactions.count() >= limits.maxTransactions()
                || (strangers >= limits.maxStrangerTransactions() && guard.isStranger(source))
                || (request.method().equals("INVITE")
                        && (refusing || endpoint.legs() >= limits.maxLegs() || load.overloaded()));
        if (shut) {
            shed++;
        }
        return shut;
    }

    /// A request from there gets a transaction.
    ///
    /// @return to be run once, when the transaction is over; null when nobody counts it
    @Nullable
    Runnable enter(SipSource source) {
        if (!guard.isStranger(source)) {
            return null;
        }
        strangers++;
        return () -> strangers--;
    }

    void offended(SipSource source, Offence offence) {
        guard.offended(source, offence);
    }

    /// Hears how the application answered a request outside any dialog that proved nothing so far.
    void answered(Inbound inbound, SipReply reply) {
        WireRequest request = inbound.request();
        boolean credentials =
                request.first(HeaderId.AUTHORIZATION) != null || request.first(HeaderId.PROXY_AUTHORIZATION) != null;
        if (credentials && request.method().equals("REGISTER") && reply.status() < 300) {
            // Nobody is registered who did not prove himself. Of calls the application tells.
            guard.proved(inbound.source());
        } else {
            guard.answered(inbound.source(), reply.status(), credentials, saysStale(reply));
        }
    }

    /// The application says that a call from there proved itself.
    void proved(SipSource source) {
        guard.proved(source);
    }

    private static boolean saysStale(SipReply reply) {
        return reply.headers().stream()
                .anyMatch(header -> header.name().endsWith("-Authenticate")
                        && header.value().contains("stale=true"));
    }
}
