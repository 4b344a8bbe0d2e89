package org.hotline400.bench.media;

/// One call as the generator knows it: the sending caller, the echoing callee, and what came where. Its counts
/// belong to the generator's thread; read them when that has ended.
final class MediaCall {
    final int number;
    final RtpSocket callerSocket;
    final RtpSocket calleeSocket;
    final RtpNumbers callerNumbers;
    final Arrived atCallee = new Arrived();
    final Arrived atCaller = new Arrived();
    int packets;
    long sent;
    long arrived;
    long echoed;
    long back;
    /// The platform's RTP port towards the caller; 0 while nothing is to be sent.
    private volatile int port;
    /// Whether an echo came at all: both legs are up and bridged.
    private volatile boolean heard;

    MediaCall(int number, RtpSocket callerSocket, RtpSocket calleeSocket) {
        this.number = number;
        this.callerSocket = callerSocket;
        this.calleeSocket = calleeSocket;
        this.callerNumbers = new RtpNumbers(0x4000_0000 + number);
    }

    int port() {
        return port;
    }

    /// From now on packets go there.
    void sendTo(int platformPort) {
        port = platformPort;
    }

    void stopSending() {
        port = 0;
    }

    boolean heard() {
        return heard;
    }

    void hear() {
        if (!heard) {
            heard = true;
        }
    }

    long lost() {
        return (sent - arrived) + (echoed - back);
    }
}
