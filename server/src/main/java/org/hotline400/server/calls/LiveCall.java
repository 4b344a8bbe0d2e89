package org.hotline400.server.calls;

import java.time.Instant;
import java.util.Locale;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;

/// A call that is going on now.
///
/// @param target whom it rings or talks to; empty when nobody
public record LiveCall(
        CallId id, TenantId tenant, String number, CallerNumber caller, Instant since, State state, String target) {

    public enum State {
        STARTED,
        IN_PLAN,
        RINGING,
        TALKING,
        LEAVING_MESSAGE;

        /// The text code: `in-plan`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    LiveCall now(State now, String whom) {
        return new LiveCall(id, tenant, number, caller, since, now, whom);
    }
}
