package org.hotline400.sip.internal.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/// Believes whom a CA vouches for, and a server only when its certificate is for the host that we wanted
/// (RFC 5922 §7.3).
final class PeerTrust extends X509ExtendedTrustManager {

    private final X509TrustManager authorities;

    PeerTrust(X509TrustManager authorities) {
        this.authorities = authorities;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
        String host = engine.getPeerHost();
        if (!CertificateNames.isFor(chain[0], host)) {
            throw new CertificateException("the certificate is for " + CertificateNames.of(chain[0]) + ", not for "
                    + host + ": name the peer as its certificate does (a wildcard does not count, RFC 5922 §7.2)");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        try {
            authorities.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            throw new CertificateException(
                    "the certificate of " + chain[0].getSubjectX500Principal() + " is not trusted (" + e.getMessage()
                            + "): trust its CA if it is right",
                    e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        authorities.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    /// Engines only: a socket does not say whom we wanted.
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("only for engines");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
