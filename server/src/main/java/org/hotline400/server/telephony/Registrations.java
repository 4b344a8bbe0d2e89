package org.hotline400.server.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.ContactBinding;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.RegistrarRules;
import org.jspecify.annotations.Nullable;
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

    /// So many phones in one transaction.
    private static final int TOGETHER = 200;

    private final PhoneBindings kept;
    private final Clock clock;
    private final Registrar registrar;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    /// What the database has; only the writer's thread looks at it.
    private final Map<String, WrittenBindings> written = new HashMap<>();

    private @Nullable ScheduledThreadPoolExecutor writer;

    Registrations(PhoneSnapshot phones, PhoneBindings kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
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
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("phone-registrations").daemon().factory());
        writer = thread;
        every(thread, WRITE_EVERY, this::write);
        every(thread, SWEEP_EVERY, registrar::sweep);
    }

    private static void every(ScheduledThreadPoolExecutor thread, Duration time, Runnable task) {
        var millis = time.toMillis();
        var _ = thread.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void write() {
        var batch = new HashMap<String, List<ContactBinding>>();
        for (var user : List.copyOf(changed)) {
            changed.remove(user);
            var now = registrar.bindings(user);
            var before = written.get(user);
            if (before == null || !before.suffices(now)) {
                batch.put(user, now);
            }
            if (batch.size() == TOGETHER) {
                if (!write(batch)) {
                    return;
                }
                batch.clear();
            }
        }
        var _ = write(batch);
    }

    /// @return false when the database is away, and what was to be written waits
    private boolean write(Map<String, List<ContactBinding>> batch) {
        try {
            if (!batch.isEmpty()) {
                kept.store(batch);
                batch.forEach(this::isWritten);
            }
            return true;
        } catch (DataIntegrityViolationException e) {
            return writeOneByOne(batch, e);
        } catch (DataAccessException | TransactionException e) {
            changed.addAll(batch.keySet());
            log.warn("Registrations of phones wait to be written: {}", e.toString());
            return false;
        }
    }

    /// What one phone sent that the database does not take must not keep the others from being written.
    private boolean writeOneByOne(Map<String, List<ContactBinding>> batch, DataIntegrityViolationException why) {
        if (batch.size() == 1) {
            log.warn("A registration of {} is not written: {}", batch.keySet(), why.toString());
            return true;
        }
        var left = new ArrayList<>(batch.keySet());
        while (!left.isEmpty()) {
            var user = left.getLast();
            if (!write(Map.of(user, batch.getOrDefault(user, List.of())))) {
                changed.addAll(left);
                return false;
            }
            left.removeLast();
        }
        return true;
    }

    private void isWritten(String user, List<ContactBinding> now) {
        if (now.isEmpty()) {
            written.remove(user);
        } else {
            written.put(user, new WrittenBindings(now, clock.instant()));
        }
    }

    /// Writes what is left. No registration may come in any more. It may be started again.
    void stop() {
        var thread = writer;
        if (thread == null) {
            return;
        }
        writer = null;
        thread.execute(this::write);
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
