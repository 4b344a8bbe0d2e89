package org.hotline400.sip;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;

/// SIP over TLS.
///
/// @param port where TLS is listened to, on the address of [SipSettings#bind]; 0 takes any free one; empty: nowhere,
///     we only connect
/// @param identity the key and certificates that we show; a listener needs them
/// @param trusted a PEM file of certificates: peers of a CA in it are trusted beside those that the JDK trusts
/// @param clients whether those who connect must show a certificate too
public record SipTls(
        OptionalInt port, Optional<Identity> identity, Optional<Path> trusted, ClientCertificates clients) {

    public SipTls {
        if (port.isPresent() && identity.isEmpty()) {
            throw new IllegalArgumentException("a TLS listener needs an identity: a certificate and its key");
        }
        if (port.isPresent() && (port.getAsInt() < 0 || port.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("the TLS port must be 0..65535, was " + port.getAsInt());
        }
    }

    /// A listener that asks for no client certificate and trusts as the JDK does.
    public static SipTls on(int port, Identity identity) {
        return new SipTls(OptionalInt.of(port), Optional.of(identity), Optional.empty(), ClientCertificates.NOT_ASKED);
    }

    /// Only outgoing connections, trusting as the JDK does.
    public static SipTls outgoing() {
        return new SipTls(OptionalInt.empty(), Optional.empty(), Optional.empty(), ClientCertificates.NOT_ASKED);
    }

    public SipTls trusting(Path certificates) {
        return new SipTls(port, identity, Optional.of(certificates), clients);
    }

    public SipTls asking(ClientCertificates wanted) {
        return new SipTls(port, identity, trusted, wanted);
    }

    /// Who we are.
    public sealed interface Identity {

        /// PEM files, read again when they change: a renewed certificate needs no restart.
        ///
        /// @param certificates ours first, then those that lead to its CA
        /// @param key PKCS#8, not encrypted (`BEGIN PRIVATE KEY`)
        record PemFiles(Path certificates, Path key) implements Identity {}

        /// A PKCS#12 file with one key, read again when it changes.
        record Pkcs12File(Path file, String password) implements Identity {
            @Override
            public String toString() {
                return "Pkcs12File[file=" + file + "]";
            }
        }

        /// A context made by the application; it decides about trust too.
        record Ready(SSLContext context) implements Identity {}
    }

    /// Whether those who connect show a certificate.
    public enum ClientCertificates {
        NOT_ASKED,
        /// Asked for; whoever has none is served all the same, one that is not trusted is refused.
        WANTED,
        /// Without a trusted one there is no connection.
        REQUIRED
    }
}
