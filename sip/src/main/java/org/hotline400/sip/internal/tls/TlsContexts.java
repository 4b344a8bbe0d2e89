package org.hotline400.sip.internal.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.hotline400.sip.SipTls;
import org.hotline400.sip.SipTls.Identity;
import org.hotline400.sip.internal.text.Literals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the engine of each connection, always from the files as they are now. Thread-safe; reads files, so never on
/// the loop.
public final class TlsContexts {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContexts.class);
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final SipTls settings;
    private final List<Path> files = new ArrayList<>();
    private @Nullable SSLContext context;
    private String seen = "";

    /// @throws IOException when a certificate or key that is named cannot be used, naming the file and the fault
    public static TlsContexts of(SipTls settings) throws IOException {
        var contexts = new TlsContexts(settings);
        if (!contexts.files.isEmpty()) {
            contexts.load();
        }
        return contexts;
    }

    private TlsContexts(SipTls settings) {
        this.settings = settings;
        settings.identity().map(Credentials::files).ifPresent(files::addAll);
        settings.trusted().ifPresent(files::add);
    }

    /// An engine for a connection that somebody opened to us.
    public SSLEngine accepting() throws IOException {
        SSLEngine engine = current().createSSLEngine();
        engine.setUseClientMode(false);
        switch (settings.clients()) {
            case NOT_ASKED -> {}
            case WANTED -> engine.setWantClientAuth(true);
            case REQUIRED -> engine.setNeedClientAuth(true);
        }
        engine.setEnabledProtocols(VERSIONS);
        return engine;
    }

    /// An engine for a connection that we open.
    ///
    /// @param host whom the certificate of the other side must be for
    public SSLEngine connecting(String host, int port) throws IOException {
        SSLEngine engine = current().createSSLEngine(host, port);
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(VERSIONS);
        SSLParameters parameters = engine.getSSLParameters();
        if (isReady()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (Literals.address(host).isPresent()) {
            parameters.setServerNames(List.of());
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    private boolean isReady() {
        return settings.identity().filter(Identity.Ready.class::isInstance).isPresent();
    }

    private synchronized SSLContext current() throws IOException {
        SSLContext known = context;
        if (known == null || (!files.isEmpty() && !stamp().equals(seen))) {
            try {
                return load();
            } catch (IOException e) {
                if (known == null) {
                    throw e;
                }
                seen = stamp();
                LOG.error("The TLS certificate has changed but cannot be used: the old one stays. {}", e.getMessage());
                return known;
            }
        }
        return known;
    }

    private synchronized SSLContext load() throws IOException {
        String now = stamp();
        SSLContext fresh =
                settings.identity().orElse(null) instanceof Identity.Ready(SSLContext ready) ? ready : made();
        boolean again = context != null;
        context = fresh;
        seen = now;
        if (again) {
            LOG.info("The TLS certificate was read again: {}", files);
        }
        return fresh;
    }

    private SSLContext made() throws IOException {
        KeyManager[] keys = switch (settings.identity().orElse(null)) {
            case null -> new KeyManager[0];
            case Identity.PemFiles pem -> Credentials.keys(pem);
            case Identity.Pkcs12File pkcs12 -> Credentials.keys(pkcs12);
            case Identity.Ready _ -> new KeyManager[0];
        };
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(keys, new TrustManager[] {new PeerTrust(Authorities.trusting(settings.trusted()))}, null);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up (" + e.getMessage() + ")", e);
        }
    }

    /// Times and sizes of the files: another text when one of them was replaced.
    private String stamp() {
        var text = new StringBuilder();
        for (Path file : files) {
            try {
                text.append(Files.getLastModifiedTime(file)).append(Files.size(file));
            } catch (IOException e) {
                text.append("missing");
            }
            text.append(' ');
        }
        return text.toString();
    }
}
