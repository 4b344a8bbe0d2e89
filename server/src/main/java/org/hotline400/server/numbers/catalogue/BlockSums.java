package org.hotline400.server.numbers.catalogue;

import java.util.List;

/// How many of each block's available numbers lie on each shelf and have each pattern: so a block that a search
/// takes wholly, or nearly, need not be counted anew.
final class BlockSums {
    private final List<Shelves.Shelf> shelves;
    private final List<NumberSet> kinds;
    private final NumberSet available;
    private final int[][] byShelf = new int[Space.BLOCKS][];
    private final int[][] byKind = new int[Space.BLOCKS][];

    BlockSums(List<Shelves.Shelf> shelves, List<NumberSet> kinds, NumberSet available) {
        this.shelves = shelves;
        this.kinds = kinds;
        this.available = available;
        for (int block = 0; block < Space.BLOCKS; block++) {
            count(block);
        }
    }

    private BlockSums(BlockSums before, NumberSet available) {
        this.shelves = before.shelves;
        this.kinds = before.kinds;
        this.available = available;
        for (int block = 0; block < Space.BLOCKS; block++) {
            if (available.isSame(block, before.available)) {
                byShelf[block] = before.byShelf[block];
                byKind[block] = before.byKind[block];
            } else {
                count(block);
            }
        }
    }

    /// Counts only the blocks that have changed.
    BlockSums with(NumberSet changed) {
        return new BlockSums(this, changed);
    }

    private void count(int block) {
        var row = new long[Row.WORDS];
        available.addTo(block, row);
        int size = available.size(block);
        byShelf[block] = shelves.stream()
                .mapToInt(shelf -> shelf.numbers().countIn(block, row, size))
                .toArray();
        byKind[block] =
                kinds.stream().mapToInt(kind -> kind.countIn(block, row, size)).toArray();
    }

    void addTo(int[] shelves, int[] kinds, int block) {
        add(byShelf[block], shelves);
        add(byKind[block], kinds);
    }

    private static void add(int[] from, int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
