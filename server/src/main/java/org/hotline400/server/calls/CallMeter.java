package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import org.hotline400.server.callplans.Target;

/// Port: counts what one call costs while it lasts, and says how long it may go on. Comes with the verdict of the
/// stage that reserves credit ([Admission.Stage#CREDIT]); used by the call's own thread. No method throws, and only
/// [#goOn] waits.
public interface CallMeter {

    /// The platform answered the caller.
    void answered(Instant at);

    /// A talk begins.
    ///
    /// @param from when it begins to count: the target's answer, or its acceptance where that was wanted
    /// @param isRecorded whether it is recorded
    void talking(Target target, Instant from, boolean isRecorded);

    /// The talk is over; the call may go on.
    void talkOver(Instant at);

    /// Until when the call may go on as it stands. Asked when the call was answered, when a talk begins or the call
    /// goes
    /// on after one, and again before the last answer runs out. Waits at most half a second.
    Permit goOn(Instant now);

    /// How long a call may go on.
    sealed interface Permit {

        /// It may go on, and asks again.
        ///
        /// @param askAt at the latest; [Instant#MAX] where it need not ask again until something changes
        record GoOn(Instant askAt) implements Permit {}

        /// It may go on until then, and no longer.
        ///
        /// @param end when it is ended
        /// @param warning how long before that both sides hear a tone; zero for none
        record Final(Instant end, Duration warning) implements Permit {}
    }
}
