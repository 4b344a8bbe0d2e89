package org.hotline400.media;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;

/// RTP port ranges that no other program on this machine uses right now, and no other test: an engine binds its ports
/// only when calls need them, so that a look at what is free would give the same range out twice.
final class Ranges {
    /// Of pairs; below the ports that the system gives to whoever does not care, above those of well-known services.
    private static final int FIRST = 6000;

    private static final int AFTER_LAST = 16000;

    private static int next = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);

    private Ranges() {}

    static MediaEngine engine(int pairs, int threads) throws IOException {
        return MediaEngines.start(free(pairs, threads));
    }

    static MediaSettings free(int pairs, int threads) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int tries = 0; tries < 1000; tries++) {
            int first = 2 * following(pairs);
            if (allFree(loopback, first, first + 2 * pairs)) {
                return new MediaSettings(loopback, first, first + 2 * pairs - 1, threads);
            }
        }
        throw new IllegalStateException("no free range of " + pairs + " port pairs on this machine");
    }

    /// Ranges follow one another, and start again when all are used up: the first engines are closed by then.
    private static synchronized int following(int pairs) {
        if (next + pairs > AFTER_LAST) {
            next = FIRST;
        }
        int first = next;
        next += pairs;
        return first;
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
