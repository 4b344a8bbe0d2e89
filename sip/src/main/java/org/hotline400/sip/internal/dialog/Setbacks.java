package org.hotline400.sip.internal.dialog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.hotline400.sip.SipHop;

/// Remembers for a while which hops failed, so that others are tried before them (RFC 3263 §4.3).
final class Setbacks {

    private static final int MOST = 1000;

    private final Map<SipHop, Long> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SipHop, Long> eldest) {
            return size() > MOST;
        }
    };

    /// @param until when it is as good as others again, in the loop's milliseconds
    void failed(SipHop hop, long until) {
        this.until.put(hop, until);
    }

    void worked(SipHop hop) {
        if (!until.isEmpty()) {
            until.remove(hop);
        }
    }

    boolean isSetBack(SipHop hop, long now) {
        Long end = until.get(hop);
        if (end != null && end <= now) {
            until.remove(hop);
            return false;
        }
        return end != null;
    }

    /// The same ways, those that failed lately at the end.
    List<Way> ordered(List<Way> ways, long now) {
        if (until.isEmpty() || ways.size() < 2) {
            return ways;
        }
        ToLongFunction<Way> rank = way -> isSetBack(way.hop(), now) ? 1 : 0;
        return ways.stream().sorted(java.util.Comparator.comparingLong(rank)).toList();
    }
}
