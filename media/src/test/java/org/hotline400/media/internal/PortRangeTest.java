package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hotline400.media.MediaSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortRangeTest {
    /// Of 64 pairs, so that eight may rest.
    private final PortRange range =
            new PortRange(new MediaSettings(InetAddress.getLoopbackAddress(), 21_000, 21_127, 1));

    @AfterEach
    void nothingIsHeld() {
        range.close();
    }

    @Test
    void callsThatComeAndGoInBatchesBindNothingAnew() {
        Set<SocketPair> used = new HashSet<>(batch(8));
        assertThat(used).allMatch(range::rest);
        for (int i = 0; i < 20; i++) {
            List<SocketPair> batch = batch(4);
            assertThat(batch).allMatch(range::rest);
            used.addAll(batch);
        }
        assertThat(used).hasSize(8);
    }

    @Test
    void noMoreRestThanMay() {
        List<SocketPair> all = batch(9);
        assertThat(all.subList(0, 8)).allMatch(range::rest);
        assertThat(range.rest(all.getLast())).isFalse();
        all.getLast().close();
        assertThat(range.resting()).isEqualTo(8);
        assertThat(range.take()).isSameAs(all.getFirst());
        all.getFirst().close();
    }

    private List<SocketPair> batch(int pairs) {
        return IntStream.range(0, pairs).mapToObj(each -> range.take()).toList();
    }
}
