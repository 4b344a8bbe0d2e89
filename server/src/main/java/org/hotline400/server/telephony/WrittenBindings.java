package org.hotline400.server.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hotline400.sip.ContactBinding;

/// What the database has of a phone's bindings.
///
/// @param at when it was written
record WrittenBindings(List<ContactBinding> bindings, Instant at) {

    /// Whether it still tells enough of what the bindings are now: nothing but the time is new, and by less than half
    /// of what was left when it was written. So a phone that renews early costs no transaction each time; after a
    /// restart it lapses that much sooner, unless it renews as it did.
    boolean suffices(List<ContactBinding> now) {
        if (now.size() != bindings.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!suffices(bindings.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean suffices(ContactBinding before, ContactBinding now) {
        var later = Duration.between(before.until(), now.until());
        return isSame(before, now)
                && !later.isNegative()
                && later.multipliedBy(2).compareTo(Duration.between(at, before.until())) < 0;
    }

    /// The number of the request does not count: no nonce of before a restart is taken after it, so no old request.
    private static boolean isSame(ContactBinding before, ContactBinding now) {
        return before.contact().equals(now.contact())
                && before.priority() == now.priority()
                && before.callId().equals(now.callId())
                && before.since().equals(now.since())
                && before.source().equals(now.source())
                && before.direct() == now.direct()
                && before.path().equals(now.path())
                && before.instance().equals(now.instance())
                && before.userAgent().equals(now.userAgent());
    }
}
