package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameRingTest {
    private final FrameRing ring = new FrameRing();
    private int offered;
    private int taken;

    @Test
    void framesComeOutAsTheyWentInHoweverMuchWaits() {
        Random random = new Random(400);
        for (int turn = 0; turn < 2000; turn++) {
            for (int more = random.nextInt(FrameRing.CAPACITY + 1 - ring.waiting()); more > 0; more--) {
                assertThat(offer()).isTrue();
            }
            for (int fewer = random.nextInt(ring.waiting() + 1); fewer > 0; fewer--) {
                assertThat(ring.missingBeforeNext()).isZero();
                take();
            }
        }
        assertThat(taken).isGreaterThan(10_000);
    }

    @Test
    void whatFindsNoRoomIsCountedWhereItIsMissing() {
        for (int i = 0; i < FrameRing.CAPACITY; i++) {
            assertThat(offer()).isTrue();
        }
        assertThat(offer()).isFalse();
        assertThat(offer()).isFalse();
        assertThat(ring.missingAtEnd()).isEqualTo(2);
        assertThat(ring.dropped()).isEqualTo(2);
        assertThat(ring.offered()).isEqualTo(FrameRing.CAPACITY + 2);
        for (int i = 0; i < FrameRing.CAPACITY; i++) {
            take();
        }
        assertThat(offer()).isTrue();
        assertThat(ring.missingBeforeNext()).isEqualTo(2);
        assertThat(ring.missingAtEnd()).isZero();
        assertThat(ring.dropped()).isEqualTo(2);
    }

    private boolean offer() {
        long before = ring.dropped();
        ring.offer(ByteBuffer.allocate(FrameRing.FRAME_BYTES)
                .putInt(0, offered)
                .putInt(FrameRing.FRAME_BYTES - 4, offered)
                .array());
        boolean room = ring.dropped() == before;
        offered += room ? 1 : 0;
        return room;
    }

    private void take() {
        ByteBuffer frame = ByteBuffer.allocate(FrameRing.FRAME_BYTES);
        ring.take(frame);
        assertThat(frame.getInt(0)).isEqualTo(taken);
        assertThat(frame.getInt(FrameRing.FRAME_BYTES - 4)).isEqualTo(taken);
        taken++;
    }
}
