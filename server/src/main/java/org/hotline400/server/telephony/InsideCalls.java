package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.server.prompts.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls between two phones of one enterprise: the other rings, and that is all. No plan, no record, no charge.
final class InsideCalls {
    private static final Logger log = LoggerFactory.getLogger(InsideCalls.class);
    private static final Duration RING = Duration.ofSeconds(60);
    private static final Duration SET_UP = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(4);

    private InsideCalls() {}

    /// Leads a call through its whole life. Never throws.
    static void lead(SipPhone phone, Arrival.InsideCall call) {
        HangUp cause = HangUp.PLATFORM_FAILURE;
        try {
            cause = ring(phone, call);
        } catch (CallerGoneException _) {
            cause = HangUp.NORMAL;
        } catch (PhoneFailedException failed) {
            cause = failed.hangUp();
        } catch (RuntimeException e) {
            log.error(
                    "A call from {} to extension {} failed",
                    call.from().user(),
                    call.to().number(),
                    e);
        }
        phone.hangUp(cause);
    }

    private static HangUp ring(SipPhone phone, Arrival.InsideCall call) {
        var order = new DialOrder(call.from().tenant(), call.to(), Optional.empty(), RING, SET_UP, false);
        return switch (phone.dial(order)) {
            case DialOutcome.Reached _ -> {
                phone.talk(new TalkTerms(
                        LONGEST,
                        phone.silence(),
                        Announcement.holdMusic(call.from().tenant(), Language.ZH)));
                yield HangUp.NORMAL;
            }
            case DialOutcome.Busy _ -> HangUp.BUSY;
            case DialOutcome.Declined _ -> HangUp.REJECTED;
            case DialOutcome.NoAnswer _, DialOutcome.NotAccepted _, DialOutcome.LetGo _ -> HangUp.NO_ANSWER;
            case DialOutcome.Unreachable _ -> HangUp.UNREACHABLE;
            case DialOutcome.NoCommonCodec _ -> HangUp.NO_COMMON_CODEC;
            case DialOutcome.Failed _ -> HangUp.CARRIER_FAILURE;
        };
    }
}
