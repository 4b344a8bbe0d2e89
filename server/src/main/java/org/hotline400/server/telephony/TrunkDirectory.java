package org.hotline400.server.telephony;

import java.util.List;

/// The trunks as they are now, from memory.
@FunctionalInterface
interface TrunkDirectory {
    List<Trunk> all();

    /// Looks the trunks' hosts up again; may wait for a name server.
    default void lookUp() {}
}
