package org.hotline400.server.regions;

/// Asks the library anew for each number: for the moments before the table is made.
final class SlowMobileLines implements MobileLines {
    private final LibraryPlaces library;

    SlowMobileLines(LibraryPlaces library) {
        this.library = library;
    }

    @Override
    public Region of(String digits) {
        var carrier = CarrierPrefixes.own().of(digits).name();
        return library.of(MobileLines.segment(digits))
                .map(place -> place.region(carrier))
                .orElseGet(() -> Region.onlyCarrier(carrier));
    }

    @Override
    public RegionSource source(String digits) {
        return of(digits).isUnknown() ? RegionSource.NONE : RegionSource.LIBRARY;
    }
}
