package org.hotline400.server.regions;

import java.util.Arrays;
import java.util.Map;

/// Finds the longest of many prefixes that a row of digits begins with. Immutable, without allocation when
/// asked.
final class PrefixTree {
    static final int NONE = -1;
    static final PrefixTree EMPTY = of(Map.of());

    /// Ten children a node; 0 is none, because no child is the root.
    private int[] children = new int[10];
    private int[] values = {NONE};

    private PrefixTree() {}

    /// @param values not negative, by prefix
    static PrefixTree of(Map<String, Integer> values) {
        var tree = new PrefixTree();
        values.forEach(tree::put);
        return tree;
    }

    private void put(String prefix, int value) {
        int node = 0;
        for (int i = 0; i < prefix.length(); i++) {
            int edge = node * 10 + prefix.charAt(i) - '0';
            if (children[edge] == 0) {
                children[edge] = values.length;
                addNode();
            }
            node = children[edge];
        }
        values[node] = value;
    }

    private void addNode() {
        int nodes = values.length + 1;
        values = Arrays.copyOf(values, nodes);
        values[nodes - 1] = NONE;
        if (children.length < nodes * 10) {
            children = Arrays.copyOf(children, Math.max(nodes, values.length * 2) * 10);
        }
    }

    /// The value of the longest prefix of the digits from there on; [#NONE] when there is none.
    int find(String digits, int from) {
        int node = 0;
        int found = values[0];
        for (int i = from; i < digits.length(); i++) {
            node = children[node * 10 + digits.charAt(i) - '0'];
            if (node == 0) {
                return found;
            }
            found = values[node] == NONE ? found : values[node];
        }
        return found;
    }

    boolean isEmpty() {
        return values.length == 1 && values[0] == NONE;
    }
}
