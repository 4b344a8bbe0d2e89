package org.hotline400.bench.media;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Speaks for all callers and echoes for all callees, on one thread: wakes every millisecond, sends back what
/// callees heard, counts what came back to callers, and sends what is due. Callers are spread evenly over the
/// 20 ms of a frame.
final class RtpLoad implements AutoCloseable {
    /// How many calls share a socket at either end.
    private static final int CALLS_A_SOCKET = 250;
    private static final long FRAME = 20_000_000;
    private static final long TURN = 1_000_000;
    /// A packet that leaves later than this after its time is counted as late, later than a frame left out.
    private static final long LATE = 5_000_000;
    private static final int RECEIVES_A_TURN = 64;
    private static final int TURNS_BETWEEN_REPORTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Arena arena = Arena.ofShared();
    private final List<RtpSocket> callers = new ArrayList<>();
    private final List<RtpSocket> callees = new ArrayList<>();
    private final MediaCall[] calls;
    private final RtpNumbers[] echoes = new RtpNumbers[0x10000];
    private final DatagramBatch incoming = new DatagramBatch(arena);
    private final DatagramBatch outgoing = new DatagramBatch(arena);
    private final byte[] blank = StampedPacket.blank();
    private final RoundTrips roundTrips = new RoundTrips();
    private final GeneratorFaults faults = new GeneratorFaults();
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().name("bench-rtp").daemon().unstarted(this::run);
    private long start;
    private long next;
    private volatile boolean counting;
    private volatile boolean stopping;

    private RtpLoad(int calls) {
        this.calls = new MediaCall[calls];
    }

    /// Opens the sockets and starts; nothing is sent until a call is told where to.
    static RtpLoad start(int calls) throws IOException {
        var load = new RtpLoad(calls);
        try {
            for (var call = 0; call < calls; call++) {
                if (call % CALLS_A_SOCKET == 0) {
                    load.callers.add(RtpSocket.open());
                    load.callees.add(RtpSocket.open());
                }
                load.calls[call] = new MediaCall(call, load.callers.getLast(), load.callees.getLast());
            }
        } catch (IOException e) {
            load.release();
            throw e;
        }
        load.start = System.nanoTime();
        load.thread.start();
        return load;
    }

    MediaCall[] calls() {
        return calls.clone();
    }

    /// Whether this is the port of a socket that hears for callers or callees.
    boolean owns(int port) {
        return Stream.concat(callers.stream(), callees.stream()).anyMatch(socket -> socket.port() == port);
    }

    /// Packets sent between `true` and `false` count.
    void count(boolean on) {
        counting = on;
    }

    /// Why it ended by itself; empty while it runs well.
    Optional<IOException> failure() {
        return Optional.ofNullable(failure.get());
    }

    /// To be read when the thread has ended.
    RoundTrips roundTrips() {
        return roundTrips;
    }

