package org.hotline400.media;

import java.net.InetAddress;

/// How the engine runs.
///
/// @param bind the address RTP sockets listen on
/// @param firstPort,lastPort the range RTP ports are taken from, both ends inside; 20000–29999 by default
/// @param threads media threads; calls are spread over them, a bridged pair shares one; those without calls sleep
public record MediaSettings(InetAddress bind, int firstPort, int lastPort, int threads) {
    /// One thread carries about 700 recorded calls; more than four would be too many for the recordings' writers.
    private static final int MOST_USUAL = 4;

    public MediaSettings {
        if (firstPort < 1024 || lastPort > 65535 || lastPort <= firstPort) {
            throw new IllegalArgumentException(
                    "RTP ports must be a range inside 1024-65535, was " + firstPort + "-" + lastPort);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
    }

    /// One thread for each core, at most four.
    public static int usualThreads() {
        return Math.min(MOST_USUAL, Runtime.getRuntime().availableProcessors());
    }
}
