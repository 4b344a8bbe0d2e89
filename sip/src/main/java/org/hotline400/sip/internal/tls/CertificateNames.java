package org.hotline400.sip.internal.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.hotline400.sip.internal.text.Literals;

/// Whom a certificate is for (RFC 5922 §7).
public final class CertificateNames {

    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int ADDRESS = 7;

    private CertificateNames() {}

    /// The SIP domains and addresses of a certificate: its `sip:` URIs without user when it has any, else its
    /// DNS names; its IP addresses; its common name only when it has no alternative name at all (RFC 5922
    /// §7.1).
    public static List<String> of(X509Certificate certificate) {
        Collection<List<?>> alternatives = alternatives(certificate);
        if (alternatives.isEmpty()) {
            return commonName(certificate).stream().toList();
        }
        var uris = new ArrayList<String>();
        var hosts = new ArrayList<String>();
        var addresses = new ArrayList<String>();
        for (List<?> one : alternatives) {
            String value = String.valueOf(one.get(1));
            switch ((Integer) one.get(0)) {
                case URI -> domain(value).ifPresent(uris::add);
                case DNS -> hosts.add(value.toLowerCase(Locale.ROOT));
                case ADDRESS -> addresses.add(value);
                default -> {}
            }
        }
        var names = new ArrayList<>(uris.isEmpty() ? hosts : uris);
        names.addAll(addresses);
        return List.copyOf(names);
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> found = certificate.getSubjectAlternativeNames();
            return found == null ? List.of() : found;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /// The domain of `sip:example.com`; a URI with a user is somebody's and speaks for no domain.
    private static Optional<String> domain(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.startsWith("sip:") && lower.indexOf('@') < 0 ? Optional.of(lower.substring(4)) : Optional.empty();
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString().toLowerCase(Locale.ROOT))
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    /// Whether it is for this host. A wildcard stands for nobody (RFC 5922 §7.2).
    static boolean isFor(X509Certificate certificate, String host) {
        String wanted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return of(certificate).stream().anyMatch(name -> equal(name, wanted));
    }

    private static boolean equal(String name, String wanted) {
        return name.equalsIgnoreCase(wanted)
                || Literals.address(wanted)
                        .filter(address -> Literals.address(name).equals(Optional.of(address)))
                        .isPresent();
    }
}
