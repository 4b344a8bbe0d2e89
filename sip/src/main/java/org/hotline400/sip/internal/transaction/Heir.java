package org.hotline400.sip.internal.transaction;

import java.util.List;
import java.util.Optional;

/// Hears what still comes to an INVITE whose sender is done with it.
public interface Heir extends ClientUser {

    /// What it can be made of again, so that it need not be kept; empty when it must be.
    Optional<List<byte[]>> written();
}
