package org.hotline400.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Objects;

/// The certificates of the test resources; `make.sh` beside them tells what each is for.
public final class Certificates {

    private Certificates() {}

    /// A file beside the certificates.
    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Certificates.class.getResource("/tls/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SipTls.Identity.PemFiles of(String name) {
        return new SipTls.Identity.PemFiles(file(name + ".pem"), file(name + ".key"));
    }

    /// A TLS listener with this certificate that trusts the tests' CA.
    public static SipTls listening(String name) {
        return SipTls.on(0, of(name)).trusting(file("ca.pem"));
    }

    /// Loopback under another name.
    public static InetSocketAddress named(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
