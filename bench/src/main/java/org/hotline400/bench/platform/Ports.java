package org.hotline400.bench.platform;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import org.hotline400.bench.BenchFailedException;

/// Ports on loopback that were free a moment ago, for programs that cannot choose one themselves.
public final class Ports {
    private static final int ATTEMPTS = 50;

    private Ports() {}

    /// Free for UDP and TCP.
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (var tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var udp = new DatagramSocket(null)) {
                udp.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort()));
                return tcp.getLocalPort();
            } catch (SocketException e) {
                // Taken for UDP: the next one may not be.
            } catch (IOException e) {
                throw new BenchFailedException("no port on loopback can be opened: " + e.getMessage());
            }
        }
        throw new BenchFailedException("no port is free for both UDP and TCP on loopback");
    }
}
