package org.hotline400.media;

import java.net.InetAddress;

/// How the engine runs.
///
/// @param bind the address RTP sockets listen on
/// @param firstPort,lastPort the range RTP ports are taken from, both ends inside; 20000–29999 by default
/// @param threads media threads; ports are spread over them, a bridged pair shares one
public record MediaSettings(InetAddress bind, int firstPort, int lastPort, int threads) {
    public MediaSettings {
        if (firstPort < 1024 || lastPort > 65535 || lastPort <= firstPort) {
            throw new IllegalArgumentException(
                    "RTP ports must be a range inside 1024-65535, was " + firstPort + "-" + lastPort);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
    }
}
