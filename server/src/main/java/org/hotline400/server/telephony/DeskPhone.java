package org.hotline400.server.telephony;

import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// A desk phone of an enterprise, ready to register and to be called.
record DeskPhone(UUID id, TenantId tenant, PhoneOrder order) {
    private static final String PREFIX = "phone:";

    String user() {
        return order.user();
    }

    String extension() {
        return order.extension();
    }

    /// What stands in records where else the trunk's name does.
    String line() {
        return PREFIX + user();
    }
}
