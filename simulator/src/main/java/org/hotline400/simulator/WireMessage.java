package org.hotline400.simulator;

/// A SIP message on its way between the platform and the simulator.
///
/// @param incoming true towards the simulator
/// @param text the whole message; its first line tells the method or the status
public record WireMessage(boolean incoming, String callId, String text) {

    /// Whether it is a request of this method.
    public boolean isRequest(String method) {
        return text.startsWith(method + " ");
    }

    /// Whether it is a response with this status to a request of this method.
    public boolean isResponse(int status, String method) {
        return text.startsWith("SIP/2.0 " + status + " ")
                && text.lines().anyMatch(line -> line.regionMatches(true, 0, "CSeq:", 0, 5) && line.endsWith(method));
    }
}
