package org.hotline400.server.calls;

/// How a call ends.
///
/// @param cause what telephony makes of it on the wire
/// @param detail in plain words, where the reason alone does not tell; may be empty
public record Ending(EndReason reason, HangupSide side, HangUp cause, String detail) {

    static Ending byPlatform(EndReason reason, HangUp cause) {
        return new Ending(reason, HangupSide.PLATFORM, cause, "");
    }

    static Ending byCaller(EndReason reason, String detail) {
        return new Ending(reason, HangupSide.CALLER, HangUp.NORMAL, detail);
    }
}
