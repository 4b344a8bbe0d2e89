package org.hotline400.sip.internal.dialog;

import org.hotline400.sip.EndReason;
import org.hotline400.sip.internal.transaction.Cancellable;
import org.hotline400.sip.internal.wire.WireRequest;

/// A leg as the stack hands it what arrives inside its dialog.
public sealed interface InDialog extends Cancellable permits Leg {

    String callId();

    /// Whether the dialog's other side carries this tag (RFC 3261 §12.2.2).
    boolean isWith(String remoteTag);

    /// A request other than ACK and CANCEL.
    void request(Inbound inbound);

    void acknowledged(WireRequest ack);

    /// Ends it, as the application's `end` does, on the loop's thread.
    void finish(EndReason reason);

    /// Ends it at once, as the stack closes: an answered call gets one BYE that nobody waits on, anything else
    /// ends without a word.
    void abandon();
}
