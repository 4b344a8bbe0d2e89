package org.hotline400.server.telephony;

import java.util.List;

/// The trunks as they are now, from memory.
interface TrunkDirectory {
    List<Trunk> all();
}
