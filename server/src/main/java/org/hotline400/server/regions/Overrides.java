package org.hotline400.server.regions;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// All of the operator's overrides; of several that match the longest prefix counts. Immutable.
public final class Overrides {
    public static final Overrides NONE = of(List.of());

    private final List<RegionOverride> all;
    private final Region[] regions;
    private final PrefixTree tree;

    private Overrides(List<RegionOverride> all, Region[] regions, PrefixTree tree) {
        this.all = all;
        this.regions = regions;
        this.tree = tree;
    }

    public static Overrides of(Collection<RegionOverride> overrides) {
        var all = List.copyOf(overrides);
        var prefixes = new HashMap<String, Integer>();
        var regions = new Region[all.size()];
        for (int i = 0; i < regions.length; i++) {
            var one = all.get(i);
            prefixes.put(one.prefix(), i);
            var carrier = one.carrier().isEmpty() ? carrier(one.prefix()) : one.carrier();
            regions[i] = one.place().region(carrier);
        }
        return new Overrides(all, regions, PrefixTree.of(prefixes));
    }

    private static String carrier(String prefix) {
        return prefix.startsWith("1") ? CarrierPrefixes.own().of(prefix).name() : "";
    }

    boolean isEmpty() {
        return tree.isEmpty();
    }

    Optional<RegionOverride> find(String digits) {
        int found = tree.find(digits, 0);
        return found == PrefixTree.NONE ? Optional.empty() : Optional.of(all.get(found));
    }

    /// [Region#UNKNOWN], the very same object, when there is none.
    Region of(String digits) {
        int found = tree.find(digits, 0);
        return found == PrefixTree.NONE ? Region.UNKNOWN : regions[found];
    }
}
