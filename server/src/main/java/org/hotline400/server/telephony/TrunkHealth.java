package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipUri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows which trunks answer: each is asked with OPTIONS now and then, and taken out of the routes after two
/// silences in a row.
///
/// Any answer but 408 and 503 is a sign of life (RFC 3261 §11). A trunk never asked yet counts as up.
final class TrunkHealth implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TrunkHealth.class);
    private static final int SILENCES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<UUID, Integer> silences = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trunk-ping").daemon().factory());

    boolean isUp(UUID trunk) {
        return silences.getOrDefault(trunk, 0) < SILENCES;
    }

    /// Starts asking.
    void watch(TrunkDirectory trunks, SipStack stack, SipUri home, Duration every) {
        var millis = every.toMillis();
        // The task catches what goes wrong, so that asking never stops.
        var _ = clock.scheduleWithFixedDelay(() -> askAll(trunks, stack, home), 0, millis, TimeUnit.MILLISECONDS);
    }

    private void askAll(TrunkDirectory trunks, SipStack stack, SipUri home) {
        try {
            silences.keySet().retainAll(trunks.all().stream().map(Trunk::id).toList());
            for (var trunk : trunks.all()) {
                trunk.outbound().filter(_ -> trunk.enabled()).ifPresent(way -> ask(trunk, way, stack, home));
            }
        } catch (RuntimeException e) {
            log.warn("Trunks could not be asked this time: {}", e.toString());
        }
    }

    private void ask(Trunk trunk, Trunk.Outbound way, SipStack stack, SipUri home) {
        var target = way.uri();
        var request = new OutgoingRequest(
                "OPTIONS",
                target,
                Optional.of(way.hop()),
                "<" + home + ">",
                "<" + target + ">",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                way.account(),
                PATIENCE);
        var _ = stack.request(request).thenAccept(response -> heard(trunk, response));
    }

    private void heard(Trunk trunk, SipResponse response) {
        var wasUp = isUp(trunk.id());
        if (response.status() == 408 || response.status() == 503) {
            silences.merge(trunk.id(), 1, Integer::sum);
        } else {
            silences.put(trunk.id(), 0);
        }
        if (wasUp != isUp(trunk.id())) {
            log.warn("Trunk {} is {}", trunk.name(), wasUp ? "down: it does not answer OPTIONS" : "up again");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
