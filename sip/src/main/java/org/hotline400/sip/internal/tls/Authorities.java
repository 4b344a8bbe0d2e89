package org.hotline400.sip.internal.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The CAs that vouch for peers: the JDK's, and those that the operator adds.
final class Authorities {

    private Authorities() {}

    static X509TrustManager trusting(Optional<Path> more) throws IOException {
        try {
            return more.isEmpty() ? manager(null) : manager(together(more.get()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the trusted certificates cannot be used (" + e.getMessage() + ")", e);
        }
    }

    private static KeyStore together(Path more) throws IOException, GeneralSecurityException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        int number = 0;
        for (X509Certificate one : PemFiles.certificates(more)) {
            all.setCertificateEntry("operator-" + number++, one);
        }
        for (X509Certificate one : manager(null).getAcceptedIssuers()) {
            all.setCertificateEntry("jdk-" + number++, one);
        }
        return all;
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
