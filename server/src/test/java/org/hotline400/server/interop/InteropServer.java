package org.hotline400.server.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.RunningServer;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.shop.NumberShop;
import org.hotline400.server.telephony.Switchboard;
import org.springframework.util.FileSystemUtils;

/// A whole server on loopback with the sample customers, its embedded PostgreSQL and one trunk, behind which a test
/// places its branch.
final class InteropServer implements AutoCloseable {
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(20);
    private static final Duration CATALOGUE_WITHIN = Duration.ofSeconds(60);

    /// The one of the launch options.
    private static final UUID TRUNK = UUID.nameUUIDFromBytes("command-line".getBytes(StandardCharsets.UTF_8));

    private final RunningServer server;
    private final Path data;
    private final int branchPort;
    private final int tlsPort;
    private final Authority authority;
    private final RestClient rest;

    static InteropServer start() throws IOException {
        Path data = Files.createTempDirectory("hotline-interop");
        int branchPort = Ports.freeSipPort();
        try {
            var authority = Authority.in(Files.createDirectories(data.resolve("tls")));
            int tlsPort = Ports.freeSipPort();
            var options = options(data, branchPort).withTls(tls(tlsPort, authority));
            return new InteropServer(Hotline400Server.start(options), data, branchPort, tlsPort, authority);
        } catch (RuntimeException | IOException e) {
            FileSystemUtils.deleteRecursively(data.toFile());
            throw e;
        }
    }

    private InteropServer(RunningServer server, Path data, int branchPort, int tlsPort, Authority authority) {
        this.server = server;
        this.data = data;
        this.branchPort = branchPort;
        this.tlsPort = tlsPort;
        this.authority = authority;
        this.rest = new RestClient(server.httpAddress(), operatorKey(server));
        awaitCatalogue(server);
    }

    /// Whoever compares the heap before and after has the catalogue in both.
    private static void awaitCatalogue(RunningServer server) {
        var shop = server.context().getBean(NumberShop.class);
        Awaitility.await("the catalogue of numbers stands")
                .atMost(CATALOGUE_WITHIN)
                .until(() -> shop.window().isPresent());
    }

    private static ServerOptions.Tls tls(int port, Authority authority) {
        return new ServerOptions.Tls(
                OptionalInt.of(port),
                Optional.of(authority.certificates()),
                Optional.of(authority.key()),
                Optional.empty());
    }

    /// Free ports, sample customers, and a trunk to this port of loopback.
    static ServerOptions options(Path data, int branchPort) {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var plain = ServerOptions.in(data).withHttp(anyPort).withSip(anyPort).withSampleData();
        return new ServerOptions(
                plain.data(),
                plain.http(),
                plain.sip(),
                plain.advertise(),
                plain.rtpPorts(),
                Optional.of(new HostPort("127.0.0.1", branchPort)),
                plain.database(),
                plain.sampleData());
    }

    static String operatorKey(RunningServer server) {
        var tenants = server.context().getBean(Tenants.class);
        var principal = tenants.addPrincipal(TenantId.OPERATOR, "Interoperability tests", Role.OPERATOR);
        var order = ApiKeyOrder.unlimited(TenantId.OPERATOR, principal, "interop");
        return server.context().getBean(ApiKeys.class).issue(order).token();
    }

    RunningServer running() {
        return server;
    }

    Switchboard switchboard() {
        return server.context().getBean(Switchboard.class);
    }

    /// Where phones call.
    InetSocketAddress sip() {
        return switchboard().sipAddress();
    }

    /// Where phones call over this transport.
    InetSocketAddress sip(Wire wire) {
        return switch (wire) {
            case UDP, TCP -> sip();
            case TLS -> new InetSocketAddress(InetAddress.getLoopbackAddress(), tlsPort);
        };
    }

    /// Who vouches for the server over TLS.
    Path authority() {
        return authority.authority();
    }

    /// Where the trunk leads to: the SIP port that a test's branch listens on.
    int branchPort() {
        return branchPort;
    }

    /// Waits until the trunk is in service: it is not, for up to one ping, when nobody answered at [#branchPort] for a
    /// while.
    void awaitTrunk() {
        Awaitility.await("the trunk is up")
                .atMost(WRITTEN_WITHIN)
                .until(() -> switchboard().isTrunkUp(TRUNK));
    }

    /// Adds a desk phone to the enterprise that has this number.
    void addPhone(String number, String user, String extension, String password) {
        var numbers = server.context().getBean(HotlineNumbers.class);
        var holder = numbers.find(new HotlineNumber(number)).orElseThrow().tenant();
        rest.addPhone(holder.value(), user, extension, password);
    }

    RestClient rest() {
        return rest;
    }

    /// The record of the one call of this caller, once it is written.
    RecordedCall callOf(String caller) {
        return Awaitility.await("the record of the call from " + caller)
                .atMost(WRITTEN_WITHIN)
                .until(() -> rest.callsOf(caller), calls -> calls.size() == 1)
                .getFirst();
    }

    @Override
    public void close() {
        var open = new ArrayList<AutoCloseable>(List.of(rest, server));
        try {
            for (AutoCloseable one : open) {
                one.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }
}
