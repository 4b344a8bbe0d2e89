package org.hotline400.media.internal;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import org.hotline400.media.Disturbance;

/// Loses, delays and reorders the packets that a port sends.
final class BadNetwork {
    private static final int MOST_WAITING = 1000;

    private final Disturbance terms;
    private final Random random;
    private final PriorityQueue<Delayed> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Delayed::due).thenComparingLong(Delayed::number));
    private long number;

    private record Delayed(long due, long number, ByteBuffer packet) {}

    BadNetwork(Disturbance terms) {
        this.terms = terms;
        this.random = new Random(terms.seed());
    }

    /// Takes a packet; what does not fit any more is lost, as on a real network.
    void take(ByteBuffer packet, long now) {
        boolean dropped = random.nextDouble() < terms.dropRatio();
        long late = Math.round(random.nextDouble() * MediaTime.samples(terms.jitter()));
        if (!dropped && waiting.size() < MOST_WAITING) {
            ByteBuffer copy =
                    ByteBuffer.allocate(packet.remaining()).put(packet).flip();
            waiting.add(new Delayed(now + MediaTime.samples(terms.delay()) + late, number++, copy));
        }
    }

    /// Whether a report is lost on this network; its delay does not matter.
    boolean losesReport() {
        return random.nextDouble() < terms.dropRatio();
    }

    /// Lets go of the packets whose time has come.
    void release(long now, Consumer<ByteBuffer> wire) {
        for (Delayed next = waiting.peek(); next != null && next.due() <= now; next = waiting.peek()) {
            wire.accept(waiting.remove().packet());
        }
    }
}
