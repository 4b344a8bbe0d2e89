package org.hotline400.server.interop;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Ports on loopback that were free a moment ago, for programs that cannot choose one themselves.
final class Ports {
    private static final int FIRST_PORT = 30_000;
    /// Each with three behind it: programs take the next one for TLS.
    private static final int PORTS = 675;
    private static final AtomicInteger nextPort =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

    private static final int FIRST_MEDIA_PORT = 10_000;
    private static final int MEDIA_PORTS = 2_000;
    private static final AtomicInteger nextMediaPort =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(MEDIA_PORTS));

    private Ports() {}

    /// Free for UDP and TCP.
    ///
    /// Taken from between the audio ports and the range that systems give out by themselves, and never the same one
    /// twice: whoever runs beside and takes any free port cannot get it.
    static int freeSipPort() throws IOException {
        for (int attempt = 0; attempt < PORTS; attempt++) {
            int port = FIRST_PORT + 4 * Math.floorMod(nextPort.getAndIncrement(), PORTS);
            if (isFree(port) && isFreeForTcp(port)) {
                return port;
            }
        }
        throw new IOException("no port is free for both UDP and TCP on loopback");
    }

    static int freeTcpPort() throws IOException {
        return freeSipPort();
    }

    private static boolean isFreeForTcp(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /// An even UDP port that is free together with the next even one: SIPp binds both for audio and video.
    ///
    /// Taken from below the range that systems give out by themselves, and never the same one twice: so many
    /// programs can be started at once.
    static int freeMediaPort() throws IOException {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = FIRST_MEDIA_PORT + 4 * Math.floorMod(nextMediaPort.getAndIncrement(), MEDIA_PORTS);
            if (isFree(port) && isFree(port + 2)) {
                return port;
            }
        }
        throw new IOException("no two even UDP ports in a row are free on loopback");
    }

    private static boolean isFree(int port) {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return socket.isBound();
        } catch (java.net.SocketException e) {
            return false;
        }
    }
}
