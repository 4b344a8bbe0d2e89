package org.hotline400.sip.internal.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Reads certificates and keys as most tools write them (RFC 7468).
final class PemFiles {

    private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_KEY = "-----END PRIVATE KEY-----";
    private static final long LONGEST = 1 << 20;

    /// A signature that shows whether a key is the one of a certificate.
    private static final Map<String, String> TRIALS =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private PemFiles() {}

    /// All certificates of a file, in its order.
    ///
    /// @throws IOException naming the file and what is wrong with it
    static List<X509Certificate> certificates(Path file) throws IOException {
        byte[] bytes = bytes(file);
        try (var in = new java.io.ByteArrayInputStream(bytes)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new IOException(file + " holds no certificate: it must have -----BEGIN CERTIFICATE-----");
            }
            return found;
        } catch (CertificateException e) {
            throw new IOException(file + " holds no readable certificate (" + e.getMessage() + ")", e);
        }
    }

    /// The key of a file, which must be the one of this certificate.
    ///
    /// @throws IOException naming the file and what is wrong with it
    static PrivateKey key(Path file, X509Certificate certificate) throws IOException {
        String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN_KEY);
        int end = text.indexOf(END_KEY);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " holds no unencrypted PKCS#8 key (-----BEGIN PRIVATE KEY-----): convert it"
                    + " with `openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW`");
        }
        PublicKey open = certificate.getPublicKey();
        try {
            byte[] coded = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN_KEY.length(), end));
            PrivateKey key =
                    KeyFactory.getInstance(open.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(coded));
            requirePair(file, key, open);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    file + " holds no key for its certificate: that one wants " + open.getAlgorithm() + " ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    private static void requirePair(Path file, PrivateKey key, PublicKey open)
            throws GeneralSecurityException, IOException {
        String algorithm = TRIALS.get(open.getAlgorithm());
        if (algorithm == null) {
            return;
        }
        var trial = Signature.getInstance(algorithm);
        trial.initSign(key);
        trial.update((byte) 1);
        byte[] signed = trial.sign();
        trial.initVerify(open);
        trial.update((byte) 1);
        if (!trial.verify(signed)) {
            throw new IOException(file + " holds another key than that of the certificate");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException(file + " is too long for a file of certificates");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        }
    }
}
