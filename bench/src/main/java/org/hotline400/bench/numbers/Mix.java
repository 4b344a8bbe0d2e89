package org.hotline400.bench.numbers;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/// The published mix of searches.
///
/// @param searches each as the query of `GET /api/v1/numbers/search`, such as `tail=888&class=special`
record Mix(List<String> searches) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    Mix {
        searches = List.copyOf(searches);
        if (searches.isEmpty()) {
            throw new IllegalArgumentException("a mix has one search at least");
        }
    }

    int size() {
        return searches.size();
    }

    /// All places of the mix, once each, in an order of which every beginning is spread evenly over it: who
    /// stops early has seen some of everything.
    List<Integer> spread() {
        int step = step();
        return IntStream.range(0, size())
                .mapToObj(i -> (int) ((long) i * step % size()))
                .toList();
    }

    /// Without a common divisor, so that every place has its turn.
    private int step() {
        var size = BigInteger.valueOf(size());
        int step = Math.max(1, (int) Math.round(size() * GOLDEN));
        while (!size.gcd(BigInteger.valueOf(step)).equals(BigInteger.ONE)) {
            step++;
        }
        return step;
    }
}
