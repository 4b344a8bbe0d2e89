package org.hotline400.server.notifications.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.EventKind;

/// Something to tell.
///
/// @param number the 400 number it is about; empty for none
/// @param data becomes `data` of the payload: texts, numbers, lists and maps of them
record Event(
        UUID id,
        TenantId tenant,
        EventKind kind,
        String number,
        Optional<CallId> call,
        Instant at,
        Map<String, Object> data) {

    static Event ofCall(
            TenantId tenant, EventKind kind, String number, CallId call, Instant at, Map<String, Object> data) {
        return new Event(Ids.next(), tenant, kind, number, Optional.of(call), at, data);
    }

    static Event of(TenantId tenant, EventKind kind, Instant at, Map<String, Object> data) {
        return new Event(Ids.next(), tenant, kind, "", Optional.empty(), at, data);
    }
}
