package org.hotline400.server.billing.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Time goes on as usual, and jumps when a test says so.
public final class PayingClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /// For the whole server under test.
    @TestConfiguration(proxyBeanMethods = false)
    public static class Everywhere {
        @Bean
        @Primary
        PayingClock payingClock() {
            return new PayingClock();
        }
    }

    public void jump(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(Clock.system(zone), ahead);
    }
}
