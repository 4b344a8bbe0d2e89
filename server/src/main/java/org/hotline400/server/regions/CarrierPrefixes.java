package org.hotline400.server.regions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Which carrier's a mobile prefix is; our own table, because the library's knows neither 162, 165 nor 192.
final class CarrierPrefixes {
    private static final CarrierPrefixes OWN = new CarrierPrefixes(RegionFile.rows("carriers.csv"));

    private final List<Carrier> carriers = new ArrayList<>();
    private final PrefixTree tree;

    private CarrierPrefixes(List<String[]> rows) {
        var prefixes = new HashMap<String, Integer>();
        for (var row : rows) {
            prefixes.put(row[0], carriers.size());
            carriers.add(new Carrier(row[1], row[2].equals("virtual")));
        }
        tree = PrefixTree.of(prefixes);
    }

    static CarrierPrefixes own() {
        return OWN;
    }

    Carrier of(String digits) {
        int found = tree.find(digits, 0);
        return found == PrefixTree.NONE ? Carrier.UNKNOWN : carriers.get(found);
    }
}
