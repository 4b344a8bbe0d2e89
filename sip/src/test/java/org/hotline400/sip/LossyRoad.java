package org.hotline400.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A road between two parties that loses, repeats and swaps datagrams, after a seed.
final class LossyRoad implements AutoCloseable {

    private final DatagramSocket west;
    private final DatagramSocket east;
    private final List<Thread> carriers;
    private final int lossPercent;
    final AtomicInteger lost = new AtomicInteger();
    private volatile InetSocketAddress westEnd;
    private volatile InetSocketAddress eastEnd;

    LossyRoad(long seed, int lossPercent) throws SocketException {
        this.lossPercent = lossPercent;
        west = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        east = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        westEnd = address(west);
        eastEnd = address(east);
        carriers = List.of(
                Thread.ofVirtual().unstarted(() -> carry(west, east, new Random(seed), true)),
                Thread.ofVirtual().unstarted(() -> carry(east, west, new Random(seed + 1), false)));
    }

    private static InetSocketAddress address(DatagramSocket socket) {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    /// What the party in the west must call to reach the east.
    InetSocketAddress westDoor() {
        return address(west);
    }

    InetSocketAddress eastDoor() {
        return address(east);
    }

    void open(InetSocketAddress inTheWest, InetSocketAddress inTheEast) {
        westEnd = inTheWest;
        eastEnd = inTheEast;
        carriers.forEach(Thread::start);
    }

    private void carry(DatagramSocket in, DatagramSocket out, Random chance, boolean eastward) {
        byte[] buffer = new byte[65_536];
        while (!in.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                in.receive(packet);
                if (chance.nextInt(100) < lossPercent) {
                    lost.incrementAndGet();
                    continue;
                }
                packet.setSocketAddress(eastward ? eastEnd : westEnd);
                out.send(packet);
                if (chance.nextInt(100) < lossPercent) {
                    out.send(packet);
                }
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        west.close();
        east.close();
    }
}
