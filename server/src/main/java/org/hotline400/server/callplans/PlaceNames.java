package org.hotline400.server.callplans;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hotline400.server.regions.Place;
import org.hotline400.server.regions.Province;
import org.hotline400.server.regions.RegionTable;

/// Reads provinces and cities as people write them: 广东省 is 广东, 深圳市 is 深圳, 延边州 is 延边.
final class PlaceNames {
    private PlaceNames() {}

    static Set<String> provinces(Fields fields, String name) {
        return read(fields, name, PlaceNames::province);
    }

    static Set<String> cities(Fields fields, String name) {
        return read(fields, name, PlaceNames::city);
    }

    /// Provinces and cities alike.
    static Set<String> places(Fields fields, String name) {
        return read(fields, name, text -> province(text).or(() -> city(text)));
    }

    private static Set<String> read(Fields fields, String name, Function<String, Optional<String>> known) {
        var places = new HashSet<String>();
        for (var text : fields.textsIn(name)) {
            var place = known.apply(text);
            if (place.isEmpty()) {
                fields.warning(
                        name, "plan.place-unknown", "no caller is ever from \"" + text + "\"; see /api/v1/regions");
            }
            places.add(place.orElse(text));
        }
        return places;
    }

    private static Optional<String> province(String text) {
        return RegionTable.own().province(text).map(Province::name);
    }

    private static Optional<String> city(String text) {
        return RegionTable.own().city(text).map(Place::city);
    }
}
