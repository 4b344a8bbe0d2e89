package org.hotline400.server.calls;

/// A call refused at the door.
///
/// @param source the address it came from, as `host:port`
public record RefusedCall(IncomingCall call, EndReason reason, String source, int sipStatus, String text) {

    /// For the record: what was answered to whom, and why.
    String detail() {
        return text + " (from " + source + ", answered " + sipStatus + ")";
    }
}
