package org.hotline400.server.regions.web;

import org.hotline400.server.regions.Region;

/// A region on the wire; what is not known is empty.
record RegionBody(String province, String city, String adcode, String areaCode, String carrier) {
    static RegionBody of(Region region) {
        return new RegionBody(region.province(), region.city(), region.adcode(), region.areaCode(), region.carrier());
    }
}
