package org.hotline400.sip;

import java.io.IOException;
import org.hotline400.sip.internal.RunningStack;

/// Starts SIP stacks.
public final class SipStacks {

    private SipStacks() {}

    /// Binds the sockets and starts the loop.
    ///
    /// @throws IOException when the address cannot be bound; the message names it and the fix
    public static SipStack start(SipSettings settings, SipApplication application) throws IOException {
        return RunningStack.start(settings, application);
    }
}
