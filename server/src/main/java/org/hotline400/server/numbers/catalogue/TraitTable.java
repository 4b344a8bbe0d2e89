package org.hotline400.server.numbers.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hotline400.server.numbers.grading.NumberClass;

/// The combinations of class and patterns that occur: some twelve hundred, so that a number needs two bytes to
/// say which is its own. Grows while numbers are graded, by any thread.
final class TraitTable {
    private static final int MOST = 1 << Character.SIZE;
    private static final int CLASS_BITS = 2;

    private final Map<Long, Integer> ids;
    private long[] traits;

    TraitTable() {
        ids = new HashMap<>();
        traits = new long[1024];
    }

    private TraitTable(TraitTable other) {
        ids = new HashMap<>(other.ids);
        traits = other.traits.clone();
    }

    /// One that grows apart from this.
    synchronized TraitTable copy() {
        return new TraitTable(this);
    }

    static long trait(int classOrdinal, long kinds) {
        return classOrdinal | kinds << CLASS_BITS;
    }

    @SuppressWarnings("EnumOrdinal") // as in a CompactGrade
    static long trait(NumberClass numberClass, long kinds) {
        return trait(numberClass.ordinal(), kinds);
    }

    static int classOrdinal(long trait) {
        return (int) trait & 3;
    }

    static long kinds(long trait) {
        return trait >>> CLASS_BITS;
    }

    /// @throws IllegalStateException when there are more than 65,536 combinations
    synchronized int id(long trait) {
        var known = ids.get(trait);
        if (known != null) {
            return known;
        }
        int id = ids.size();
        if (id == MOST) {
            throw new IllegalStateException("the rules know more than " + MOST + " combinations of class and patterns");
        }
        ids.put(trait, id);
        if (id == traits.length) {
            traits = Arrays.copyOf(traits, 2 * id);
        }
        traits[id] = trait;
        return id;
    }

    /// By id.
    synchronized long[] all() {
        return Arrays.copyOf(traits, ids.size());
    }

    /// What one thread has asked a table, so that it need not ask again.
    static final class Asked {
        private static final int SLOTS = 2 * MOST;

        private final TraitTable table;
        private final long[] traits = new long[SLOTS];
        private final char[] ids = new char[SLOTS];

        Asked(TraitTable table) {
            this.table = table;
        }

        char id(long trait) {
            // Shifted by one, so that an empty slot is no trait.
            long key = trait + 1;
            int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - Character.SIZE - 1));
            while (traits[slot] != 0) {
                if (traits[slot] == key) {
                    return ids[slot];
                }
                slot = (slot + 1) & (SLOTS - 1);
            }
            traits[slot] = key;
            ids[slot] = (char) table.id(trait);
            return ids[slot];
        }
    }
}
