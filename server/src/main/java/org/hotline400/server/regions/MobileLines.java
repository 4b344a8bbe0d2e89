package org.hotline400.server.regions;

/// Where mobile numbers are at home. Immutable.
public sealed interface MobileLines permits MobileTable, SlowMobileLines {
    /// The first and the last seven-digit segment that a mobile number may have.
    int FIRST_SEGMENT = 1_300_000;

    int LAST_SEGMENT = 1_999_999;
    int SEGMENTS = LAST_SEGMENT - FIRST_SEGMENT + 1;

    /// @param digits eleven, the first two 13 to 19
    Region of(String digits);

    /// Who says so: [RegionSource#SEGMENTS], [RegionSource#LIBRARY] or, when nobody does, [RegionSource#NONE].
    RegionSource source(String digits);

    /// At hand at once, about a microsecond a look-up.
    static MobileLines slow() {
        return new SlowMobileLines(LibraryPlaces.own());
    }

    /// A table of all segments: about a second of work, then some nanoseconds a look-up, without allocation.
    static MobileTable table() {
        return MobileTable.of(LibraryPlaces.own());
    }

    /// The segment of a mobile number.
    static int segment(String digits) {
        int segment = 0;
        for (int i = 0; i < 7; i++) {
            segment = segment * 10 + digits.charAt(i) - '0';
        }
        return segment;
    }
}
