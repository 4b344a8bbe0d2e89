package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.hotline400.media.MediaSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortRangeTest {
    private static final int TRIES = 16;
    private static final int FIRST = 21_000;
    private static final int PAIRS = 64;

    private final List<Integer> tried = new ArrayList<>();
    private final List<SocketPair> open = new ArrayList<>();
    private final Set<Integer> held = new HashSet<>();
    private final AtomicBoolean exhausted = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final PortRange range = new PortRange(
            new MediaSettings(InetAddress.getLoopbackAddress(), FIRST, FIRST + 2 * PAIRS - 1, 1),
            this::open,
            nanos::get);

    private SocketPair open(InetAddress address, int port) throws IOException {
        tried.add(port);
        if (exhausted.get()) {
            throw new SocketException("Too many open files");
        }
        if (held.contains(port)) {
            throw new BindException("Address already in use");
        }
        SocketPair pair = SocketPair.bind(address, port);
        open.add(pair);
        return pair;
    }

    /// By other programs.
    private void hold(int pairs) {
        IntStream.range(0, pairs).forEach(pair -> held.add(FIRST + 2 * pair));
    }

    private int triesOf(Runnable call) {
        int before = tried.size();
        call.run();
        return tried.size() - before;
    }

    @AfterEach
    void nothingIsHeld() {
        open.forEach(SocketPair::close);
    }

    @Test
    void portsThatOthersHoldAreTriedOnceAndAFewByEachCall() {
        hold(40);
        assertThat(triesOf(() -> assertThat(range.bind(TRIES)).isNull())).isEqualTo(TRIES);
        assertThat(triesOf(() -> assertThat(range.bind(TRIES)).isNull())).isEqualTo(TRIES);
        assertThat(triesOf(() -> assertThat(range.bind(TRIES)).isNotNull())).isEqualTo(9);
        for (int call = 1; call < PAIRS - 40; call++) {
            assertThat(triesOf(() -> assertThat(range.bind(TRIES)).isNotNull())).isEqualTo(1);
        }
        assertThat(triesOf(() -> assertThat(range.bind(TRIES)).isNull())).isZero();
        assertThat(range.usedUp()).hasMessageContaining("other programs hold 40 of its 64 pairs");
    }

    @Test
    void whatWasSetAsideIsTriedAgainAfterAWhile() {
        hold(1);
        SocketPair second = range.bind(TRIES);
        assertThat(second).isNotNull();
        assertThat(tried).containsExactly(FIRST, FIRST + 2);
        held.clear();

        nanos.addAndGet(PortRange.ASIDE.minusMillis(1).toNanos());
        IntStream.range(2, PAIRS).forEach(_ -> assertThat(range.bind(TRIES)).isNotNull());
        assertThat(range.bind(TRIES)).isNull();

        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        SocketPair first = range.bind(TRIES);
        assertThat(first).isNotNull();
        assertThat(first.local.getPort()).isEqualTo(FIRST);
        assertThat(range.bind(TRIES)).isNull();
        assertThat(range.usedUp()).hasMessageContaining("all of them carry calls");
    }

    @Test
    void aLackOfDescriptorsIsNotBlamedOnPorts() {
        exhausted.set(true);
        assertThat(triesOf(() -> assertThat(range.bind(TRIES)).isNull())).isEqualTo(1);
        assertThat(range.usedUp()).hasMessageContaining("Too many open files").hasMessageNotContaining("widen");

        exhausted.set(false);
        SocketPair pair = range.bind(TRIES);
        assertThat(pair).isNotNull();
        assertThat(pair.local.getPort()).isEqualTo(FIRST);
    }
}
