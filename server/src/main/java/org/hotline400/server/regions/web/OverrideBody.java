package org.hotline400.server.regions.web;

import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.regions.Place;
import org.hotline400.server.regions.RegionOverride;
import org.hotline400.server.regions.RegionTable;
import org.jspecify.annotations.Nullable;

/// An override on the wire. The place is named by its code, or by province and perhaps city.
///
/// @param prefix in answers; in requests it stands in the path
/// @param carrier empty to leave what the prefix tells
record OverrideBody(
        @Nullable String prefix,
        @Nullable String adcode,
        @Nullable String province,
        @Nullable String city,
        @Nullable String carrier,
        @Nullable String note) {

    static OverrideBody of(RegionOverride override) {
        var place = override.place();
        return new OverrideBody(
                override.prefix(), place.adcode(), place.province(), place.city(), override.carrier(), override.note());
    }

    RegionOverride read(String path) {
        var checks = new Checks();
        var checked = checks.read("prefix", "regions.prefix", path, RegionOverride::checkPrefix);
        if (prefix != null && !prefix.equals(path)) {
            checks.add("prefix", "regions.prefix", "is another than that of the path");
        }
        var place = place(checks);
        var named = checks.read("carrier", "too-long", text(carrier), text -> bounded(text, 20));
        var why = checks.read("note", "too-long", text(note), text -> bounded(text, 200));
        checks.done();
        return new RegionOverride(checked.get(), place.orElseThrow(), named.get(), why.get());
    }

    /// There, unless the checks say what is wrong.
    private Optional<Place> place(Checks checks) {
        var table = RegionTable.own();
        if (adcode != null) {
            var found = table.byAdcode(adcode);
            if (found.isEmpty()) {
                checks.add("adcode", "regions.adcode", "is no code of a city or province (GB/T 2260), such as 440300");
            }
            return found;
        }
        var inside = table.province(text(province));
        if (inside.isEmpty()) {
            checks.add("province", "regions.province", "is required where no adcode is given, such as 广东");
            return Optional.empty();
        }
        if (text(city).isEmpty()) {
            return inside.map(one -> one.place());
        }
        var found = table.city(inside.get(), text(city));
        if (found.isEmpty()) {
            checks.add("city", "regions.city", "is no city of " + inside.get().name());
        }
        return found;
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    private static String bounded(String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("has at most " + most + " characters");
        }
        return text;
    }
}
