package org.hotline400.server.calls.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline400.server.calls.Attempt;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.Distributions.Whose;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallerNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who last talked with a caller: from the records of all nodes, and from this node's own memory of the calls whose
/// records are not written yet. A database that is slow or away is not waited for; then this node's memory counts
/// alone.
@Component
class CallerMemory {
    private static final Logger log = LoggerFactory.getLogger(CallerMemory.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int MOST_CALLERS = 50_000;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("caller-memory").start(task);

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Map<Key, Talk> own = Collections.synchronizedMap(new Forgetful<>(MOST_CALLERS));

    CallerMemory(Transactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /// Questions at the same time: a slow database must not be asked by every call that comes.
    private final Semaphore room = new Semaphore(4);

    private record Key(Whose whose, String caller) {}

    private record Talk(String target, Instant at) {}

    void talked(Whose whose, CallerNumber caller, String target, Instant at) {
        if (!caller.normalised().isEmpty()) {
            own.put(new Key(whose, caller.normalised()), new Talk(target, at));
        }
    }

    Optional<String> lastAnswered(Whose whose, CallerNumber caller) {
        if (caller.normalised().isEmpty()) {
            return Optional.empty();
        }
        var here = own.get(new Key(whose, caller.normalised()));
        var anywhere = recorded(whose, caller.normalised());
        if (here == null || (anywhere != null && anywhere.at().isAfter(here.at()))) {
            return Optional.ofNullable(anywhere).map(Talk::target);
        }
        return Optional.of(here.target());
    }

    private @Nullable Talk recorded(Whose whose, String caller) {
        if (!room.tryAcquire()) {
            return null;
        }
        var asked = CompletableFuture.supplyAsync(() -> query(whose, caller), THREADS)
                .whenComplete((_, _) -> room.release());
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).orElse(null);
        } catch (TimeoutException | ExecutionException e) {
            log.debug("who talked last with a caller of {} is not known: {}", whose.number(), e.toString());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Optional<Talk> query(Whose whose, String caller) {
        return transactions
                .asTenant(
                        whose.tenant(),
                        () -> jdbc.sql("select document from calls.call_records where tenant = ? and caller = ?"
                                        + " and number = ? and talk_ms > 0 order by id desc limit 1")
                                .params(
                                        whose.tenant().value(),
                                        caller,
                                        whose.number().digits())
                                .query((row, _) -> CallRecordJson.read(row.getString(1)))
                                .optional())
                .flatMap(CallerMemory::talk);
    }

    private static Optional<Talk> talk(CallRecord call) {
        return call.attempts().reversed().stream()
                .filter(attempt -> attempt.result() == Attempt.Result.REACHED)
                .findFirst()
                .map(attempt -> new Talk(attempt.target(), attempt.endedAt()));
    }
}
