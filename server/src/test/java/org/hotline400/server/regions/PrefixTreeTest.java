package org.hotline400.server.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixTreeTest {

    @Test
    void findsTheLongestPrefixLikeAPlainSearchDoes() {
        var random = new Random(7);
        var prefixes = new HashMap<String, Integer>();
        for (int i = 0; i < 5_000; i++) {
            prefixes.put(digits(random, 1 + random.nextInt(6)), i);
        }
        var tree = PrefixTree.of(prefixes);
        for (int i = 0; i < 20_000; i++) {
            var digits = digits(random, random.nextInt(12));
            assertThat(tree.find(digits, 0)).as(digits).isEqualTo(plain(prefixes, digits));
        }
    }

    private static int plain(Map<String, Integer> prefixes, String digits) {
        for (int length = digits.length(); length > 0; length--) {
            var found = prefixes.get(digits.substring(0, length));
            if (found != null) {
                return found;
            }
        }
        return PrefixTree.NONE;
    }

    private static String digits(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    @Test
    void isEmptyWithoutPrefixes() {
        assertThat(PrefixTree.EMPTY.isEmpty()).isTrue();
        assertThat(PrefixTree.EMPTY.find("138", 0)).isEqualTo(PrefixTree.NONE);
        assertThat(PrefixTree.of(Map.of("1", 0)).isEmpty()).isFalse();
    }
}
