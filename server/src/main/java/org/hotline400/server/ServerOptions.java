package org.hotline400.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;

/// What one start of the server is told; see `HotlineSettings` for what each means.
///
/// User and password of a database by URL come from the environment: `HOTLINE_DATABASE_USER`,
/// `HOTLINE_DATABASE_PASSWORD`.
///
/// @param http where API and console listen; port 0 takes a free one
/// @param sip where SIP listens; port 0 takes a free one
/// @param advertise the host that SIP peers are told, when it is not the bound one
/// @param trunk the carrier's SIP address
/// @param database JDBC URL; empty for the embedded PostgreSQL
/// @param allowedAddresses CIDR blocks of private networks that customers' webhooks and data steps may reach
/// @param browserOrigins web pages of these origins may speak SIP over WebSocket, beside our own
public record ServerOptions(
        Path data,
        InetSocketAddress http,
        InetSocketAddress sip,
        Optional<String> advertise,
        RtpPorts rtpPorts,
        Optional<HostPort> trunk,
        Optional<String> database,
        boolean sampleData,
        Tls tls,
        List<String> browserOrigins,
        List<String> allowedAddresses) {

    public ServerOptions {
        browserOrigins = List.copyOf(browserOrigins);
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    /// Without TLS, and with SIP only for our own web pages.
    public ServerOptions(
            Path data,
            InetSocketAddress http,
            InetSocketAddress sip,
            Optional<String> advertise,
            RtpPorts rtpPorts,
            Optional<HostPort> trunk,
            Optional<String> database,
            boolean sampleData) {
        this(data, http, sip, advertise, rtpPorts, trunk, database, sampleData, Tls.NONE, List.of(), List.of());
    }

    /// SIP over TLS.
    ///
    /// @param port where it is listened to; empty: only connections out
    /// @param certificate PEM, ours first; comes with its key
    /// @param trusted PEM, CAs that are trusted beside those of the JDK
    public record Tls(OptionalInt port, Optional<Path> certificate, Optional<Path> key, Optional<Path> trusted) {
        public static final Tls NONE =
                new Tls(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The range that audio takes its ports from, both ends included.
    public record RtpPorts(int first, int last) {}

    /// Loopback, ports 8400 and 5060, everything embedded, no sample data.
    public static ServerOptions in(Path data) {
        return new ServerOptions(
                data,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 8400),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060),
                Optional.empty(),
                new RtpPorts(20_000, 29_999),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public ServerOptions withHttp(InetSocketAddress address) {
        return new ServerOptions(
                data,
                address,
                sip,
                advertise,
                rtpPorts,
                trunk,
                database,
                sampleData,
                tls,
                browserOrigins,
                allowedAddresses);
    }

    public ServerOptions withSip(InetSocketAddress address) {
        return new ServerOptions(
                data,
                http,
                address,
                advertise,
                rtpPorts,
                trunk,
                database,
                sampleData,
                tls,
                browserOrigins,
                allowedAddresses);
    }

    public ServerOptions withDatabase(String url) {
        return new ServerOptions(
                data,
                http,
                sip,
                advertise,
                rtpPorts,
                trunk,
                Optional.of(url),
                sampleData,
                tls,
                browserOrigins,
                allowedAddresses);
    }

    public ServerOptions withSampleData() {
        return new ServerOptions(
                data, http, sip, advertise, rtpPorts, trunk, database, true, tls, browserOrigins, allowedAddresses);
    }

    public ServerOptions withTls(Tls files) {
        return new ServerOptions(
                data,
                http,
                sip,
                advertise,
                rtpPorts,
                trunk,
                database,
                sampleData,
                files,
                browserOrigins,
                allowedAddresses);
    }

    public ServerOptions withBrowserOrigins(List<String> origins) {
        return new ServerOptions(
                data, http, sip, advertise, rtpPorts, trunk, database, sampleData, tls, origins, allowedAddresses);
    }

    public ServerOptions withAllowedAddresses(List<String> blocks) {
        return new ServerOptions(
                data, http, sip, advertise, rtpPorts, trunk, database, sampleData, tls, browserOrigins, blocks);
    }

    /// The database of these options, as backup and restore want it.
    public HotlineSettings.Database databaseSettings() {
        return database.map(url -> HotlineSettings.Database.server(url, System.getenv()))
                .orElseGet(HotlineSettings.Database::embedded);
    }
}
