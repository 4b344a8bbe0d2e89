package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.PromptName;

/// May this call proceed, and for how long? A module contributes a bean for a named stage of the fixed chain before
/// the plan; the stages are asked in the order of [Stage] until one refuses.
public interface Admission {

    Stage stage();

    /// Decides, from memory or with a wait of at most half a second. Called on the call's thread.
    Verdict admit(Request call);

    /// The call that this stage admitted is over. For each [Verdict.Admitted] exactly one of this and [#withdraw]
    /// is called, once.
    default void release(CallId call) {}

    /// A later stage refused the call that this one admitted: it never counted.
    default void withdraw(CallId call) {
        release(call);
    }

    /// In the order they are asked; credit is reserved last.
    enum Stage {
        RATE,
        BLACKLIST,
        REGION_BAR,
        CAPS,
        CONCURRENCY,
        CREDIT
    }

    record Request(CallId id, TenantId tenant, HotlineNumber number, CallerNumber caller, CallPlan plan, Instant at) {}

    sealed interface Verdict {

        /// @param limit the longest this call may last, where this stage sets one
        /// @param note what the record shall say of how it was admitted; needs no facts
        /// @param meter that counts what it costs; only of [Stage#CREDIT], empty: nothing is counted
        record Admitted(Optional<Duration> limit, Optional<Why> note, Optional<CallMeter> meter) implements Verdict {
            public Admitted(Optional<Duration> limit, Optional<Why> note) {
                this(limit, note, Optional.empty());
            }

            /// For as long as it likes, with nothing to say about it.
            public static Admitted freely() {
                return new Admitted(Optional.empty(), Optional.empty());
            }

            public static Admitted noting(Why why) {
                return new Admitted(Optional.empty(), Optional.of(why));
            }
        }

        /// @param announcement what the caller hears first; may be empty
        /// @param detail in plain words, for the record
        record Refused(EndReason reason, HangUp cause, List<PromptName> announcement, String detail)
                implements Verdict {}
    }
}
