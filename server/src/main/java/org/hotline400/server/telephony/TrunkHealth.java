package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipUri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows which trunks answer: each address of each is asked with OPTIONS now and then, and taken out of the routes
/// after two silences in a row.
///
/// Any answer but 408 and 503 is a sign of life (RFC 3261 §11). What was never asked yet counts as up.
final class TrunkHealth implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TrunkHealth.class);
    private static final int SILENCES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK_UP_EVERY = Duration.ofMinutes(1);

    private final Map<Asked, Integer> silences = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trunk-ping").daemon().factory());

    private record Asked(UUID trunk, Optional<SipHop> hop) {}

    /// Whether any address of the trunk answers.
    boolean isUp(Trunk trunk) {
        return trunk.outbound()
                .map(way -> way.ways().stream().anyMatch(hop -> isUp(trunk, hop)))
                .orElse(true);
    }

    boolean isUp(Trunk trunk, Optional<SipHop> hop) {
        return silences.getOrDefault(new Asked(trunk.id(), hop), 0) < SILENCES;
    }

    /// Starts asking.
    void watch(TrunkDirectory trunks, SipStack stack, SipUri home, Duration every) {
        var millis = every.toMillis();
        // The tasks catch what goes wrong, so that asking never stops.
        var _ = clock.scheduleWithFixedDelay(() -> askAll(trunks, stack, home), 0, millis, TimeUnit.MILLISECONDS);
        var minute = LOOK_UP_EVERY.toMillis();
        var _ = clock.scheduleWithFixedDelay(() -> lookUp(trunks), minute, minute, TimeUnit.MILLISECONDS);
    }

    private static void lookUp(TrunkDirectory trunks) {
        try {
            trunks.lookUp();
        } catch (RuntimeException e) {
            log.warn("The hosts of trunks could not be looked up this time: {}", e.toString());
        }
    }

    private void askAll(TrunkDirectory trunks, SipStack stack, SipUri home) {
        try {
            Set<Asked> asked = new HashSet<>();
            for (var trunk : trunks.all()) {
                trunk.outbound()
                        .filter(_ -> trunk.enabled())
                        .ifPresent(way -> way.ways().forEach(hop -> {
                            asked.add(new Asked(trunk.id(), hop));
                            ask(trunk, way, hop, stack, home);
                        }));
            }
            silences.keySet().retainAll(asked);
        } catch (RuntimeException e) {
            log.warn("Trunks could not be asked this time: {}", e.toString());
        }
    }

    private void ask(Trunk trunk, Trunk.Outbound way, Optional<SipHop> hop, SipStack stack, SipUri home) {
        var target = way.uri();
        var request = new OutgoingRequest(
                "OPTIONS",
                target,
                hop,
                "<" + home + ">",
                "<" + target + ">",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                way.account(),
                PATIENCE);
        var _ = stack.request(request).thenAccept(response -> heard(trunk, hop, response));
    }

    private void heard(Trunk trunk, Optional<SipHop> hop, SipResponse response) {
        var asked = new Asked(trunk.id(), hop);
        var wasUp = isUp(trunk, hop);
        if (response.status() == 408 || response.status() == 503) {
            silences.merge(asked, 1, Integer::sum);
        } else {
            silences.put(asked, 0);
        }
        if (wasUp != isUp(trunk, hop)) {
            var where = hop.map(one -> " at " + one.address().getAddress().getHostAddress())
                    .orElse("");
            log.warn("Trunk {}{} is {}", trunk.name(), where, wasUp ? "down: it does not answer OPTIONS" : "up again");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
