package org.hotline400.server.kernel;

import java.time.ZoneId;

/// The zone that business days are counted in. Everything is stored in UTC.
public final class BusinessTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}
}