    /// To be read when the thread has ended.
    GeneratorFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            if (thread.join(PATIENCE)) {
                release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        try {
            for (var socket : callers) {
                socket.close();
            }
            for (var socket : callees) {
                socket.close();
            }
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
        callers.clear();
        callees.clear();
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    private void run() {
        try {
            for (var turn = 0L; !stopping; turn++) {
                var began = System.nanoTime();
                for (var socket : callees) {
                    echo(socket);
                }
                for (var socket : callers) {
                    collect(socket);
                }
                sendDue();
                if (turn % TURNS_BETWEEN_REPORTS == 0) {
                    discardReports();
                }
                LockSupport.parkNanos(began + TURN - System.nanoTime());
            }
        } catch (IOException e) {
            failure.set(e);
        }
    }

    private void echo(RtpSocket socket) throws IOException {
        for (var turns = 0; turns < RECEIVES_A_TURN && incoming.receive(socket.rtp()) > 0; turns++) {
            var echoing = 0;
            for (var slot = 0; slot < incoming.count(); slot++) {
                if (isToBeEchoed(slot)) {
                    incoming.move(slot, echoing);
                    renumber(echoing);
                    echoing++;
                }
            }
            faults.refused += incoming.sendBack(socket.rtp(), echoing, slot -> StampedPacket.counts(incoming, slot));
            if (!incoming.full()) {
                return;
            }
        }
    }

    private boolean isToBeEchoed(int slot) {
        if (!StampedPacket.isOurs(incoming, slot, calls.length)) {
            faults.foreign += counting ? 1 : 0;
            return false;
        }
        var call = calls[StampedPacket.call(incoming, slot)];
        if (!call.atCallee.first(StampedPacket.number(incoming, slot))) {
            return false;
        }
        if (StampedPacket.counts(incoming, slot)) {
            call.arrived++;
            call.echoed++;
        }
        return true;
    }

    private void renumber(int slot) {
        var port = incoming.port(slot);
        var numbers = echoes[port];
        if (numbers == null) {
            numbers = new RtpNumbers(0x6000_0000 + port);
            echoes[port] = numbers;
        }
        StampedPacket.write(incoming, slot, numbers);
        numbers.packetSent();
    }

    private void collect(RtpSocket socket) throws IOException {
        for (var turns = 0; turns < RECEIVES_A_TURN && incoming.receive(socket.rtp()) > 0; turns++) {
            var now = System.nanoTime();
            for (var slot = 0; slot < incoming.count(); slot++) {
                if (StampedPacket.isOurs(incoming, slot, calls.length)) {
                    backAtCaller(slot, now);
                } else {
                    faults.foreign += counting ? 1 : 0;
                }
            }
            if (!incoming.full()) {
                return;
            }
        }
    }

    private void backAtCaller(int slot, long now) {
        var call = calls[StampedPacket.call(incoming, slot)];
        if (call.port() != 0 && incoming.port(slot) != call.port()) {
            faults.crossed++;
        }
        if (!call.atCaller.first(StampedPacket.number(incoming, slot))) {
            return;
        }
        call.hear();
        if (StampedPacket.counts(incoming, slot)) {
            call.back++;
            roundTrips.add(now - StampedPacket.sentAt(incoming, slot));
        }
    }

    /// The n-th packet of all belongs to call n modulo calls.
    private void sendDue() {
        var now = System.nanoTime();
        var counts = counting;
        var socket = -1;
        for (var due = due(next); due <= now; due = due(++next)) {
            var call = calls[(int) (next % calls.length)];
            var port = call.port();
            if (port == 0) {
                continue;
            }
            if (now - due > FRAME) {
                call.callerNumbers.frameOver();
                faults.leftOut += counts ? 1 : 0;
                continue;
            }
            if (outgoing.full() || call.callerSocket.rtp() != socket) {
                flush(socket);
                socket = call.callerSocket.rtp();
            }
            add(call, port, counts);
            faults.late += counts && now - due > LATE ? 1 : 0;
        }
        flush(socket);
    }

    private long due(long packet) {
        return start + packet / calls.length * FRAME + packet % calls.length * FRAME / calls.length;
    }

    private void flush(int socket) {
        if (socket >= 0) {
            faults.refused += outgoing.send(socket, slot -> StampedPacket.counts(outgoing, slot));
        }
    }

    private void add(MediaCall call, int port, boolean counts) {
        var slot = outgoing.add(blank, port);
        StampedPacket.write(outgoing, slot, call.callerNumbers);
        StampedPacket.stamp(outgoing, slot, call.number, call.packets, counts, System.nanoTime());
        call.callerNumbers.packetSent();
        call.packets++;
        call.sent += counts ? 1 : 0;
    }

    private void discardReports() throws IOException {
        for (var socket : callers) {
            faults.reports += incoming.receive(socket.rtcp());
        }
        for (var socket : callees) {
            faults.reports += incoming.receive(socket.rtcp());
        }
    }
}
