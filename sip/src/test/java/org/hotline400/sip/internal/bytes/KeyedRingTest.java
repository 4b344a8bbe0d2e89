package org.hotline400.sip.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ring beside a plain list that remembers the same.
class KeyedRingTest {
    private record Entry(String key, int number, int length) {}

    private final KeyedRing ring = new KeyedRing();
    private final ArrayDeque<Entry> plain = new ArrayDeque<>();

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private void add(Entry entry) {
        ByteBuffer content = ring.add(bytes(entry.key), entry.length);
        content.putInt(entry.number);
        while (content.hasRemaining()) {
            content.put((byte) entry.number);
        }
        plain.add(entry);
    }

    private static Entry read(String key, ByteBuffer content) {
        int length = content.remaining();
        int number = content.getInt();
        while (content.hasRemaining()) {
            assertThat(content.get()).isEqualTo((byte) number);
        }
        return new Entry(key, number, length);
    }

    private List<Entry> inRing(String key) {
        List<Entry> found = new ArrayList<>();
        for (long at = ring.latest(bytes(key)); at != KeyedRing.NOWHERE; at = ring.before(at, bytes(key))) {
            found.add(read(key, ring.content(at)));
        }
        return found.reversed();
    }

    private void remove() {
        String key = new String(ring.key(ring.oldest()), StandardCharsets.UTF_8);
        assertThat(read(key, ring.content(ring.oldest()))).isEqualTo(plain.remove());
        ring.removeOldest();
    }

    /// Over several chunks, emptied and filled again.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itHoldsWhatAListHolds(long seed) {
        var random = new Random(seed);
        for (int wave = 0; wave < 4; wave++) {
            int most = 1 + random.nextInt(6_000);
            for (int i = 0; i < 12_000; i++) {
                add(new Entry("call-" + random.nextInt(3_000), i, 4 + random.nextInt(3_000)));
                while (plain.size() > most) {
                    remove();
                }
            }
            assertThat(ring.count()).isEqualTo(plain.size());
            for (int call = 0; call < 3_000; call += 7) {
                String key = "call-" + call;
                assertThat(inRing(key))
                        .isEqualTo(plain.stream()
                                .filter(entry -> entry.key.equals(key))
                                .toList());
            }
            while (!plain.isEmpty()) {
                remove();
            }
            assertThat(ring.isEmpty()).isTrue();
            assertThat(inRing("call-1")).isEmpty();
        }
    }

    @Test
    void anEntryAsLongAsAChunkFitsAndALongerOneIsRefused() {
        add(new Entry("short", 1, 100));
        add(new Entry("long", 2, (4 << 20) - 200));
        add(new Entry("short", 3, 100));
        assertThat(inRing("long")).containsExactly(new Entry("long", 2, (4 << 20) - 200));
        assertThat(inRing("short")).extracting(Entry::number).containsExactly(1, 3);
        assertThatThrownBy(() -> ring.add(bytes("longer"), 4 << 20)).hasMessageContaining("too long");
        remove();
        remove();
        remove();
        assertThat(ring.isEmpty()).isTrue();
    }
}
