package org.hotline400.server.notifications.internal;

import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.notifications.EventKind;

/// A delivery that is to be tried now, with all that takes.
///
/// @param claim that this node holds on it
/// @param attempts made before
/// @param secrets that sign a webhook, the newest first
record Parcel(
        UUID id,
        TenantId tenant,
        UUID subscription,
        UUID claim,
        int attempts,
        Destination destination,
        List<String> secrets,
        UUID event,
        EventKind kind,
        String payload) {

    @Override
    public String toString() {
        return "Parcel[" + id + "]";
    }
}
