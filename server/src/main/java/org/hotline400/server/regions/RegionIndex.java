package org.hotline400.server.regions;

import org.hotline400.server.kernel.CallerNumber;

/// Where callers are, in memory: the pure core of this module, without Spring and I/O. Immutable; a change is
/// another index in its place.
///
/// Asked in this order: overrides, imported segments, the library — for fixed lines our own table of area
/// codes.
///
/// ```java
/// var index = RegionIndex.load();
/// var region = index.of(CallerNumber.of("13812345678", ""));
/// ```
///
/// @param table of provinces, cities and area codes
/// @param mobiles what imported segments and the library say
/// @param overrides the operator's
public record RegionIndex(RegionTable table, MobileLines mobiles, Overrides overrides) implements Regions {

    /// The index of a fresh installation, with its table of mobiles made: about a second of work.
    public static RegionIndex load() {
        return new RegionIndex(RegionTable.own(), MobileLines.table(), Overrides.NONE);
    }

    @Override
    public Region of(CallerNumber caller) {
        return switch (caller.kind()) {
            case MOBILE, FIXED -> of(caller.normalised(), caller.kind() == CallerNumber.Kind.MOBILE);
            case SERVICE, INTERNATIONAL, WITHHELD, UNKNOWN -> Region.UNKNOWN;
        };
    }

    private Region of(String digits, boolean isMobile) {
        if (!overrides.isEmpty()) {
            var said = overrides.of(digits);
            if (!said.isUnknown()) {
                return said;
            }
        }
        return isMobile ? mobiles.of(digits) : table.ofFixedLine(digits);
    }

    /// The same with who says so.
    public Located locate(CallerNumber caller) {
        var region = of(caller);
        return switch (caller.kind()) {
            case MOBILE -> {
                var carrier = CarrierPrefixes.own().of(caller.normalised());
                yield located(caller, region, carrier, mobiles.source(caller.normalised()));
            }
            case FIXED ->
                located(
                        caller,
                        region,
                        Carrier.UNKNOWN,
                        region.isUnknown() ? RegionSource.NONE : RegionSource.AREA_CODE);
            case SERVICE, INTERNATIONAL, WITHHELD, UNKNOWN ->
                new Located(region, RegionSource.NONE, Carrier.UNKNOWN, "");
        };
    }

    private Located located(CallerNumber caller, Region region, Carrier carrier, RegionSource otherwise) {
        return overrides
                .find(caller.normalised())
                .map(one -> new Located(region, RegionSource.OVERRIDE, carrier, one.prefix()))
                .orElseGet(() -> new Located(region, otherwise, carrier, ""));
    }
}
