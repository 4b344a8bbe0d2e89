package org.hotline400.sip.internal.dialog;

import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.wire.WireResponse;

/// Stands for a request whose outcome changes nothing.
final class Forgotten implements ClientUser {
    @Override
    public void answered(WireResponse response) {}

    @Override
    public void timedOut() {}

    @Override
    public void unreachable() {}
}
