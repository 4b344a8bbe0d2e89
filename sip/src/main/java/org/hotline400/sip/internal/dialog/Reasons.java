package org.hotline400.sip.internal.dialog;

import java.util.Map;
import java.util.OptionalInt;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.internal.text.NameAddressReader;
import org.hotline400.sip.internal.text.Quoting;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireMessage;

/// The Reason header (RFC 3326).
final class Reasons {

    private Reasons() {}

    static SipHeader header(EndReason reason) {
        var out = new StringBuilder(64);
        if (reason.q850().isPresent()) {
            out.append("Q.850;cause=").append(reason.q850().getAsInt());
        } else {
            out.append("SIP;cause=").append(reason.status());
        }
        Quoting.quote(out.append(";text="), reason.text());
        return new SipHeader("Reason", out.toString());
    }

    /// What a BYE, CANCEL or refusal says about its cause.
    ///
    /// @param status what it counts as when it says nothing about SIP
    /// @param text the phrase when it says none
    static EndReason read(WireMessage message, int status, OptionalInt q850, String text) {
        OptionalInt cause = q850;
        int code = status;
        String phrase = text;
        for (String value : message.all(HeaderId.REASON)) {
            int semicolon = value.indexOf(';');
            if (semicolon < 0) {
                continue;
            }
            Map<String, String> fields = parameters(value.substring(semicolon));
            int number = number(fields.getOrDefault("cause", ""));
            String protocol = value.substring(0, semicolon).strip();
            if (protocol.equalsIgnoreCase("Q.850") && number > 0 && number < 128) {
                cause = OptionalInt.of(number);
            } else if (protocol.equalsIgnoreCase("SIP") && number >= 200 && number <= 699) {
                code = number;
            }
            String said = fields.getOrDefault("text", "");
            phrase = said.isBlank() ? phrase : said;
        }
        return new EndReason(code, cause, phrase.isBlank() ? text : phrase);
    }

    private static Map<String, String> parameters(String text) {
        try {
            return NameAddressReader.parameters(text);
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static int number(String digits) {
        boolean readable =
                !digits.isEmpty() && digits.length() < 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return readable ? Integer.parseInt(digits) : -1;
    }
}
