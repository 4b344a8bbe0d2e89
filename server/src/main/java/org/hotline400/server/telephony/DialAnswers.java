package org.hotline400.server.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.DialOutcome.Signalling;
import org.hotline400.sip.SipMessage;
import org.hotline400.sip.SipResponse;

/// Reads the final answer to a dialled leg (RFC 3261 §21, Q.850 causes in Reason, RFC 3326).
final class DialAnswers {
    private static final Pattern CAUSE = Pattern.compile("(?i)Q\\.850\\s*;.*?cause\\s*=\\s*([0-9]{1,3})\\b.*");
    private static final int USER_BUSY = 17;
    private static final int NO_USER_RESPONDING = 18;
    private static final int NO_ANSWER = 19;
    private static final int CALL_REJECTED = 21;

    private DialAnswers() {}

    static DialOutcome read(SipResponse response, Signalling signalling) {
        return switch (signalling.q850().orElse(0)) {
            case USER_BUSY -> new DialOutcome.Busy(signalling);
            case NO_USER_RESPONDING, NO_ANSWER -> new DialOutcome.NoAnswer(signalling);
            case CALL_REJECTED -> new DialOutcome.Declined(signalling);
            default -> byStatus(response.status(), signalling);
        };
    }

    private static DialOutcome byStatus(int status, Signalling signalling) {
        return switch (status) {
            case 486, 600 -> new DialOutcome.Busy(signalling);
            case 603 -> new DialOutcome.Declined(signalling);
            case 488, 606 -> new DialOutcome.NoCommonCodec(signalling);
            case 401, 403, 407, 408 -> new DialOutcome.Failed(signalling);
            default ->
                status >= 500 && status < 600
                        ? new DialOutcome.Failed(signalling)
                        : new DialOutcome.Unreachable(signalling);
        };
    }

    /// Whether the network failed rather than the person called: then another trunk may do better.
    static boolean anotherRouteMayHelp(DialOutcome outcome) {
        return switch (outcome) {
            case DialOutcome.Failed _ -> true;
            case DialOutcome.Unreachable(var signalling) ->
                signalling.ringAt().isEmpty() && signalling.sipStatus().isEmpty();
            case DialOutcome.Reached _,
                    DialOutcome.Busy _,
                    DialOutcome.NoAnswer _,
                    DialOutcome.Declined _,
                    DialOutcome.NoCommonCodec _,
                    DialOutcome.NotAccepted _,
                    DialOutcome.LetGo _ -> false;
        };
    }

    static Signalling signalling(SipResponse response, Optional<Instant> ringAt, String sipCallId, String trunk) {
        var status = response.status();
        var text = "the called carrier answered " + status + " " + response.phrase();
        return new Signalling(ringAt, OptionalInt.of(status), cause(response), sipCallId, trunk, text.strip());
    }

    static Signalling silent(Optional<Instant> ringAt, String sipCallId, String trunk, String text) {
        return new Signalling(ringAt, OptionalInt.empty(), OptionalInt.empty(), sipCallId, trunk, text);
    }

    /// The same facts in other words.
    static Signalling inWords(Signalling said, String text) {
        return new Signalling(said.ringAt(), said.sipStatus(), said.q850(), said.sipCallId(), said.trunk(), text);
    }

    /// What it comes to when there is no way at all.
    static DialOutcome noRoute(Target target) {
        return switch (target) {
            case Target.Line _, Target.SipAddress _ ->
                new DialOutcome.Failed(unsent("no trunk is up that could reach " + target.text()));
            case Target.Extension(var number) ->
                new DialOutcome.Unreachable(unsent("no phone with extension " + number + " is registered"));
        };
    }

    private static Signalling unsent(String text) {
        return silent(Optional.empty(), "", "", text);
    }

    /// Which of two failures says more about whoever was called, for several phones that rang at once (RFC 3261
    /// §16.7 step 6, in our terms).
    static DialOutcome better(DialOutcome one, DialOutcome other) {
        return rank(other) < rank(one) ? other : one;
    }

    private static int rank(DialOutcome outcome) {
        return switch (outcome) {
            case DialOutcome.Reached _ -> 0;
            case DialOutcome.Declined _ -> 1;
            case DialOutcome.Busy _ -> 2;
            case DialOutcome.NoAnswer _ -> 3;
            case DialOutcome.NoCommonCodec _ -> 4;
            case DialOutcome.Unreachable _ -> 5;
            case DialOutcome.Failed _ -> 6;
            case DialOutcome.NotAccepted _, DialOutcome.LetGo _ ->
                throw new IllegalArgumentException("no single leg comes to that: " + outcome);
        };
    }

    static OptionalInt cause(SipMessage message) {
        for (var reason : message.headers("Reason")) {
            var matcher = CAUSE.matcher(reason);
            if (matcher.matches()) {
                return OptionalInt.of(Integer.parseInt(matcher.group(1)));
            }
        }
        return OptionalInt.empty();
    }
}
