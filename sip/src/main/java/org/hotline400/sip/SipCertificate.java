package org.hotline400.sip;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.hotline400.sip.internal.tls.CertificateNames;
import org.hotline400.sip.internal.tls.Credentials;

/// A certificate of ours, to be looked at.
///
/// @param names the SIP domains it is for, as peers see it (RFC 5922 §7.1)
public record SipCertificate(List<String> names, Instant from, Instant until) {

    public SipCertificate {
        names = List.copyOf(names);
    }

    /// Reads it, and checks that its key is the right one.
    ///
    /// @throws IOException naming the file and what is wrong with it
    public static SipCertificate read(SipTls.Identity.PemFiles files) throws IOException {
        X509Certificate own = Credentials.certificate(files);
        return new SipCertificate(
                CertificateNames.of(own),
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant());
    }
}
