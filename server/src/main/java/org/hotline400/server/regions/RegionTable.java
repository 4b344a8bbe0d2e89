package org.hotline400.server.regions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The provinces and cities of the mainland with their administrative codes (GB/T 2260), names and area
/// codes.
///
/// Cities are the prefecture-level ones, the four municipalities, and the counties and cities that a province
/// governs itself (省直辖县级). Hong Kong, Macao and Taiwan call as other countries do, and are not in it.
public final class RegionTable {
    private static final String[] PROVINCE_ENDINGS = {"维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"};
    private static final String[] CITY_ENDINGS = {"市", "地区", "盟", "自治州", "自治县", "州", "县", "林区"};

    private final List<Province> provinces;
    private final Map<String, Place> byAdcode = new LinkedHashMap<>();
    private final Map<String, Province> byProvince = new HashMap<>();
    private final Map<String, List<Place>> byCity = new HashMap<>();
    private final AreaCodes areaCodes;

    private RegionTable(List<String[]> provinces, List<String[]> cities, List<String[]> areaCodes) {
        this.provinces = provinces.stream().map(row -> province(row, cities)).toList();
        this.provinces.forEach(this::index);
        this.areaCodes = new AreaCodes(areaCodes, adcode -> Objects.requireNonNull(byAdcode.get(adcode), adcode));
    }

    private static final class Own {
        private static final RegionTable TABLE = new RegionTable(
                RegionFile.rows("provinces.csv"), RegionFile.rows("cities.csv"), RegionFile.rows("area-codes.csv"));
    }

    /// The table in the jar.
    public static RegionTable own() {
        return Own.TABLE;
    }

    private static Province province(String[] row, List<String[]> cities) {
        var inside = cities.stream()
                .filter(city -> city[0].startsWith(row[0].substring(0, 2)))
                .map(city -> new Place(city[0], row[1], city[1], city[2], city[3], names(city[4])))
                .toList();
        var itself = inside.stream()
                .filter(city -> city.adcode().equals(row[0]))
                .findFirst()
                .orElseGet(() -> new Place(row[0], row[1], "", row[2], "", List.of()));
        return new Province(itself, row[2], inside);
    }

    private static List<String> names(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" "));
    }

    private void index(Province province) {
        byAdcode.put(province.place().adcode(), province.place());
        byProvince.put(province.name(), province);
        byProvince.put(province.formal(), province);
        for (var city : province.cities()) {
            byAdcode.put(city.adcode(), city);
            named(city.city(), city);
            named(city.formal(), city);
            city.alsoCalled().forEach(name -> named(name, city));
        }
    }

    private void named(String name, Place city) {
        var places = byCity.computeIfAbsent(name, key -> new ArrayList<>());
        if (!places.contains(city)) {
            places.add(city);
        }
    }

    /// In the order of their codes.
    public List<Province> provinces() {
        return provinces;
    }

    /// All area codes that lead somewhere, with their 0, in order.
    public List<String> areaCodes() {
        return areaCodes.all();
    }

    /// The city or province with this code; the city of a county's code: `440305` is in Shenzhen.
    public Optional<Place> byAdcode(String adcode) {
        if (adcode.length() != 6) {
            return Optional.empty();
        }
        return Optional.ofNullable(byAdcode.get(adcode))
                .or(() -> Optional.ofNullable(byAdcode.get(adcode.substring(0, 4) + "00")))
                .or(() -> Optional.ofNullable(byAdcode.get(adcode.substring(0, 2) + "0000"))
                        .filter(place -> !place.city().isEmpty()));
    }

    /// The city that has most of the numbers behind this area code, with or without its 0.
    public Optional<Place> byAreaCode(String areaCode) {
        return areaCodes.owner(areaCode.startsWith("0") ? areaCode : "0" + areaCode);
    }

    /// With or without 省, 市, 自治区.
    public Optional<Province> province(String name) {
        return Optional.ofNullable(byProvince.get(name)).or(() -> byProvinceWithout(name));
    }

    private Optional<Province> byProvinceWithout(String name) {
        for (var ending : PROVINCE_ENDINGS) {
            var found =
                    name.endsWith(ending) ? byProvince.get(name.substring(0, name.length() - ending.length())) : null;
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// With or without 市, 地区, 盟, 自治州; former names, too. Empty when no city has this name, or several have.
    public Optional<Place> city(String name) {
        var places = citiesNamed(name);
        return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }

    /// A city of this province.
    public Optional<Place> city(Province province, String name) {
        return citiesNamed(name).stream()
                .filter(city -> city.province().equals(province.name()))
                .findFirst();
    }

    private List<Place> citiesNamed(String name) {
        var exact = byCity.get(name);
        if (exact != null) {
            return exact;
        }
        for (var ending : CITY_ENDINGS) {
            var found = name.endsWith(ending) ? byCity.get(name.substring(0, name.length() - ending.length())) : null;
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    /// The place of a written address: `广东省深圳市`, `内蒙古包头`, `北京市`, `广东`; of a list (`沈阳市、铁岭市`) the first.
    public Optional<Place> written(String address) {
        var first = address.split("、", 2)[0];
        return provinces.stream()
                .filter(province -> first.startsWith(province.name()))
                .findFirst()
                .flatMap(province -> inside(province, first));
    }

    private Optional<Place> inside(Province province, String address) {
        var name = address.startsWith(province.formal()) ? province.formal() : province.name();
        var rest = address.substring(name.length());
        return rest.isEmpty() ? Optional.of(province.place()) : city(province, rest);
    }

    /// Where a fixed line is; [Region#UNKNOWN] when no city has its area code.
    ///
    /// @param digits `0`, area code, number
    public Region ofFixedLine(String digits) {
        return areaCodes.of(digits);
    }
}
