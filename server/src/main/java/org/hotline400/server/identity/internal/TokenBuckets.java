package org.hotline400.server.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets each sender have so many requests a second, and a burst beyond that when he was quiet: a bucket of
/// tokens for each, which fills at the rate.
///
/// Bounded: it remembers so many senders, the less busy are forgotten first, and whoever is forgotten begins
/// with a full bucket. A sender who was quiet for long enough has a full one anyway.
///
/// @param <K> what tells senders apart
public final class TokenBuckets<K> {
    /// Some 100 bytes each.
    private static final int MOST = 100_000;

    private final double perNanosecond;
    private final int burst;
    private final LongSupplier nanos;
    private final Cache<K, Bucket> buckets;

    /// @param rate tokens a second, above 0
    /// @param burst tokens that a full bucket has, 1 or more
    /// @param nanos a clock that never goes back, such as [System#nanoTime()]
    public TokenBuckets(double rate, int burst, LongSupplier nanos) {
        this.perNanosecond = rate / TimeUnit.SECONDS.toNanos(1);
        this.burst = burst;
        this.nanos = nanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(nanos::getAsLong)
                .expireAfterAccess(timeToFill())
                .build();
    }

    private Duration timeToFill() {
        return Duration.ofNanos((long) (burst / perNanosecond)).plusSeconds(1);
    }

    /// Takes a token.
    ///
    /// @return how long there will be none, zero when one was taken
    public Duration take(K sender) {
        long now = nanos.getAsLong();
        return buckets.get(sender, key -> new Bucket(burst, now)).take(now);
    }

    private final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }

        synchronized Duration take(long now) {
            // Another thread may have looked at the clock earlier and come later.
            long since = Math.max(0, now - at);
            tokens = Math.min(burst, tokens + since * perNanosecond);
            at += since;
            if (tokens < 1) {
                return Duration.ofNanos((long) Math.ceil((1 - tokens) / perNanosecond));
            }
            tokens--;
            return Duration.ZERO;
        }
    }
}
