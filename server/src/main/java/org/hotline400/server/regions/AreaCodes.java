package org.hotline400.server.regions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Whose an area code is; where cities share one, the number's first digits tell which.
final class AreaCodes {
    private final List<Region> regions = new ArrayList<>();
    private final Map<String, Place> owners = new HashMap<>();
    private final PrefixTree tree;

    /// @param places by their code
    AreaCodes(List<String[]> rows, Function<String, Place> places) {
        var prefixes = new HashMap<String, Integer>();
        for (var row : rows) {
            var place = places.apply(row[2]);
            prefixes.put(row[0] + row[1], regions.size());
            regions.add(place.region(row[0], ""));
            if (row[1].isEmpty()) {
                owners.put(row[0], place);
            }
        }
        tree = PrefixTree.of(prefixes);
    }

    /// @param digits `0`, area code, number
    Region of(String digits) {
        int found = tree.find(digits, 0);
        return found == PrefixTree.NONE ? Region.UNKNOWN : regions.get(found);
    }

    /// The city that has most of its numbers.
    Optional<Place> owner(String areaCode) {
        return Optional.ofNullable(owners.get(areaCode));
    }

    List<String> all() {
        return owners.keySet().stream().sorted().toList();
    }
}
