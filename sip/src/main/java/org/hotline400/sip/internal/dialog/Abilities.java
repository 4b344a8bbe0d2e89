package org.hotline400.sip.internal.dialog;

import java.util.List;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireMessage;

/// What this stack can do, as Allow and Supported tell it (RFC 3261 §20.5, §20.37), and what peers say of themselves.
public final class Abilities {

    /// The value of Allow.
    public static final String METHODS = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK";

    private static final List<String> KNOWN = List.of("100rel", "timer", "199");

    /// The value of Supported: reliable provisional responses (RFC 3262), session timers (RFC 4028), early dialogs
    /// that end alone (RFC 6228).
    public static final String EXTENSIONS = String.join(", ", KNOWN);

    static final List<SipHeader> HEADERS =
            List.of(new SipHeader("Allow", METHODS), new SipHeader("Supported", EXTENSIONS));

    private Abilities() {}

    /// Those of the required option tags that we lack: the value of Unsupported in a 420 (RFC 3261 §8.2.2.3).
    public static List<String> lacking(List<String> required) {
        return required.stream()
                .filter(tag -> KNOWN.stream().noneMatch(tag::equalsIgnoreCase))
                .toList();
    }

    /// Whether a list header of a message names this token.
    static boolean names(WireMessage message, HeaderId list, String token) {
        return message.all(list).stream().anyMatch(token::equalsIgnoreCase);
    }
}
