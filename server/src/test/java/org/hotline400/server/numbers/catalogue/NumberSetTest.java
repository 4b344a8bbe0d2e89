package org.hotline400.server.numbers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class NumberSetTest {

    @Test
    void holds_what_the_bitmap_does_in_full_half_thin_and_empty_blocks() {
        var numbers = numbers();
        var set = NumberSet.of(numbers);

        assertThat(set.size()).isEqualTo(numbers.getCardinality());
        var probes = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            int suffix = probes.nextInt(Space.NUMBERS);
            assertThat(set.contains(suffix)).isEqualTo(numbers.contains(suffix));
        }
    }

    @Test
    void comes_back_as_the_bitmap_it_was_read_from() {
        var numbers = numbers();
        var set = NumberSet.of(numbers);
        var bits = new SpaceBits();
        for (int block = 0; block < Space.BLOCKS; block++) {
            var row = new long[Row.WORDS];
            set.addTo(block, row);
            bits.write(block, row);
        }

        assertThat(bits.bitmap()).isEqualTo(numbers);
    }

    @Test
    void narrows_and_counts_a_row_alike() {
        var set = NumberSet.of(numbers());
        var random = new Random(3);
        for (int block = 0; block < Space.BLOCKS; block++) {
            var row = new long[Row.WORDS];
            for (int i = 0; i < 3_000; i++) {
                Row.add(row, random.nextInt(Space.SIZE));
            }
            int both = set.countIn(block, row, Row.count(row));
            var before = row.clone();

            set.narrow(block, row);

            assertThat(Row.count(row)).isEqualTo(both);
            Row.andNot(row, before);
            assertThat(Row.count(row)).as("added to block %s", block).isZero();
        }
    }

    private static RoaringBitmap numbers() {
        var random = new Random(1);
        var numbers = Catalogues.range(1_230_000, 1_290_000);
        for (int i = 0; i < 40_000; i++) {
            numbers.add(4_000_000 + random.nextInt(200_000));
            numbers.add(6_000_000 + random.nextInt(4_000_000));
        }
        numbers.add(0);
        numbers.add(Space.NUMBERS - 1);
        return numbers;
    }
}
