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
import org.jspecify.annotations.Nullable;

/// The messages of each call, bounded a call and in all, forgotten five minutes after the last one. Calls that we
/// placed or let in and everything else have shelves of their own, so that a flood pushes out no call. At some thousand
/// calls a second the shelf of the calls holds the last few seconds only: a ladder is for looking into one call, soon.
final class MessageTraces {

    private static final int MOST_MESSAGES = 200;
    private static final int MOST_BYTES = 64 << 10;
    /// What a message and a ladder take beside the message's own bytes, about.
    private static final int A_LINE = 120;

    private static final int A_LADDER = 400;
    private static final long MOST_BYTES_OF_CALLS = 128L << 20;
    private static final long MOST_BYTES_OF_OTHERS = 16L << 20;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Clock clock;
    private final Shelf calls = new Shelf(MOST_BYTES_OF_CALLS);
    private final Shelf others = new Shelf(MOST_BYTES_OF_OTHERS);

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
        private int bytes = A_LADDER;
        private Instant last = Instant.EPOCH;
    }

    /// Ladders in order of last use: the oldest come first.
    private static final class Shelf {
        private final long mostBytes;
        private final LinkedHashMap<String, Ladder> ladders = new LinkedHashMap<>(1024, 0.75f, true);
        private long bytes;

        Shelf(long mostBytes) {
            this.mostBytes = mostBytes;
        }

        void add(String callId, Line line) {
            Ladder ladder = ladders.get(callId);
            if (ladder == null) {
                ladder = new Ladder();
                put(callId, ladder);
            }
            ladder.last = line.at();
            boolean room = ladder.lines.size() < MOST_MESSAGES && ladder.bytes + line.bytes().length <= MOST_BYTES;
            if (room) {
                ladder.lines.add(line);
                int taken = line.bytes().length + A_LINE;
                ladder.bytes += taken;
                bytes += taken;
            }
        }

        void put(String callId, Ladder ladder) {
            ladders.put(callId, ladder);
            bytes += ladder.bytes;
        }

        @Nullable
        Ladder take(String callId) {
            Ladder ladder = ladders.remove(callId);
            if (ladder != null) {
                bytes -= ladder.bytes;
            }
            return ladder;
        }

        void forgetOld(Instant now) {
            var eldest = ladders.values().iterator();
            while (eldest.hasNext()) {
                Ladder ladder = eldest.next();
                if (bytes <= mostBytes && ladder.last.plus(KEPT).isAfter(now)) {
                    return;
                }
                bytes -= ladder.bytes;
                eldest.remove();
            }
        }
    }

    synchronized void received(byte[] message, SipSource source) {
        String callId = CallIds.find(message);
        if (!callId.isEmpty()) {
            Shelf shelf = calls.ladders.containsKey(callId) ? calls : others;
            shelf.add(callId, new Line(clock.instant(), false, source.transport(), source.address(), message));
            forgetOld();
        }
    }

    synchronized void sent(byte[] message, SipHop hop) {
        String callId = CallIds.find(message);
        if (callId.isEmpty()) {
            return;
        }
        boolean call = calls.ladders.containsKey(callId);
        if (!call && CallIds.letsCallIn(message)) {
            Ladder before = others.take(callId);
            calls.put(callId, before == null ? new Ladder() : before);
            call = true;
        }
        Shelf shelf = call ? calls : others;
        shelf.add(callId, new Line(clock.instant(), true, hop.transport(), hop.address(), message));
        forgetOld();
    }

    /// On every message, whichever shelf it is for: when no more calls come, a trunk's pings still clear theirs.
    private void forgetOld() {
        Instant now = clock.instant();
        calls.forgetOld(now);
        others.forgetOld(now);
    }

    /// What all ladders take, about, in bytes.
    synchronized long held() {
        return calls.bytes + others.bytes;
    }

    List<TracedMessage> of(String callId) {
        return lines(callId).stream()
                .map(line -> new TracedMessage(
                        line.at(), line.sent(), line.transport(), line.peer(), CallIds.masked(line.bytes())))
                .toList();
    }

    private synchronized List<Line> lines(String callId) {
        forgetOld();
        Ladder ladder = calls.ladders.get(callId);
        ladder = ladder == null ? others.ladders.get(callId) : ladder;
        return ladder == null ? List.of() : List.copyOf(ladder.lines);
    }
}
