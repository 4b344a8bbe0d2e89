package org.hotline400.server.regions;

import java.util.Locale;

/// Who said where a line is at home; the one asked first, first.
public enum RegionSource {
    /// The operator, for this prefix or number.
    OVERRIDE,
    /// The segment file imported last.
    SEGMENTS,
    /// Google's libphonenumber.
    LIBRARY,
    /// Our own table of area codes, for fixed lines.
    AREA_CODE,
    /// Nobody: the region is not known, though the carrier may be.
    NONE;

    /// The text code of the API: `area-code`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
