package org.hotline400.server.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/// A Kamailio in front of call nodes, as `interop/kamailio.cfg` describes it: it lies where the node's trunk leads to,
/// balances what comes from outside, and takes what comes from a node to the carrier.
final class Kamailio implements AutoCloseable {
    /// What the numbers of callers begin with whose calls it hands to the nodes so.
    static final String OVER_UDP = "1350000";

    static final String OVER_TCP = "1350001";

    private static final Duration START = Duration.ofSeconds(20);

    private final ForeignProgram program;
    private final int port;

    /// @param port where it listens, UDP and TCP
    /// @param carrier where calls of the nodes go
    /// @param first the node that is tried first
    /// @param second the node for when the first refuses
    static Kamailio start(
            Path parent, int port, InetSocketAddress carrier, InetSocketAddress first, InetSocketAddress second)
            throws IOException {
        Path folder = Files.createTempDirectory(parent, "kamailio-");
        var overTcp = node(second) + ";transport=tcp";
        Files.writeString(
                folder.resolve("nodes.list"),
                line(1, node(first), 2) + line(1, node(second), 1) + line(2, node(first), 2) + line(2, overTcp, 1));
        Files.writeString(folder.resolve("kamailio.cfg"), configuration(folder, port, carrier));
        var program = ForeignProgram.start(
                folder,
                List.of(
                        "kamailio",
                        "-DD",
                        "-E",
                        "-f",
                        "kamailio.cfg",
                        "-Y",
                        folder.toString(),
                        "-P",
                        folder + "/pid",
                        "-m",
                        "32",
                        "-M",
                        "4"));
        var kamailio = new Kamailio(program, port);
        try {
            kamailio.awaitNodes(List.of(node(first), node(second), overTcp));
            return kamailio;
        } catch (RuntimeException e) {
            program.close();
            throw new IOException("Kamailio does not see its nodes:\n" + program.output(), e);
        }
    }

    private static String node(InetSocketAddress address) {
        return "sip:127.0.0.1:" + address.getPort();
    }

    /// Each is inactive (1) and probed (8) at first: it gets no call before it has answered an OPTIONS.
    private static String line(int set, String node, int priority) {
        return "%d %s 9 %d\n".formatted(set, node, priority);
    }

    private Kamailio(ForeignProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    private static String configuration(Path folder, int port, InetSocketAddress carrier) throws IOException {
        try (var in = Kamailio.class.getResourceAsStream("/interop/kamailio.cfg")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@port@", "" + port)
                    .replace("@carrier@", "127.0.0.1:" + carrier.getPort())
                    .replace("@list@", folder.resolve("nodes.list").toString());
        }
    }

    private void awaitNodes(List<String> nodes) {
        for (String node : nodes) {
            Awaitility.await("Kamailio's OPTIONS to " + node + " is answered")
                    .atMost(START)
                    .failFast("Kamailio ended", () -> !program.isAlive())
                    .until(() -> program.output().contains("node up: " + node + "\n"));
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
    }
}
