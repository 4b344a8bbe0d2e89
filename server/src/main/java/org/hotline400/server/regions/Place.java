package org.hotline400.server.regions;

import java.util.List;

/// A city, or a province where no city is meant.
///
/// @param adcode six digits (GB/T 2260): `440300`
/// @param province without 省, 市 or 自治区: `广东`
/// @param city without 市, 地区, 盟 or 自治州: `深圳`; the province's name in a municipality; empty for a whole province
/// @param formal the whole name: `深圳市`, `延边朝鲜族自治州`
/// @param areaCode today's, with its 0: `0755`; empty for a whole province
/// @param alsoCalled former and short names, and units merged into it: `襄樊`
public record Place(
        String adcode, String province, String city, String formal, String areaCode, List<String> alsoCalled) {
    public Place {
        alsoCalled = List.copyOf(alsoCalled);
    }

    /// The region of a line at home here.
    Region region(String dialled, String carrier) {
        return new Region(province, city, adcode, dialled, carrier);
    }

    /// The region of a mobile at home here.
    Region region(String carrier) {
        return region(areaCode, carrier);
    }
}
