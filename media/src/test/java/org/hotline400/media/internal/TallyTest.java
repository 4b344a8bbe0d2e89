package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final int MANY = 1_000_000;

    private final Tally tally = new Tally();

    @Test
    void eachCountIsItsOwn() {
        for (Count count : Count.values()) {
            tally.set(count, 100 + count.name().hashCode());
        }
        tally.increment(Count.SENT);
        tally.add(Count.LOST, -3);
        for (Count count : Count.values()) {
            int more = count == Count.SENT ? 1 : count == Count.LOST ? -3 : 0;
            assertThat(tally.get(count))
                    .as(count.name())
                    .isEqualTo(100 + count.name().hashCode() + more);
        }
    }

    /// What is counted first is at least as far, whoever looks: that is what release and acquire are for.
    @Test
    void anotherThreadSeesTheCountsInTheirOrder() {
        CompletableFuture<Void> counting = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < MANY; i++) {
                tally.increment(Count.RECEIVED);
                tally.increment(Count.REORDERED);
            }
        });
        long reordered = 0;
        while (reordered < MANY) {
            reordered = tally.get(Count.REORDERED);
            assertThat(tally.get(Count.RECEIVED)).isGreaterThanOrEqualTo(reordered);
        }
        counting.join();
        assertThat(tally.get(Count.RECEIVED)).isEqualTo(MANY);
    }
}
