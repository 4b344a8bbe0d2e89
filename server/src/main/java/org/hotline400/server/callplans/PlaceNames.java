package org.hotline400.server.callplans;

import java.util.regex.Pattern;

/// Provinces and cities as people write them: 广东省 is 广东, 深圳市 is 深圳.
final class PlaceNames {
    private static final Pattern PROVINCE_ENDING = Pattern.compile("(?<=..)(维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市)$");

    private PlaceNames() {}

    static String shortened(String name) {
        return PROVINCE_ENDING.matcher(name.strip()).replaceFirst("");
    }
}
