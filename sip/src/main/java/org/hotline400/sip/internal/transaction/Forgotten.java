package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.internal.wire.WireResponse;

/// Stands for a request whose outcome changes nothing.
public final class Forgotten implements ClientUser {
    @Override
    public void answered(WireResponse response) {}

    @Override
    public void timedOut() {}

    @Override
    public void unreachable() {}
}
