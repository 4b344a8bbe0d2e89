package org.hotline400.server.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.ContactBinding;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.RegistrarRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Where the desk phones are: the registrar in memory, written behind to the database, read from it at start.
///
/// What waits to be written is at most one name for each phone; while the database is away it waits on.
@Component
public class Registrations {
    private static final Logger log = LoggerFactory.getLogger(Registrations.class);
    private static final Duration WRITE_EVERY = Duration.ofMillis(500);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final PhoneBindings kept;
    private final Registrar registrar;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("phone-registrations").daemon().factory());

    Registrations(PhoneSnapshot phones, PhoneBindings kept, Clock clock) {
        this.kept = kept;
        this.registrar = new Registrar(RegistrarRules.USUAL, clock, changed::add);
        phones.whenLocked(phone -> registrar.remove(phone.user()));
    }

    Registrar registrar() {
        return registrar;
    }

    /// Where a phone can be reached now, the preferred first.
    public List<ContactBinding> of(String user) {
        return registrar.bindings(user);
    }

    /// Reads what was kept, then writes what changes.
    void start() {
        kept.load(registrar);
        every(WRITE_EVERY, this::write);
        every(SWEEP_EVERY, registrar::sweep);
    }

    private void every(Duration time, Runnable task) {
        var millis = time.toMillis();
        var _ = writer.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void write() {
        for (var user : List.copyOf(changed)) {
            changed.remove(user);
            try {
                kept.store(user, registrar.bindings(user));
            } catch (DataIntegrityViolationException _) {
                // The phone was removed this instant, and its bindings with it.
            } catch (DataAccessException | TransactionException e) {
                changed.add(user);
                log.warn("Registrations of phones wait to be written: {}", e.toString());
                return;
            }
        }
    }

    /// Writes what is left. No registration may come in any more.
    void stop() {
        writer.execute(this::write);
        writer.shutdown();
        try {
            var _ = writer.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        writer.shutdownNow();
    }
}
