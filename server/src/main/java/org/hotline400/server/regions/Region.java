package org.hotline400.server.regions;

/// Where a line is at home, as far as its number tells.
///
/// @param province in Chinese, without 省, 市 or 自治区: `广东`; empty when not known
/// @param city the prefecture-level city, in Chinese, without 市: `深圳`; the province's name in a municipality;
///     empty when not known
/// @param adcode of the city, six digits (GB/T 2260): `440300`; of the province when only that is known;
///     empty when neither is
/// @param areaCode as dialled, with its 0: `0755`; empty when not known
/// @param carrier who gave the number out (it may have been ported since): `中国移动`; empty when not known
public record Region(String province, String city, String adcode, String areaCode, String carrier) {
    public static final Region UNKNOWN = new Region("", "", "", "", "");

    /// An unknown region of a mobile whose carrier its prefix tells.
    static Region onlyCarrier(String carrier) {
        return carrier.isEmpty() ? UNKNOWN : new Region("", "", "", "", carrier);
    }

    /// Whether not even the province is known.
    public boolean isUnknown() {
        return province.isEmpty();
    }
}
