package org.hotline400.sip.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.TracedMessage;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.wire.CallIds;

/// The messages of each call, bounded a call and in all, forgotten five minutes after the last one.
final class MessageTraces {

    private static final int MOST_MESSAGES = 200;
    private static final int MOST_BYTES = 64 << 10;
    private static final long MOST_BYTES_IN_ALL = 128L << 20;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Clock clock;
    private final LinkedHashMap<String, Ladder> ladders = new LinkedHashMap<>(1024, 0.75f, true);
    private long bytesInAll;

    MessageTraces() {
        this(Clock.systemUTC());
    }

    MessageTraces(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
    private record Line(Instant at, boolean sent, Transport transport, java.net.InetSocketAddress peer, byte[] bytes) {}

    private static final class Ladder {
        private final List<Line> lines = new ArrayList<>(8);
        private int bytes;
        private Instant last = Instant.EPOCH;
    }

    void received(byte[] message, SipSource source) {
        add(new Line(clock.instant(), false, source.transport(), source.address(), message));
    }

    void sent(byte[] message, SipHop hop) {
        add(new Line(clock.instant(), true, hop.transport(), hop.address(), message));
    }

    private void add(Line line) {
        String callId = CallIds.find(line.bytes());
        if (callId.isEmpty()) {
            return;
        }
        synchronized (ladders) {
            Ladder ladder = ladders.computeIfAbsent(callId, id -> new Ladder());
            ladder.last = line.at();
            boolean room = ladder.lines.size() < MOST_MESSAGES && ladder.bytes + line.bytes().length <= MOST_BYTES;
            if (room) {
                ladder.lines.add(line);
                ladder.bytes += line.bytes().length;
                bytesInAll += line.bytes().length;
            }
            forgetOld(line.at());
        }
    }

    /// The map is in order of last use: the oldest ladders come first.
    private void forgetOld(Instant now) {
        var eldest = ladders.values().iterator();
        while (eldest.hasNext()) {
            Ladder ladder = eldest.next();
            if (bytesInAll <= MOST_BYTES_IN_ALL && ladder.last.plus(KEPT).isAfter(now)) {
                return;
            }
            bytesInAll -= ladder.bytes;
            eldest.remove();
        }
    }

    List<TracedMessage> of(String callId) {
        List<Line> lines;
        synchronized (ladders) {
            forgetOld(clock.instant());
            Ladder ladder = ladders.get(callId);
            lines = ladder == null ? List.of() : List.copyOf(ladder.lines);
        }
        return lines.stream()
                .map(line -> new TracedMessage(
                        line.at(), line.sent(), line.transport(), line.peer(), CallIds.masked(line.bytes())))
                .toList();
    }
}
