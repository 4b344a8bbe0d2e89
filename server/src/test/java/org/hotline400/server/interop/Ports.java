package org.hotline400.server.interop;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports on loopback that were free a moment ago, for programs that cannot choose one themselves.
final class Ports {
    private Ports() {}

    /// Free for UDP and TCP.
    static int freeSipPort() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int port = freeTcpPort();
            try (var socket = new DatagramSocket(null)) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (java.net.SocketException e) {
                // Taken for UDP: the next one may not be.
            }
        }
        throw new IOException("no port is free for both UDP and TCP on loopback");
    }

    static int freeTcpPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// An even UDP port that is free together with the next even one: SIPp binds both for audio and video.
    static int freeMediaPort() throws IOException {
        try (var ear = Ear.open()) {
            return ear.sippMediaPort();
        }
    }
}
