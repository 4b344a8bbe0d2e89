package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hotline400.media.MediaSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestingPairsTest {
    private final PortRange range =
            new PortRange(new MediaSettings(InetAddress.getLoopbackAddress(), 21_200, 21_327, 1));
    private final RestingPairs resting = new RestingPairs(8);
    private final List<SocketPair> bound = new ArrayList<>();

    @AfterEach
    void nothingIsHeld() {
        resting.close();
        bound.forEach(SocketPair::close);
    }

    private List<SocketPair> batch(int pairs) {
        List<SocketPair> batch = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            SocketPair pair = resting.rested();
            if (pair == null) {
                pair = range.bind(16);
                bound.add(pair);
            }
            batch.add(pair);
        }
        return batch;
    }

    @Test
    void callsThatComeAndGoInBatchesBindNothingAnew() {
        Set<SocketPair> used = new HashSet<>(batch(8));
        assertThat(used).allMatch(resting::rest);
        for (int i = 0; i < 20; i++) {
            List<SocketPair> batch = batch(4);
            assertThat(batch).allMatch(resting::rest);
            used.addAll(batch);
        }
        assertThat(used).hasSize(8);
    }

    @Test
    void noMoreRestThanMay() {
        List<SocketPair> all = batch(9);
        assertThat(all.subList(0, 8)).allMatch(resting::rest);
        assertThat(resting.rest(all.getLast())).isFalse();
        assertThat(resting.count()).isEqualTo(8);
        assertThat(resting.rested()).isSameAs(all.getFirst());
    }

    @Test
    void thoseOfAllThreadsTogetherAreAnEighthOfTheRange() {
        assertThat(kept(64, 3)).containsExactly(3, 3, 2);
        assertThat(kept(16, 4)).containsExactly(1, 1, 0, 0);
    }

    /// How many rest with each thread when all calls end at once.
    private List<Integer> kept(int pairs, int threads) {
        List<Integer> kept = new ArrayList<>();
        for (RestingPairs share : RestingPairs.shared(pairs, threads)) {
            batch(4).forEach(share::rest);
            kept.add(share.count());
        }
        return kept;
    }
}
