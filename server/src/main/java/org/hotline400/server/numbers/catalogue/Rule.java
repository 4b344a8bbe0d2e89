package org.hotline400.server.numbers.catalogue;

import java.util.Collection;
import java.util.List;

/// One thing that a search demands.
interface Rule {
    /// False when surely no number of the block obeys: it need not be looked at.
    boolean admits(int block);

    /// Leaves of the row only the numbers that obey.
    void narrow(int block, long[] row);

    static Rule in(NumberSet set) {
        return new Rule() {
            @Override
            public boolean admits(int block) {
                return set.size(block) > 0;
            }

            @Override
            public void narrow(int block, long[] row) {
                set.narrow(block, row);
            }
        };
    }

    /// @param sets none: no number obeys
    static Rule inAny(Collection<NumberSet> sets) {
        return sets.size() == 1 ? in(sets.iterator().next()) : new Any(List.copyOf(sets));
    }

    /// Goes through the blocks in order and shows each in which some obey all the rules.
    static void walk(List<Rule> rules, Visitor visitor) {
        var all = rules.toArray(Rule[]::new);
        var row = new long[Row.WORDS];
        for (int block = 0; block < Space.BLOCKS; block++) {
            if (admitted(all, block)) {
                Row.copy(Row.ALL, row);
                for (var rule : all) {
                    rule.narrow(block, row);
                }
                int count = Row.count(row);
                if (count > 0) {
                    visitor.visit(block, row, count);
                }
            }
        }
    }

    /// Whether one number obeys all the rules.
    static boolean allHold(List<Rule> rules, int suffix) {
        int block = suffix / Space.SIZE;
        var row = Row.copy(Row.ALL);
        for (var rule : rules) {
            if (!rule.admits(block)) {
                return false;
            }
            rule.narrow(block, row);
        }
        return Row.has(row, suffix % Space.SIZE);
    }

    private static boolean admitted(Rule[] rules, int block) {
        for (var rule : rules) {
            if (!rule.admits(block)) {
                return false;
            }
        }
        return true;
    }

    /// Sees the numbers found.
    interface Visitor {
        /// @param row the numbers of the block; to be read at once
        /// @param count how many there are, 1 or more
        void visit(int block, long[] row, int count);
    }

    /// In one of some sets.
    final class Any implements Rule {
        private final List<NumberSet> sets;
        private final long[] together = new long[Row.WORDS];

        private Any(List<NumberSet> sets) {
            this.sets = sets;
        }

        @Override
        public boolean admits(int block) {
            for (var set : sets) {
                if (set.size(block) > 0) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void narrow(int block, long[] row) {
            Row.clear(together);
            for (var set : sets) {
                set.addTo(block, together);
            }
            Row.and(row, together);
        }
    }
}
