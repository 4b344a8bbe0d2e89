package org.hotline400.server.kernel;

import java.time.Instant;

/// When people may be written to without waking them: from 9 to before 20 o'clock in Asia/Shanghai.
public final class Daytime {
    private static final int MORNING = 9;
    private static final int EVENING = 20;

    private Daytime() {}

    public static boolean includes(Instant time) {
        int hour = time.atZone(BusinessTime.ZONE).getHour();
        return hour >= MORNING && hour < EVENING;
    }
}
