package org.hotline400.sip;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline400.sip.internal.text.NameAddressReader;

/// A name and an address, as From, To, Contact, P-Asserted-Identity and Diversion carry them (RFC 3261 §20.10).
///
/// @param displayName without quotes; the empty string when absent
/// @param uri the address
/// @param parameters of the header (such as `tag`), lower-case names, values without quotes; an absent value is the
///     empty string
public record NameAddress(String displayName, SipUri uri, Map<String, String> parameters) {

    public NameAddress {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// An address without name or parameters.
    public static NameAddress of(SipUri uri) {
        return new NameAddress("", uri, Map.of());
    }

    /// @throws IllegalArgumentException saying what is wrong with the text
    public static NameAddress parse(String text) {
        return NameAddressReader.read(text);
    }

    /// The dialog tag (RFC 3261 §19.3).
    public Optional<String> tag() {
        return Optional.ofNullable(parameters.get("tag"));
    }

    /// As it stands on the wire: always with angle brackets, names and values quoted where they need it.
    @Override
    public String toString() {
        return NameAddressReader.write(this);
    }
}
