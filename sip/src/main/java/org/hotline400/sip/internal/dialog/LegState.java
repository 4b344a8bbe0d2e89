package org.hotline400.sip.internal.dialog;

/// Where a leg stands, as the table of RFC 3261's dialogs has it (§12–15, RFC 3262, RFC 3311).
enum LegState {
    /// Our INVITE is out and nothing has been heard.
    CALLING,
    /// It is being worked on, but no dialog has been made yet.
    PROCEEDING,
    /// A call to us about which we have said nothing but 100.
    WAITING,
    /// An early dialog, or several.
    EARLY,
    /// A reliable provisional response of ours waits for its PRACK.
    UNACKNOWLEDGED,
    /// Our 2xx waits for a PRACK, or until an offer is answered.
    ANSWER_HELD,
    /// We want the end of a call of ours that has not been answered.
    CANCELLED,
    /// Our 2xx waits for its ACK.
    ANSWERED,
    /// Established, and no offer is open.
    CONFIRMED,
    /// An offer of ours is open inside the dialog.
    OFFERING,
    /// An offer of the peer is open inside the dialog.
    OFFERED,
    /// Our BYE is out, or waits for the ACK.
    ENDING,
    ENDED
}
