package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a server holds: everything that a call takes and must give back.
///
/// @param calls between their INVITE and their record
/// @param mediaPorts RTP ports open, with playbacks and recordings
/// @param legs SIP legs not yet ended
/// @param transactions SIP transactions and their timers
/// @param threads platform threads of the process
/// @param sockets open sockets of the process, but for those that rest until the next call
/// @param heapMegabytes in use after a collection
record Footprint(int calls, int mediaPorts, int legs, int transactions, int threads, int sockets, long heapMegabytes) {
    /// Threads and sockets of pools that grow with use and keep what they have: PostgreSQL, HTTP, the common pool.
    private static final int POOLED = 24;
    /// What caches may have learnt.
    private static final long LEARNT_MEGABYTES = 24;

    static Footprint of(InteropServer server) throws IOException {
        var board = server.switchboard();
        var media = board.mediaStatistics();
        var sip = board.sipStatistics();
        return new Footprint(
                board.liveCalls(),
                media.ports() + media.playbacks() + media.recordings(),
                sip.legs(),
                sip.transactions() + sip.timers(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openSockets() - 2 * board.restingPorts(),
                heapAfterCollection());
    }

    /// Fails unless the process holds what it held before. Pools keep what they have grown by, and caches what
    /// they have learnt.
    void isBackTo(Footprint before) {
        assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + POOLED);
        assertThat(sockets).as("sockets").isLessThanOrEqualTo(before.sockets + POOLED);
        assertThat(heapMegabytes).as("heap").isLessThanOrEqualTo(before.heapMegabytes + LEARNT_MEGABYTES);
    }

    /// Fails while the server holds anything that belongs to a call or to a request.
    static void nothingOfCallsIn(InteropServer server) {
        noCallIn(server);
        var sip = server.switchboard().sipStatistics();
        assertThat(sip.transactions()).as("SIP transactions").isZero();
        assertThat(sip.timers()).as("SIP timers").isZero();
    }

    /// Fails while the server holds anything of a call, but for transactions that linger by rule.
    static void noCallIn(InteropServer server) {
        var board = server.switchboard();
        var media = board.mediaStatistics();
        assertThat(board.liveCalls()).as("calls").isZero();
        assertThat(media.ports() + media.playbacks() + media.recordings())
                .as("media ports")
                .isZero();
        assertThat(board.sipStatistics().legs()).as("SIP legs").isZero();
    }

    private static int openSockets() throws IOException {
        int sockets = 0;
        try (var files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path file : files) {
                if (isSocket(file)) {
                    sockets++;
                }
            }
        }
        return sockets;
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed since it was listed.
            return false;
        }
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
