package org.hotline400.server.regions;

import java.util.List;

/// A province, an autonomous region or a municipality.
///
/// @param place itself: in a municipality the one city there is
/// @param formal the whole name: `广东省`, `内蒙古自治区`
public record Province(Place place, String formal, List<Place> cities) {
    public Province {
        cities = List.copyOf(cities);
    }

    public String name() {
        return place.province();
    }
}
