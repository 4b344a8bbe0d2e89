package org.hotline400.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// SIP over TLS, and who may speak SIP from a web page.
public final class TlsOptions {
    @Option(
            names = "--sip-tls",
            paramLabel = "PORT",
            description = "TCP port of SIP over TLS, usually 5061; needs --tls-cert and --tls-key (default: off).")
    private @Nullable Integer port;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "PEM file: the server's certificate, then those that lead to its CA.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM file: the certificate's key, PKCS#8 without password.")
    private @Nullable Path key;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "PEM file: CAs to trust beside the usual ones, for trunks with private certificates.")
    private @Nullable Path trusted;

    @Option(
            names = "--browser-origin",
            paramLabel = "URL",
            description = "Web pages from there may speak SIP at /sip, such as https://crm.example.com;"
                    + " may be repeated (default: this server's own pages).")
    private List<String> browserOrigins = List.of();

    public ServerOptions.Tls tls() {
        if (port != null && (port < 0 || port > 65535)) {
            throw new CommandFailedException(2, "--sip-tls takes a port 0..65535, was " + port);
        }
        if (port != null && (certificate == null || key == null)) {
            throw new CommandFailedException(2, "--sip-tls needs --tls-cert FILE and --tls-key FILE");
        }
        if ((certificate == null) != (key == null)) {
            throw new CommandFailedException(2, "--tls-cert and --tls-key go together");
        }
        return new ServerOptions.Tls(
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                Optional.ofNullable(certificate),
                Optional.ofNullable(key),
                Optional.ofNullable(trusted));
    }

    public List<String> browserOrigins() {
        return browserOrigins;
    }
}
