package org.hotline400.server.telephony;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline400.server.callplans.Target;
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
    private static final Pattern FOUR_HUNDRED = Pattern.compile("(\\+86|0086|86|0)?400[0-9]{7}");
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,6}");

    private final Trust trust;
    private final PhoneDesk desk;
    private final PhoneDirectory phones;
    private final Doorway doorway;
    private final RefusalNotes notes;
    private final Alarms alarms;
    private final Clock clock;

    FrontDesk(
            Trust trust,
            PhoneDesk desk,
            PhoneDirectory phones,
            Doorway doorway,
            RefusalNotes notes,
            Alarms alarms,
            Clock clock) {
        this.trust = trust;
        this.desk = desk;
        this.phones = phones;
        this.doorway = doorway;
        this.notes = notes;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Turns a leg into a phone with a thread; set once the stack it belongs to runs.
    @FunctionalInterface
    interface Doorway {
        void enter(Arrival arrival);

        /// How long who enters now will wait for his thread, in milliseconds.
        default long delay() {
            return 0;
        }
    }

    @Override
    public long delay() {
        return doorway.delay();
    }

    @Override
    public Standing standing(SipSource source) {
        return trust.standing(source);
    }

    @Override
    public LegListener onInvite(IncomingLeg leg) {
        return switch (trust.judge(leg.invite(), leg.source())) {
            case Trust.Verdict.Trusted(var trunk) -> {
                leg.proved();
                yield welcome(leg, trunk);
            }
            case Trust.Verdict.OwnPhone(var phone) -> {
                leg.proved();
                yield phoneCalls(leg, phone);
            }
            case Trust.Verdict.Challenge(var challenges) -> {
                leg.reject(PhoneDesk.challenge(challenges));
                yield _ -> {};
            }
            case Trust.Verdict.Stranger(var why) -> {
                turnAway(leg, why);
                yield _ -> {};
            }
        };
    }

    private LegListener welcome(IncomingLeg leg, Trunk trunk) {
        var caller = CallerIdentity.asserted(leg.invite());
        var dialled = dialled(leg.invite());
        return enter(
                leg,
                caller,
                trunk.isRegisteredAs(dialled) ? behindContact(leg.invite(), dialled) : dialled,
                trunk.name(),
                Optional.empty());
    }

    /// A carrier where we are registered calls our contact; which number was dialled stands beside it: in
    /// P-Called-Party-ID (RFC 7315 §4.2), else in To.
    private static String behindContact(SipRequest invite, String contact) {
        return Stream.of("P-Called-Party-ID", "To")
                .flatMap(name -> invite.header(name).stream())
                .map(CallerIdentity::user)
                .filter(user -> FOUR_HUNDRED.matcher(user).matches())
                .findFirst()
                .orElse(contact);
    }

    private LegListener enter(
            IncomingLeg leg, CallerIdentity caller, String dialled, String line, Optional<Arrival.InsideCall> inside) {
        var signals = new CallSignals(alarms);
        doorway.enter(new Arrival(call(leg.invite(), caller, dialled, line), caller, inside, leg, signals));
        return event -> signals.tell(new Signal.FromCaller(event));
    }

    /// A phone may call 400 numbers and the phones of its own enterprise, never out through a trunk: who steals its
    /// password shall not make calls at the enterprise's cost.
    private LegListener phoneCalls(IncomingLeg leg, DeskPhone phone) {
        var caller = CallerIdentity.of(phone, leg.invite());
        var dialled = dialled(leg.invite());
        if (FOUR_HUNDRED.matcher(dialled).matches()) {
            return enter(leg, caller, dialled, phone.line(), Optional.empty());
        }
        if (phones.ofExtension(phone.tenant(), dialled).isPresent()) {
            var inside = new Arrival.InsideCall(phone, new Target.Extension(dialled));
            return enter(leg, caller, dialled, phone.line(), Optional.of(inside));
        }
        leg.reject(
                EXTENSION.matcher(dialled).matches()
                        ? SipReply.of(404, "No Phone With This Extension")
                        : SipReply.of(403, "Only 400 Numbers And Extensions May Be Called"));
        return _ -> {};
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
        notes.take(new RefusedCall(
                call(invite, CallerIdentity.claimed(invite), dialled(invite), ""), reason, from, status, why));
    }

    private IncomingCall call(SipRequest invite, CallerIdentity caller, String dialled, String line) {
        return new IncomingCall(CallId.next(), caller.shown(), dialled, line, invite.callId(), clock.instant());
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
                        .with("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK")
                        .with("Accept", "application/sdp");
            case "REGISTER" -> desk.register(request, source);
            default ->
                SipReply.of(405, "Method Not Allowed")
                        .with("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK");
        };
    }
}
