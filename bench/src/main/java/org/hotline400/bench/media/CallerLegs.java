package org.hotline400.bench.media;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The callers' sides of all calls, some with audio, some silent. Used under the agent's lock.
final class CallerLegs {
    private final Map<String, CallerLeg> legs = new LinkedHashMap<>();
    private final Set<String> speaking = new HashSet<>();

    /// What became of silent calls since the last time.
    ///
    /// @param completed hung up, and that confirmed
    /// @param failures by SIP status
    record Swept(int completed, Map<Integer, Integer> failures) {}

    void add(CallerLeg leg, boolean speaks) {
        legs.put(leg.callId, leg);
        if (speaks) {
            speaking.add(leg.callId);
        }
    }

    @Nullable
    CallerLeg find(String callId) {
        return legs.get(callId);
    }

    Collection<CallerLeg> all() {
        return legs.values();
    }

    boolean speaks(CallerLeg leg) {
        return speaking.contains(leg.callId);
    }

    void clear() {
        legs.clear();
        speaking.clear();
    }

    int count(CallerLeg.State state) {
        return (int) legs.values().stream().filter(leg -> leg.state() == state).count();
    }

    int countSpeaking(CallerLeg.State state) {
        return (int) legs.values().stream()
                .filter(leg -> speaks(leg) && leg.state() == state)
                .count();
    }

    /// How many failed, by their SIP status.
    Map<Integer, Integer> failures() {
        var byStatus = new TreeMap<Integer, Integer>();
        legs.values().stream()
                .filter(leg -> leg.state() == CallerLeg.State.FAILED)
                .forEach(leg -> byStatus.merge(leg.failure(), 1, Integer::sum));
        return byStatus;
    }

    /// Forgets the silent ones that are over.
    Swept sweep() {
        var completed = 0;
        var failures = new TreeMap<Integer, Integer>();
        for (var all = legs.values().iterator(); all.hasNext(); ) {
            var leg = all.next();
            if (!speaks(leg) && leg.isFinished()) {
                all.remove();
                completed += leg.failure() == 0 ? 1 : 0;
                failures.merge(leg.failure(), 1, Integer::sum);
            }
        }
        failures.remove(0);
        return new Swept(completed, failures);
    }
}
