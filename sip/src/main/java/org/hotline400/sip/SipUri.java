package org.hotline400.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline400.sip.internal.text.Escapes;
import org.hotline400.sip.internal.text.Literals;
import org.hotline400.sip.internal.text.UriComparison;
import org.hotline400.sip.internal.text.UriReader;

/// A SIP URI (RFC 3261 §19.1), or a telephone number as a `tel:` URI (RFC 3966).
///
/// @param scheme `sip`, `sips` or `tel`
/// @param user unescaped; empty when absent; the number of a `tel:` URI
/// @param host name or address literal (IPv6 in brackets); the empty string for `tel:`
/// @param port -1 when absent
/// @param parameters lower-case names, unescaped values; an absent value is the empty string
public record SipUri(String scheme, Optional<String> user, String host, int port, Map<String, String> parameters) {

    public SipUri {
        if (!scheme.equals("sip") && !scheme.equals("sips") && !scheme.equals("tel")) {
            throw new IllegalArgumentException("the scheme must be sip, sips or tel, was '" + scheme + "'");
        }
        if (scheme.equals("tel") ? user.isEmpty() || !host.isEmpty() : !UriReader.isHost(host)) {
            throw new IllegalArgumentException("a " + scheme + " URI cannot have the host '" + host + "'");
        }
        if (user.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("the user is left out rather than empty");
        }
        if (port < -1 || port == 0 || port > 65_535) {
            throw new IllegalArgumentException("the port must be 1..65535, was " + port);
        }
        parameters = parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// Reads a URI. A password in the user part and the `?headers` of a URI are not kept: nobody may set them here.
    ///
    /// @throws IllegalArgumentException saying what is wrong with the text
    public static SipUri parse(String text) {
        return UriReader.read(text);
    }

    /// `sip:user@host:port`.
    public static SipUri of(String user, String host, int port) {
        return new SipUri("sip", Optional.of(user), host, port, Map.of());
    }

    /// The same URI with one parameter more (or another value for it).
    public SipUri with(String parameter, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(parameter.toLowerCase(Locale.ROOT), value);
        return new SipUri(scheme, user, host, port, more);
    }

    /// Whether both mean the same (RFC 3261 §19.1.4; RFC 3966 §5 for numbers): hosts in any case, user parts in the
    /// same case, a port that is absent differs from 5060, parameters that only one has are ignored except `user`,
    /// `ttl`, `method`, `maddr` and `transport`. [#equals] compares the parts as they were written.
    public boolean matches(SipUri other) {
        return UriComparison.same(this, other);
    }

    /// The port that this URI names at the address of a source, when it names that very address.
    Optional<InetSocketAddress> placeAt(SipSource source) {
        InetAddress address = source.address().getAddress();
        if (!Literals.isSame(host, address) || parameters.containsKey("maddr")) {
            return Optional.empty();
        }
        return Optional.of(
                new InetSocketAddress(address, port < 0 ? source.transport().defaultPort() : port));
    }

    /// The URI as it stands on the wire, escaped.
    @Override
    public String toString() {
        var out = new StringBuilder(48).append(scheme).append(':');
        user.ifPresent(name -> Escapes.escape(out, name, Escapes.USER));
        if (user.isPresent() && !host.isEmpty()) {
            out.append('@');
        }
        out.append(host);
        if (port >= 0) {
            out.append(':').append(port);
        }
        parameters.forEach((name, value) -> {
            Escapes.escape(out.append(';'), name, Escapes.PARAMETER);
            if (!value.isEmpty()) {
                Escapes.escape(out.append('='), value, Escapes.PARAMETER);
            }
        });
        return out.toString();
    }
}
