package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.CallMeter.Permit;
import org.hotline400.server.kernel.CallId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long one call may go on, as its meter says. The meter hears from it what becomes of the call, and is
/// asked when that has changed, and before what it allowed runs out. Belongs to the call's thread.
///
/// A meter that throws does not end a call at once: it is asked again every second for a minute.
public final class PaidTime {
    private static final Logger log = LoggerFactory.getLogger(PaidTime.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// A meter that wants to be asked without end is not asked more often.
    private static final Duration SOONEST = Duration.ofMillis(100);

    private final CallId call;
    private final CallMeter meter;
    private Instant askAt = Instant.MAX;
    private Instant warnAt = Instant.MAX;
    private Instant end = Instant.MAX;
    private @Nullable Instant failingSince;

    public PaidTime(CallId call, CallMeter meter) {
        this.call = call;
        this.meter = meter;
    }

    void answered(Instant at) {
        tell(() -> meter.answered(at));
        askAt = at;
    }

    void talking(Target target, Instant from, boolean isRecorded) {
        tell(() -> meter.talking(target, from, isRecorded));
        askAt = from;
    }

    void talkOver(Instant at) {
        tell(() -> meter.talkOver(at));
        askAt = at;
    }

    /// What happens at this moment, happens at the end at the latest: the call is cut off then, even if that
    /// takes a few milliseconds, and nothing beyond it is to be paid.
    Instant within(Instant at) {
        return at.isAfter(end) ? end : at;
    }

    /// When to call [#look] at the latest; [Instant#MAX]: nothing is due until something changes.
    public Instant nextLook() {
        return earlier(askAt, earlier(warnAt, end));
    }

    /// Asks the meter, when that is due.
    ///
    /// @return whether caller and target are to hear now that the end is near
    /// @throws FundsExhaustedException when the call may not go on
    /// @throws PhoneFailedException when the meter has failed for too long
    public boolean look(Instant now) {
        if (!askAt.isAfter(now)) {
            ask(now);
        }
        if (!end.isAfter(now)) {
            throw new FundsExhaustedException();
        }
        var warns = !warnAt.isAfter(now);
        if (warns) {
            warnAt = Instant.MAX;
        }
        return warns;
    }

    private void ask(Instant now) {
        askAt = Instant.MAX;
        Permit permit;
        try {
            permit = meter.goOn(now);
        } catch (RuntimeException e) {
            failed(now, e);
            return;
        }
        failingSince = null;
        take(permit, now);
    }

    private void take(Permit permit, Instant now) {
        switch (permit) {
            case Permit.GoOn goOn -> {
                askAt = later(goOn.askAt(), now.plus(SOONEST));
                warnAt = Instant.MAX;
                end = Instant.MAX;
            }
            case Permit.Final last -> {
                if (!last.end().equals(end)) {
                    warnAt = last.warning().isZero() ? Instant.MAX : last.end().minus(last.warning());
                }
                end = last.end();
            }
        }
    }

    /// What was allowed before stays as it was.
    private void failed(Instant now, RuntimeException e) {
        if (failingSince == null) {
            failingSince = now;
            log.error("call {}: its meter failed, and is asked again for {} s", call, PATIENCE.toSeconds(), e);
        } else if (!failingSince.plus(PATIENCE).isAfter(now)) {
            throw new PhoneFailedException(HangUp.PLATFORM_FAILURE, "what the call costs could not be counted", e);
        }
        askAt = now.plus(AGAIN);
    }

    private void tell(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            log.error("call {}: its meter did not take what happened", call, e);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
