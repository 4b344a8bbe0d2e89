package org.hotline400.server.telephony;

import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// The desk phones that are switched on, from memory.
interface PhoneDirectory {

    Optional<DeskPhone> ofUser(String user);

    Optional<DeskPhone> ofExtension(TenantId tenant, String extension);

    boolean isEmpty();
}
