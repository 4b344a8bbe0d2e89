package org.hotline400.sip.internal.registrar;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.hotline400.sip.ContactBinding;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipUri;

/// One Contact of a REGISTER.
///
/// @param priority the q value in thousandths; 1000 when absent
/// @param expires in seconds as the Contact asks; empty when it does not say, or not readably
/// @param instance `+sip.instance` and `reg-id`; empty unless both are there (RFC 5626 §6)
public record AskedContact(SipUri uri, int priority, OptionalLong expires, String instance) {

    private static final int LONGEST = 512;
    private static final Pattern REG_ID = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Pattern Q_VALUE = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    /// @throws IllegalArgumentException saying what is wrong, for a 400
    static AskedContact parse(String value) {
        var address = NameAddress.parse(value);
        SipUri uri = address.uri();
        if (uri.scheme().equals("tel")) {
            throw new IllegalArgumentException("a Contact must be a sip URI");
        }
        if (uri.toString().length() > LONGEST) {
            throw new IllegalArgumentException("a Contact has at most " + LONGEST + " characters");
        }
        String instance = address.parameters().getOrDefault("+sip.instance", "");
        String number = address.parameters().getOrDefault("reg-id", "");
        boolean outbound = REG_ID.matcher(number).matches() && isPlain(instance);
        return new AskedContact(
                uri,
                priority(address.parameters().getOrDefault("q", "1")),
                seconds(address.parameters().getOrDefault("expires", "")),
                outbound ? instance + ' ' + number : "");
    }

    private static boolean isPlain(String instance) {
        return !instance.isEmpty()
                && instance.length() <= LONGEST
                && instance.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
    }

    /// `0`, `0.25`, `1.000` (RFC 3261 §25.1 qvalue).
    private static int priority(String text) {
        if (!Q_VALUE.matcher(text).matches()) {
            throw new IllegalArgumentException("q must be 0 to 1 with at most three decimals");
        }
        return (int) Math.round(Double.parseDouble(text) * 1000);
    }

    /// Delta-seconds; what is no number counts as not said (RFC 3261 §20.19), what is too large as very long.
    static OptionalLong seconds(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(text.length() > 9 ? 0xFFFF_FFFFL : Long.parseLong(text));
    }

    /// Whether this Contact speaks of that binding.
    public boolean isOf(ContactBinding binding) {
        return uri.matches(binding.contact())
                || (!instance.isEmpty()
                        && instance.toLowerCase(Locale.ROOT)
                                .equals(binding.instance().toLowerCase(Locale.ROOT)));
    }
}
