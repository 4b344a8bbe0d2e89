package org.hotline400.sip.internal.trace;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.TracedMessage;
import org.hotline400.sip.internal.wire.CallIds;

/// The messages of each call, bounded a call and in all, forgotten five minutes after the last one. Calls that we
/// placed or let in and everything else have shelves of their own, so that a flood pushes out no call. At some thousand
/// calls a second the shelf of the calls holds the last few seconds only: a ladder is for looking into one call, soon.
public final class MessageTraces {

    /// An eighth of the heap where that is less, and a part of it for the others.
    private static final long MOST_BYTES_OF_CALLS =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final long MOST_BYTES_OF_OTHERS = MOST_BYTES_OF_CALLS / 8;
    /// In microseconds.
    private static final long KEPT = TimeUnit.MINUTES.toMicros(5);

    private final Clock clock;
    private final Shelf calls = new Shelf(MOST_BYTES_OF_CALLS);
    private final Shelf others = new Shelf(MOST_BYTES_OF_OTHERS);

    public MessageTraces() {
        this(Clock.systemUTC());
    }

    MessageTraces(Clock clock) {
        this.clock = clock;
    }

    /// @param message not to be changed any more
    public synchronized void received(byte[] message, SipSource source) {
        String callId = CallIds.find(message);
        if (!callId.isEmpty()) {
            Shelf shelf = calls.has(callId) ? calls : others;
            shelf.add(callId, new Line(now(), false, source.transport(), source.address(), message));
            forgetOld();
        }
    }

    /// @param message not to be changed any more
    public synchronized void sent(byte[] message, SipHop hop) {
        String callId = CallIds.find(message);
        if (callId.isEmpty()) {
            return;
        }
        boolean call = calls.has(callId);
        if (!call && CallIds.letsCallIn(message)) {
            letIn(callId);
            call = true;
        }
        Shelf shelf = call ? calls : others;
        shelf.add(callId, new Line(now(), true, hop.transport(), hop.address(), message));
        forgetOld();
    }

    /// What came before goes with it.
    private void letIn(String callId) {
        List<Line> before = others.lines(callId, 0);
        others.take(callId);
        before.forEach(line -> calls.add(callId, line));
    }

    private long now() {
        return Line.micros(clock.instant());
    }

    /// On every message, whichever shelf it is for: when no more calls come, a trunk's pings still clear theirs.
    private void forgetOld() {
        calls.forgetBefore(now() - KEPT);
        others.forgetBefore(now() - KEPT);
    }

    /// What all messages take, in bytes.
    synchronized long held() {
        return calls.held() + others.held();
    }

    /// The messages of a call that are still remembered, the oldest first.
    public List<TracedMessage> of(String callId) {
        return lines(callId).stream()
                .map(line -> new TracedMessage(
                        line.instant(), line.sent(), line.transport(), line.peer(), CallIds.masked(line.message())))
                .toList();
    }

    private synchronized List<Line> lines(String callId) {
        Shelf shelf = calls.has(callId) ? calls : others;
        return shelf.lines(callId, now() - KEPT);
    }
}
