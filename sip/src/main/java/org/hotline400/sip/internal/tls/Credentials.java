package org.hotline400.sip.internal.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.hotline400.sip.SipTls.Identity;

/// Our own key and certificates, from their files.
public final class Credentials {

    private static final char[] IN_MEMORY = "in memory".toCharArray();

    private Credentials() {}

    /// The certificate that we show.
    ///
    /// @throws IOException naming the file and what is wrong with it
    public static X509Certificate certificate(Identity.PemFiles files) throws IOException {
        X509Certificate own = PemFiles.certificates(files.certificates()).getFirst();
        PemFiles.key(files.key(), own);
        return own;
    }

    /// @throws IOException naming the file and what is wrong with it
    static KeyManager[] keys(Identity.PemFiles files) throws IOException {
        List<X509Certificate> chain = PemFiles.certificates(files.certificates());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "own",
                    PemFiles.key(files.key(), chain.getFirst()),
                    IN_MEMORY,
                    chain.toArray(X509Certificate[]::new));
            return managers(store, IN_MEMORY);
        } catch (GeneralSecurityException e) {
            throw new IOException(files.certificates() + " cannot be used (" + e.getMessage() + ")", e);
        }
    }

    /// @throws IOException naming the file and what is wrong with it
    static KeyManager[] keys(Identity.Pkcs12File file) throws IOException {
        char[] password = file.password().toCharArray();
        try (var in = Files.newInputStream(file.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return managers(store, password);
        } catch (NoSuchFileException e) {
            throw new IOException(file.file() + " does not exist", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    file.file() + " is no PKCS#12 file that this password opens (" + e.getMessage() + ")", e);
        }
    }

    private static KeyManager[] managers(KeyStore store, char[] password) throws GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    /// The files whose change means that all is to be read again.
    static List<Path> files(Identity identity) {
        return switch (identity) {
            case Identity.PemFiles pem -> List.of(pem.certificates(), pem.key());
            case Identity.Pkcs12File pkcs12 -> List.of(pkcs12.file());
            case Identity.Ready _ -> List.of();
        };
    }
}
