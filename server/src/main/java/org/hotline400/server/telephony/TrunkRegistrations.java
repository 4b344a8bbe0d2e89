package org.hotline400.server.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipUri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps those trunks registered with their carriers that want it, as the trunks come, change and go.
final class TrunkRegistrations implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TrunkRegistrations.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("trunk-registrations").daemon().factory());
    private final Map<UUID, Registering> all = new ConcurrentHashMap<>();
    private volatile boolean closing;

    TrunkRegistrations() {
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Starts registering.
    void watch(TrunkDirectory trunks, SipStack stack, SipUri home, Clock clock, RandomGenerator random) {
        var around = new Registering.Surroundings(stack, home, thread, clock, random);
        var millis = LOOK_EVERY.toMillis();
        var _ = thread.scheduleWithFixedDelay(() -> look(trunks.all(), around), 0, millis, TimeUnit.MILLISECONDS);
    }

    private void look(List<Trunk> trunks, Registering.Surroundings around) {
        if (closing) {
            return;
        }
        try {
            var wanted = new HashMap<UUID, Trunk>();
            trunks.stream()
                    .filter(trunk -> trunk.registrar().isPresent())
                    .forEach(trunk -> wanted.put(trunk.id(), trunk));
            all.values().removeIf(running -> {
                var gone = !running.trunk().equals(wanted.get(running.trunk().id()));
                if (gone) {
                    var _ = running.stop();
                }
                return gone;
            });
            wanted.values().forEach(trunk -> all.computeIfAbsent(trunk.id(), _ -> begun(trunk, around)));
        } catch (RuntimeException e) {
            log.warn("Trunks could not be registered this time: {}", e.toString());
        }
    }

    private static Registering begun(Trunk trunk, Registering.Surroundings around) {
        var registering = new Registering(trunk, trunk.registrar().orElseThrow(), around);
        registering.start();
        return registering;
    }

    /// Empty for a trunk that does not register.
    Optional<RegistrationState> state(UUID trunk) {
        return Optional.ofNullable(all.get(trunk)).map(Registering::state);
    }

    /// Takes all registrations back, in bounded time; the stack must still run.
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        var goodbyes = all.values().stream().map(Registering::stop).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(goodbyes)
                .completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        thread.shutdownNow();
    }
}
