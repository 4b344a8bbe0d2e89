package org.hotline400.server.numbers.catalogue;

import java.util.Arrays;

/// The smallest few of many keys that lie behind a place; see [Ranking#key]. A heap with the largest kept
/// at its root.
final class Best {
    private final long[] heap;
    private final long after;
    private int size;

    /// @param most how many to keep, 1 or more
    /// @param after only greater keys; -1: any
    Best(int most, long after) {
        heap = new long[most];
        this.after = after;
    }

    long after() {
        return after;
    }

    boolean full() {
        return size == heap.length;
    }

    /// The rank of the worst that is kept.
    int worstRank() {
        return Ranking.rank(heap[0]);
    }

    void offer(long key) {
        if (key <= after) {
            return;
        }
        if (!full()) {
            rise(key);
        } else if (key < heap[0]) {
            sink(key);
        }
    }

    private void rise(long key) {
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] < key) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
    }

    private void sink(long key) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }

    /// In order.
    long[] sorted() {
        var keys = Arrays.copyOf(heap, size);
        Arrays.sort(keys);
        return keys;
    }
}
