package org.hotline400.server.telephony;

import java.time.Clock;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.IncomingCall;
import org.hotline400.server.calls.RefusedCall;
import org.hotline400.server.kernel.CallId;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipApplication;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Standing;

/// Where SIP comes in: lets calls of trusted trunks through to a thread of their own, turns strangers away.
///
/// Runs on the SIP loop, so it only looks things up in memory.
final class FrontDesk implements SipApplication {
    private final Trust trust;
    private final Doorway doorway;
    private final RefusalNotes notes;
    private final Clock clock;

    FrontDesk(Trust trust, Doorway doorway, RefusalNotes notes, Clock clock) {
        this.trust = trust;
        this.doorway = doorway;
        this.notes = notes;
        this.clock = clock;
    }

    /// Turns a leg into a phone with a thread; set once the stack it belongs to runs.
    @FunctionalInterface
    interface Doorway {
        void enter(IncomingCall call, IncomingLeg leg, CallSignals signals);
    }

    /// The operator's trunks are trusted by their addresses; whoever else is there must prove himself.
    @Override
    public Standing standing(SipSource source) {
        return trust.isTrunk(source) ? Standing.TRUSTED : Standing.STRANGER;
    }

    @Override
    public LegListener onInvite(IncomingLeg leg) {
        return switch (trust.judge(leg.invite(), leg.source())) {
            case Trust.Verdict.Trusted(var trunk) -> welcome(leg, trunk);
            case Trust.Verdict.Challenge(var challenges) -> {
                var reply = SipReply.of(401, "Unauthorized");
                for (var challenge : challenges) {
                    reply = reply.with("WWW-Authenticate", challenge);
                }
                leg.reject(reply);
                yield _ -> {};
            }
            case Trust.Verdict.Stranger(var why) -> {
                turnAway(leg, why);
                yield _ -> {};
            }
        };
    }

    private LegListener welcome(IncomingLeg leg, Trunk trunk) {
        var signals = new CallSignals();
        doorway.enter(call(leg.invite(), trunk.name()), leg, signals);
        return event -> signals.tell(new Signal.FromCaller(event));
    }

    private void turnAway(IncomingLeg leg, String why) {
        leg.reject(SipReply.of(403, "Forbidden"));
        note(leg.invite(), leg.source(), EndReason.UNTRUSTED_SOURCE, 403, why);
    }

    @Override
    public void onRefused(SipRequest invite, SipSource source, SipReply reply) {
        var why = "the INVITE was answered " + reply.status() + " " + reply.phrase();
        note(invite, source, EndReason.MALFORMED, reply.status(), why);
    }

    private void note(SipRequest invite, SipSource source, EndReason reason, int status, String why) {
        var address = source.address();
        var from = address.getAddress().getHostAddress() + ":" + address.getPort();
        notes.take(new RefusedCall(call(invite, ""), reason, from, status, why));
    }

    private IncomingCall call(SipRequest invite, String trunk) {
        return new IncomingCall(
                CallId.next(), CallerIdentity.of(invite), dialled(invite), trunk, invite.callId(), clock.instant());
    }

    private static String dialled(SipRequest invite) {
        try {
            return invite.uri().user().orElse("");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    @Override
    public SipReply onRequest(SipRequest request, SipSource source) {
        return switch (request.method()) {
            case "OPTIONS" ->
                SipReply.of(200, "OK")
                        .with("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE")
                        .with("Accept", "application/sdp");
            case "REGISTER" -> SipReply.of(403, "Registration is not offered here");
            default ->
                SipReply.of(405, "Method Not Allowed").with("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE");
        };
    }
}
