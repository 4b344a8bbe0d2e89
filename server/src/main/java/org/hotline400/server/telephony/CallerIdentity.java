package org.hotline400.server.telephony;

import java.util.Locale;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipRequest;

/// Who calls, as a trusted trunk signals it: P-Asserted-Identity before From (RFC 3325 §9.1); nobody when the
/// caller asked for privacy (RFC 3323) or is anonymous.
final class CallerIdentity {
    private CallerIdentity() {}

    /// The calling number as signalled, empty when withheld.
    static String of(SipRequest invite) {
        if (wantsPrivacy(invite)) {
            return "";
        }
        return invite.headers("P-Asserted-Identity").stream()
                .findFirst()
                .or(() -> invite.header("From"))
                .map(CallerIdentity::user)
                .orElse("");
    }

    private static boolean wantsPrivacy(SipRequest invite) {
        return invite.headers("Privacy").stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains("id") || value.contains("user"));
    }

    private static String user(String header) {
        try {
            var user = NameAddress.parse(header).uri().user().orElse("");
            return user.equalsIgnoreCase("anonymous") ? "" : user;
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
