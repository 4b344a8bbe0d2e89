package org.hotline400.server.telephony;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipRequest;

/// Who calls, and whether he wants to be named (RFC 3323, RFC 3325).
///
/// @param number the true number as far as anybody vouches for it; empty when nobody does
/// @param displayName shown beside the number; may be empty
/// @param ofPhone whether it is a phone of ours: its number is an extension, its name what its enterprise likes
/// @param privacy what he asked for, in lower case: `id`, `user`, `header`, `session`, `critical`, `none`
record CallerIdentity(String number, String displayName, boolean ofPhone, Set<String> privacy) {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#.()-]{1,32}");
    private static final Set<String> KNOWN = Set.of("id", "user", "header", "session", "critical", "none");

    CallerIdentity {
        privacy = Set.copyOf(privacy);
    }

    /// As a trunk that we trust signals it: P-Asserted-Identity before From (RFC 3325 §9.1).
    static CallerIdentity asserted(SipRequest invite) {
        var values = invite.headers("P-Asserted-Identity").stream()
                .map(CallerIdentity::user)
                .filter(user -> !user.isEmpty())
                .toList();
        // There may be two, a sip and a tel one (RFC 3325 §9.1): the one that is a number.
        var vouched = values.stream()
                .filter(user -> NUMBER.matcher(user).matches())
                .findFirst()
                .or(() -> values.stream().findFirst());
        return new CallerIdentity(vouched.orElseGet(() -> user(from(invite))), "", false, privacy(invite));
    }

    /// As somebody we do not trust claims it: nothing but From, for the record of a refusal.
    static CallerIdentity claimed(SipRequest invite) {
        return new CallerIdentity(user(from(invite)), "", false, privacy(invite));
    }

    /// A phone of ours: who it is we know from its account, whatever its From, P-Asserted-Identity or
    /// P-Preferred-Identity say (RFC 3325 §6); only the wish for privacy is its own.
    static CallerIdentity of(DeskPhone phone, SipRequest invite) {
        return new CallerIdentity(phone.extension(), phone.order().displayName(), true, privacy(invite));
    }

    /// Whether he must not be named to the called side.
    boolean withheld() {
        return !privacy.contains("none") && (privacy.contains("id") || privacy.contains("user"));
    }

    /// As the public network may hear of him: an extension is no number there, and a carrier shows no name that nobody
    /// has checked. So of a phone it hears nothing but its wish for privacy.
    CallerIdentity toCarrier() {
        return ofPhone ? new CallerIdentity("", "", true, privacy) : this;
    }

    /// The number as the record may show it; empty when withheld.
    String shown() {
        return withheld() ? "" : number;
    }

    /// The Privacy header of the next leg: what was asked for, and in any case that the asserted identity is not for
    /// the called.
    String privacyHeader() {
        var wanted = new LinkedHashSet<String>();
        wanted.add("id");
        for (var value : List.of("user", "header", "session", "critical")) {
            if (privacy.contains(value)) {
                wanted.add(value);
            }
        }
        return String.join(";", wanted);
    }

    private static Set<String> privacy(SipRequest invite) {
        var values = new LinkedHashSet<String>();
        invite.headers("Privacy").stream()
                .flatMap(header -> Arrays.stream(header.split("[;,]", -1)))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(KNOWN::contains)
                .forEach(values::add);
        return values;
    }

    private static String from(SipRequest invite) {
        return invite.header("From").orElse("");
    }

    /// The user part of an address; empty when it names nobody.
    static String user(String header) {
        try {
            var user = NameAddress.parse(header).uri().user().orElse("");
            // `13800138000;phone-context=…` and an ISUP `;npdi` belong to the number's form, not to the number.
            var semicolon = user.indexOf(';');
            var plain = semicolon < 0 ? user : user.substring(0, semicolon);
            return plain.equalsIgnoreCase("anonymous") ? "" : plain;
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
