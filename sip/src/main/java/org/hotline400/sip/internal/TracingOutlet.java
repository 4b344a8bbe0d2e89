package org.hotline400.sip.internal;

import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.trace.MessageTraces;
import org.hotline400.sip.internal.transaction.Outlet;

/// Notes each message sent in the trace of its call.
record TracingOutlet(Outlet outlet, MessageTraces traces) implements Outlet {
    @Override
    public void send(SipHop hop, byte[] message, Runnable failed) {
        traces.sent(message, hop);
        outlet.send(hop, message, failed);
    }
}
