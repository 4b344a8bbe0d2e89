package org.hotline400.server.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A Kamailio in front of call nodes, as `interop/kamailio.cfg` describes it: it lies where the node's trunk leads to,
/// balances what comes from outside, and takes what comes from a node to the carrier.
final class Kamailio implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final ForeignProgram program;
    private final int port;

    /// @param port where it listens, UDP and TCP
    /// @param carrier where calls of the nodes go
    /// @param nodes in the order in which they are tried, such as `sip:127.0.0.1:5060;transport=tcp`; each must
    ///     answer an OPTIONS before it gets a call
    static Kamailio start(Path parent, int port, InetSocketAddress carrier, List<String> nodes) throws IOException {
        Path folder = Files.createTempDirectory(parent, "kamailio-");
        Files.writeString(folder.resolve("nodes.list"), list(nodes));
        Files.writeString(folder.resolve("kamailio.cfg"), configuration(folder, port, carrier));
        var command = List.of("kamailio", "-DD", "-E", "-f", "kamailio.cfg", "-Y", folder.toString());
        var memory = List.of("-P", folder.resolve("pid").toString(), "-m", "32", "-M", "4");
        var program = ForeignProgram.start(
                folder, Stream.concat(command.stream(), memory.stream()).toList());
        var kamailio = new Kamailio(program, port);
        try {
            kamailio.awaitNodes(nodes);
            return kamailio;
        } catch (RuntimeException e) {
            program.close();
            throw new IOException("Kamailio does not see its nodes:\n" + program.output(), e);
        }
    }

    private Kamailio(ForeignProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /// Each is inactive (1) and probed (8) at first; the first has the highest priority.
    private static String list(List<String> nodes) {
        var list = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            list.append("1 %s 9 %d\n".formatted(nodes.get(i), nodes.size() - i));
        }
        return list.toString();
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
                    .until(() -> program.output().contains("node up: " + node));
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
