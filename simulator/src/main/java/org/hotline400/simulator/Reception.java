package org.hotline400.simulator;

import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.NoPortLeftException;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.DigestResult;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSource;

/// Takes what the carrier is sent: keeps it to be looked at, checks credentials where they are asked for, and puts
/// calls through to phones. On the stack's loop: the life of a phone goes to a thread of its own.
final class Reception implements SipApplication {
    private static final String REALM = "carrier";
    private static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK";
    private static final int MOST_CAPTURED = 10_000;

    private final MediaEngine media;
    private final Wire wire;
    private final Optional<SipAccount> callerAccount;
    private final Function<String, SimulatedPhone> phones;
    private final DigestChallenges challenges = DigestChallenges.fresh(Clock.systemUTC());
    private final Deque<SipRequest> received = new ArrayDeque<>();

    Reception(
            MediaEngine media, Wire wire, Optional<SipAccount> callerAccount, Function<String, SimulatedPhone> phones) {
        this.media = media;
        this.wire = wire;
        this.callerAccount = callerAccount;
        this.phones = phones;
    }

    @Override
    public LegListener onInvite(IncomingLeg leg) {
        capture(leg.invite());
        var refusal = callerAccount.flatMap(account -> refusal(leg.invite(), account));
        if (refusal.isPresent()) {
            leg.reject(refusal.get());
            return event -> {};
        }
        try {
            return putThrough(leg, phones.apply(leg.invite().uri().user().orElse("")));
        } catch (NoPortLeftException e) {
            leg.reject(SipReply.of(503, "No Port Left"));
            return event -> {};
        }
    }

    private Optional<SipReply> refusal(SipRequest invite, SipAccount account) {
        var result = challenges.verify(
                invite,
                REALM,
                user -> user.equals(account.user()) ? Optional.of(account.password()) : Optional.empty());
        return switch (result) {
            case DigestResult.Authenticated _ -> Optional.empty();
            case DigestResult.Refused _ -> Optional.of(SipReply.of(403, "Forbidden"));
            case DigestResult.Missing(var values) -> {
                var reply = SipReply.of(407, "Proxy Authentication Required");
                for (var value : values) {
                    reply = reply.with("Proxy-Authenticate", value);
                }
                yield Optional.of(reply);
            }
        };
    }

    private LegListener putThrough(IncomingLeg leg, SimulatedPhone phone) {
        var behaviour = phone.behaviour();
        var call = new Call(leg, new Audio(media, talk(behaviour)), InstantSource.system());
        var callee = new Callee(leg, call, behaviour, wire);
        phone.called(call);
        Thread.ofVirtual().name("phone-" + phone.number()).start(callee);
        return callee;
    }

    private static Talk talk(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Answers(var _, var talk) -> talk;
            case Behaviour.Vanishes(var _, var talk, var _) -> talk;
            case Behaviour.Announces(var _, var _, var then) -> talk(then);
            case Behaviour.Refuses _, Behaviour.NeverAnswers _, Behaviour.NoProgress _ ->
                Talk.saying(new Voice.Silence());
        };
    }

    @Override
    public SipReply onRequest(SipRequest request, SipSource source) {
        capture(request);
        return request.method().equals("OPTIONS")
                ? SipReply.of(200, "OK").with("Allow", ALLOW)
                : SipReply.of(405, "Method Not Allowed").with("Allow", ALLOW);
    }

    /// Requests outside dialogs that came in, oldest first.
    List<SipRequest> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    private void capture(SipRequest request) {
        synchronized (received) {
            if (received.size() == MOST_CAPTURED) {
                received.removeFirst();
            }
            received.addLast(request);
        }
    }
}
