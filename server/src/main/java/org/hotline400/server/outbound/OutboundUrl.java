package org.hotline400.server.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address that may be asked by HTTP, in one spelling only: `https://crm.example.com/hook?shop=1`.
///
/// Whether it may be connected to is another question: see [OutboundHttp#refusal].
///
/// @param uri absolute, with a host and without user or fragment
public record OutboundUrl(URI uri) {
    private static final int MOST = 2048;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /// A host whose last label is a number is an IPv4 address to some programs, in whatever base it is written.
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    public OutboundUrl {
        requireForm(uri);
    }

    /// @throws IllegalArgumentException with what is wrong and how to mend it
    public static OutboundUrl of(String text) {
        if (text.length() > MOST) {
            throw new IllegalArgumentException("an address has at most " + MOST + " characters");
        }
        try {
            var read = new URI(text.strip());
            return new OutboundUrl(read.getRawFragment() == null ? read : new URI(withoutFragment(text.strip())));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address is a URL such as https://crm.example.com/hook; blanks and"
                    + " other signs are written as %20, Chinese names of hosts as xn--…: " + e.getReason());
        }
    }

    private static String withoutFragment(String text) {
        return text.substring(0, text.indexOf('#'));
    }

    private static void requireForm(URI uri) {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("an address begins with https:// or http://");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("an address has no user or password; send them as a header");
        }
        if (uri.getHost() == null || uri.getHost().contains("%")) {
            throw new IllegalArgumentException("an address names a host, such as https://crm.example.com/hook");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        if (ENDS_IN_NUMBER.matcher(uri.getHost()).matches()
                && !DOTTED.matcher(uri.getHost()).matches()) {
            throw new IllegalArgumentException(
                    "an IPv4 address is four decimal numbers without leading zeros, such as 192.0.2.1");
        }
    }

    /// A name, or an address without brackets.
    public String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// The port, also where it goes without saying.
    public int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return isEncrypted() ? 443 : 80;
    }

    public boolean isEncrypted() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /// Where a redirect from here leads to.
    ///
    /// @param location of the answer, absolute or relative
    /// @return empty when it is no address
    public Optional<OutboundUrl> towards(@Nullable String location) {
        try {
            return location == null
                    ? Optional.empty()
                    : Optional.of(of(uri.resolve(new URI(location)).toString()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether both are the same service: scheme, host and port.
    public boolean isSameOrigin(OutboundUrl other) {
        return isEncrypted() == other.isEncrypted() && host().equalsIgnoreCase(other.host()) && port() == other.port();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
