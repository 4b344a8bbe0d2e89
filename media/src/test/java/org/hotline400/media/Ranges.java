package org.hotline400.media;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;

/// RTP port ranges that no other program on this machine uses right now.
final class Ranges {
    private Ranges() {}

    static MediaEngine engine(int pairs, int threads) throws IOException {
        return MediaEngines.start(free(pairs, threads));
    }

    static MediaSettings free(int pairs, int threads) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int tries = 0; tries < 1000; tries++) {
            int first = 2 * ThreadLocalRandom.current().nextInt(6000, 16000 - pairs);
            if (allFree(loopback, first, first + 2 * pairs)) {
                return new MediaSettings(loopback, first, first + 2 * pairs - 1, threads);
            }
        }
        throw new IllegalStateException("no free range of " + pairs + " port pairs on this machine");
    }

    private static boolean allFree(InetAddress address, int from, int to) {
        for (int port = from; port < to; port++) {
            try (DatagramSocket probe = new DatagramSocket(port, address)) {
                if (!probe.isBound()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
