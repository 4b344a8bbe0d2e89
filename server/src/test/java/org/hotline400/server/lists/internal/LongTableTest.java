package org.hotline400.server.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTableTest {

    /// Few keys and many changes: the gaps that removals leave are met again and again.
    @ParameterizedTest
    @ValueSource(ints = {4, 40, 4_000})
    void behaves_as_a_map_does(int keys) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(keys);
        var table = LongTable.of(0);
        var map = new HashMap<Long, Integer>();
        for (int i = 0; i < 100_000; i++) {
            long key = 1 + random.nextInt(keys) * 0x1_0000_0001L;
            if (random.nextInt(5) < 2) {
                assertThat(table.remove(key)).isEqualTo(orAbsent(map.remove(key)));
            } else {
                int value = random.nextInt(3);
                assertThat(table.put(key, value)).isEqualTo(orAbsent(map.put(key, value)));
            }
            long asked = 1 + random.nextInt(keys) * 0x1_0000_0001L;
            assertThat(table.get(asked)).isEqualTo(orAbsent(map.get(asked)));
        }
        var left = new TreeSet<Long>();
        table.forEachKey(left::add);
        assertThat(left).isEqualTo(new TreeSet<>(map.keySet()));
        assertThat(table.size()).isEqualTo(map.size());
    }

    private static int orAbsent(@org.jspecify.annotations.Nullable Integer value) {
        return value == null ? LongTable.ABSENT : value;
    }
}
