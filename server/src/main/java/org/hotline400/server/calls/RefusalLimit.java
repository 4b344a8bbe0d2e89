package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps scanners from filling the records: so many refusals a minute are noted for each source, the rest are not.
final class RefusalLimit {
    static final int MOST_A_MINUTE = 10;
    private static final int MOST_SOURCES = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Count> sources = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    private record Count(Instant since, int noted) {}

    /// @param source `host:port`; the port, which the sender chooses freely, does not count
    synchronized boolean allows(String source, Instant at) {
        int colon = source.lastIndexOf(':');
        var host = colon < 0 ? source : source.substring(0, colon);
        var count = sources.get(host);
        if (count == null || Duration.between(count.since(), at).compareTo(MINUTE) >= 0) {
            sources.put(host, new Count(at, 1));
            return true;
        }
        sources.put(host, new Count(count.since(), Math.min(count.noted() + 1, MOST_A_MINUTE + 1)));
        return count.noted() < MOST_A_MINUTE;
    }
}
