package org.hotline400.sip.internal.transport;

import org.hotline400.sip.SipSource;
import org.hotline400.sip.internal.timing.Complaints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A receiver whose failures, errors of the JVM among them, cost no more than the message that caused them.
record Unfailing(Receiver receiver, Complaints complaints) implements Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Unfailing.class);

    @Override
    public void received(byte[] message, SipSource source) {
        try {
            receiver.received(message, source);
        } catch (Throwable e) {
            complaints.failed(LOG, "A message from " + source.address() + " could not be taken", e);
        }
    }

    /// Whoever cannot be judged is welcome: each message is judged again.
    @Override
    public boolean welcomes(SipSource source) {
        try {
            return receiver.welcomes(source);
        } catch (Throwable e) {
            complaints.failed(LOG, "A connection from " + source.address() + " could not be judged", e);
            return true;
        }
    }
}
