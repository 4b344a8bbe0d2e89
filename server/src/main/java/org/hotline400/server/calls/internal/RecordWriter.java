package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Carries the journal into PostgreSQL, in order, on one thread: from memory, or from the journal's files when it has
/// fallen behind. While the database is away the journal keeps everything; afterwards it goes on where it stopped. What
/// arrived twice is written once.
///
/// Under load entries gather for half a second, so that few transactions carry many, and a short call is never listed
/// as open.
public final class RecordWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RecordWriter.class);
    private static final int BATCH = 500;
    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Journal journal;
    private final CallRecordRows rows;
    private final FreshRecords fresh;
    private final Transactions transactions;
    private final UUID node;
    private final Thread thread;
    /// The calls that this process may have listed as open in the database.
    private final Set<CallId> listed = new HashSet<>();
    private volatile Position written;
    /// The oldest segment that is still there.
    private long oldest;

    private volatile boolean closing;
    private Duration retry = Duration.ZERO;
    /// Whether the files hold more that is to be read at once.
    private boolean behind;
    private long lastBegan = System.nanoTime() - GATHER.toNanos();

    private RecordWriter(Journal journal, Target target, Transactions transactions, NodeIdentity node)
            throws IOException {
        this.journal = journal;
        this.rows = target.rows();
        this.fresh = target.fresh();
        this.transactions = transactions;
        this.node = node.id();
        this.written = journal.folder().checkpoint();
        this.oldest = journal.folder().segments().stream().findFirst().orElse(written.segment());
        this.thread = Thread.ofPlatform().name("call-records").daemon().unstarted(this::run);
    }

    /// Where records go.
    @Component
    public record Target(CallRecordRows rows, FreshRecords fresh) {}

    /// Begins where the last one stopped.
    public static RecordWriter start(Journal journal, Target target, Transactions transactions, NodeIdentity node) {
        try {
            var writer = new RecordWriter(journal, target, transactions, node);
            writer.thread.start();
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the call journal: " + e.getMessage(), e);
        }
    }

    /// Whether everything journalled so far is in the database.
    public boolean isUpToDate() {
        return written.compareTo(journal.end()) >= 0;
    }

    private void run() {
        while (!closing || (!isUpToDate() && retry.isZero())) {
            try {
                if (journal.awaitBeyond(written, closing ? Duration.ZERO : IDLE)) {
                    gather();
                    step();
                } else {
                    forget();
                    fresh.letGo();
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                // An error, too: nobody would start this thread again, and the journal would fill the disk.
                if (!backOff(e)) {
                    return;
                }
            }
        }
    }

    /// Waits until the last batch is so long ago; what comes after a pause is written at once.
    private void gather() throws InterruptedException {
        if (retry.isZero() && !behind) {
            long sinceLast = System.nanoTime() - lastBegan;
            journal.awaitMany(GATHER.minusNanos(sinceLast));
        }
        lastBegan = System.nanoTime();
    }

    private void step() throws IOException {
        var from = written;
        var fresh = journal.fetch(from);
        if (fresh == null) {
            readFiles();
            behind = !written.equals(from);
            return;
        }
        behind = false;
        store(fresh.entries(), listed::contains);
        advance(fresh.next());
        forget();
    }

    /// Segments behind the records that are stored; not before what the next one repeats of open calls is on the disk.
    private void forget() throws IOException {
        long end = Math.min(written.segment(), journal.syncedUpTo());
        for (; oldest < end; oldest++) {
            journal.folder().delete(oldest);
        }
    }

    private void readFiles() throws IOException {
        var segments = journal.folder().segments();
        if (segments.isEmpty() || !segments.contains(written.segment())) {
            // The checkpoint's segment is gone, or there never was one: the oldest that is there comes next.
            moveTo(following(segments));
            return;
        }
        var batch = journal.folder().read(written, journal.handOverBegins(), BATCH);
        batch.unreadable().forEach(journal.folder().aside()::part);
        if (batch.next().equals(written)) {
            leave(following(segments));
            return;
        }
        // These may be of an earlier process, or of a try that failed: whether they are listed nobody knows.
        store(batch.entries(), _ -> true);
        advance(batch.next());
    }

    private Optional<Long> following(List<Long> segments) {
        return segments.stream().filter(one -> one > written.segment()).findFirst();
    }

    /// Goes on to the next segment. What a crash cut off at this one's end was never said to be written.
    private void leave(Optional<Long> next) throws IOException {
        if (next.isPresent()) {
            journal.folder().tail(written).ifPresent(journal.folder().aside()::part);
        }
        moveTo(next);
    }

    private void advance(Position to) throws IOException {
        journal.folder().checkpoint(to);
        written = to;
        if (!retry.isZero()) {
            log.info("call records reach the database again");
            retry = Duration.ZERO;
        }
    }

    private void moveTo(Optional<Long> segment) throws IOException {
        if (segment.isEmpty()) {
            return;
        }
        var next = new Position(segment.get(), 0);
        journal.folder().checkpoint(next);
        written = next;
        forget();
    }

    private void store(List<JournalEntry> entries, Predicate<CallId> mayBeListed) {
        Map<CallId, CallRecord> open = new LinkedHashMap<>();
        var ended = new ArrayList<CallRecord>();
        for (var entry : entries) {
            switch (entry) {
                case JournalEntry.Open began -> open.put(began.call().id(), began.call());
                case JournalEntry.Ended over -> {
                    open.remove(over.call().id());
                    ended.add(over.call());
                }
                case JournalEntry.Alive _ -> {}
            }
        }
        var unlisted =
                ended.stream().filter(call -> mayBeListed.test(call.id())).toList();
        try {
            store(open.values(), ended, unlisted);
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            log.warn(
                    "a batch of {} call records and {} open calls was refused; writing them one by one",
                    ended.size(),
                    open.size(),
                    e);
            storeOneByOne(open.values(), ended);
        }
        unlisted.forEach(call -> listed.remove(call.id()));
        listed.addAll(open.keySet());
    }

    private void store(Collection<CallRecord> open, List<CallRecord> ended, List<CallRecord> unlisted) {
        if (open.isEmpty() && ended.isEmpty()) {
            return;
        }
        var inserted = transactions.asOperator(() -> {
            var done = rows.insert(ended);
            rows.removeOpen(unlisted);
            rows.putOpen(node, open);
            return done;
        });
        // A record of another node that was there before may say something else.
        if (inserted.isVerbatim() && inserted.fresh() == ended.size()) {
            fresh.put(ended);
        }
    }

    /// Whether the database may take the same another time. What does not even get there fails with another exception
    /// than Spring's.
    private static boolean isPassing(RuntimeException e) {
        return e instanceof NestedRuntimeException && !(e instanceof DataIntegrityViolationException);
    }

    /// One call that the database will never take must not hold up all others.
    private void storeOneByOne(Collection<CallRecord> open, List<CallRecord> ended) {
        for (var call : ended) {
            try {
                store(List.of(), List.of(call), List.of(call));
            } catch (RuntimeException e) {
                requireRefused(call, e);
                journal.folder().aside().record(call, e);
            }
        }
        for (var call : open) {
            try {
                store(List.of(call), List.of(), List.of());
            } catch (RuntimeException e) {
                requireRefused(call, e);
                log.error("the database refuses the open call {}", call.id(), e);
            }
        }
    }

    /// A record that has a form for the database is not to blame for a failure on the way there.
    private void requireRefused(CallRecord call, RuntimeException e) {
        boolean refused = e instanceof DataIntegrityViolationException;
        if (!refused && (isPassing(e) || rows.hasForm(call))) {
            throw e;
        }
    }

    private boolean backOff(Throwable e) {
        if (retry.isZero()) {
            log.warn("call records wait in the journal, the database cannot take them: {}", e.getMessage());
        }
        var doubled = retry.isZero() ? FIRST_RETRY : retry.multipliedBy(2);
        retry = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
        try {
            TimeUnit.NANOSECONDS.sleep(retry.toNanos());
            return true;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    /// Writes what there is, when the database takes it; the rest stays in the journal for the next start.
    @Override
    public void close() {
        closing = true;
        journal.hurry();
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
                thread.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
