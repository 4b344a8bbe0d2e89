package org.hotline400.server.regions;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.prefixmapper.PrefixFileReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// Where mobile segments are at home after Google's libphonenumber, put right where it is known to be wrong.
///
/// Its data are read through its prefix mapper: the geocoder on top falls back to the name of the country,
/// which takes it ten times as long as the answer. The first question makes the library read its data, some
/// 100 ms; each further one takes less than a microsecond.
final class LibraryPlaces {
    private static final int CHINA = 86;
    private static final long SUBSCRIBERS = 10_000;

    private static final class Data {
        private static final PrefixFileReader READER =
                new PrefixFileReader("/com/google/i18n/phonenumbers/geocoding/data/");
    }

    private final RegionTable table;
    private final Corrections corrections;
    private final IntFunction<String> library;
    /// Some 400 addresses; the library says the same ones again and again.
    private final Map<String, Optional<Place>> places = new ConcurrentHashMap<>();

    /// @param library the address of a segment, in Chinese
    LibraryPlaces(RegionTable table, Corrections corrections, IntFunction<String> library) {
        this.table = table;
        this.corrections = corrections;
        this.library = library;
    }

    static LibraryPlaces own() {
        return new LibraryPlaces(RegionTable.own(), Corrections.own(), LibraryPlaces::address);
    }

    /// @param segment the first seven digits of a mobile number
    Optional<Place> of(int segment) {
        var address = corrections.mend(table, Integer.toString(segment), library.apply(segment));
        return places.computeIfAbsent(address, table::written);
    }

    /// Empty when it knows none.
    static String address(int segment) {
        var number = new PhoneNumber().setCountryCode(CHINA).setNationalNumber(segment * SUBSCRIBERS);
        return Data.READER.getDescriptionForNumber(number, "zh", "", "CN");
    }
}
