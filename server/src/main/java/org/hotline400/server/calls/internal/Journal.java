package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.kernel.CallId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal of calls: append-only files that hold every call from before its answer until its record is in the
/// database. Safe against `kill -9` by write(), against a power cut by a group fsync of one thread every 20 ms.
///
/// A new segment begins with the calls that are open, so that an old one can go as soon as its records have
/// arrived. Memory holds the open calls, and what the writer to the database has not fetched yet, within a bound.
public final class Journal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final Duration SYNC = Duration.ofMillis(20);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    /// Ends that could not be written wait here; each is one call that was live when the disk filled up.
    private static final int MOST_UNWRITTEN = 100_000;

    private final JournalFolder folder;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final Condition filling = lock.newCondition();
    private final Map<CallId, JournalEntry.Open> open = new LinkedHashMap<>();
    private final Deque<JournalEntry.Ended> unwritten = new ArrayDeque<>();
    private final Thread keeper;
    private final SegmentFiles files;
    private final HandOver handOver;
    private Instant lastAlive;
    private boolean hurried;
    private volatile boolean closed;

    private Journal(JournalFolder folder, Clock clock, Limits limits, long firstSegment) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.files = new SegmentFiles(folder, limits.segment(), firstSegment, lock);
        this.handOver = new HandOver(limits.handOver(), files.end());
        this.lastAlive = clock.instant();
        this.keeper = Thread.ofPlatform().name("call-journal").daemon().unstarted(this::keep);
    }

    /// @param segment bytes after which a new file is begun
    /// @param handOver bytes of entries kept in memory for the writer to the database
    record Limits(long segment, long handOver) {}

    /// Opens the journal of a folder. Calls that an earlier process left open are closed as platform failures, at
    /// its last sign of life.
    public static Journal open(Path path, Clock clock, long segmentSize) {
        return open(path, clock, new Limits(segmentSize, HandOver.MOST_BYTES));
    }

    static Journal open(Path path, Clock clock, Limits limits) {
        var folder = new JournalFolder(path);
        try {
            var left = JournalRecovery.read(folder);
            var journal = new Journal(folder, clock, limits, left.nextSegment());
            for (var orphan : left.orphans()) {
                log.warn("call {} was cut off by the end of an earlier process", orphan.id());
                journal.append(new JournalEntry.Ended(orphan));
            }
            journal.begin();
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the call journal: " + e.getMessage(), e);
        }
    }

    /// What an earlier process left reaches the writer by the files: only of our own calls does it know whether the
    /// database lists them as open.
    private void begin() {
        lock.lock();
        try {
            handOver.letGo();
        } finally {
            lock.unlock();
        }
        keeper.start();
    }

    /// Notes that a call begins. Returns when the operating system has it.
    ///
    /// @param asIfItEndedNow its record if the process died now
    /// @throws JournalFailedException when it cannot be written: the call must not begin
    public void open(CallRecord asIfItEndedNow) {
        var entry = new JournalEntry.Open(asIfItEndedNow);
        lock.lock();
        try {
            append(entry);
            open.put(asIfItEndedNow.id(), entry);
        } catch (IOException e) {
            throw new JournalFailedException(e);
        } finally {
            lock.unlock();
        }
    }

    /// Notes how far an open call has come. Never fails: without it the call is closed with less detail.
    public void goesOn(CallRecord asIfItEndedNow) {
        var entry = new JournalEntry.Open(asIfItEndedNow);
        lock.lock();
        try {
            var before = open.replace(asIfItEndedNow.id(), entry);
            if (!goOn(entry) && before != null) {
                open.replace(asIfItEndedNow.id(), before);
            }
        } finally {
            lock.unlock();
        }
    }

    /// @return false when it can be written nowhere, ever
    private boolean goOn(JournalEntry.Open entry) {
        var id = entry.call().id();
        try {
            append(entry);
            return true;
        } catch (IOException e) {
            log.warn("the course of call {} cannot be journalled: {}", id, e.getMessage());
            return true;
        } catch (RuntimeException e) {
            log.error("the course of call {} has no form on disk", id, e);
            return false;
        }
    }

    /// Takes the record of a call that is over. Never fails: what cannot be written now is tried again, and what never
    /// can is set aside; then the call ends as its course was journalled last.
    public void ended(CallRecord call) {
        lock.lock();
        try {
            var before = open.remove(call.id());
            if (!end(new JournalEntry.Ended(call)) && before != null) {
                end(new JournalEntry.Ended(before.call()));
            }
        } finally {
            lock.unlock();
        }
    }

    /// @return false when it can be written nowhere, ever
    private boolean end(JournalEntry.Ended entry) {
        try {
            if (unwritten.isEmpty()) {
                append(entry);
            } else {
                putOff(entry);
            }
            return true;
        } catch (IOException e) {
            log.error(
                    "the end of call {} cannot be journalled yet: {}",
                    entry.call().id(),
                    e.getMessage());
            putOff(entry);
            return true;
        } catch (RuntimeException e) {
            folder.aside().record(entry.call(), e);
            return false;
        }
    }

    private void putOff(JournalEntry.Ended entry) {
        if (unwritten.size() < MOST_UNWRITTEN) {
            unwritten.add(entry);
        } else {
            log.error(
                    "the record of call {} is lost: the journal cannot be written",
                    entry.call().id());
        }
    }

    private void append(JournalEntry entry) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("it is closed");
            }
            files.makeRoom(open.values());
            handOver.movedTo(files.end());
            int length = files.write(entry);
            handOver.add(entry, length, files.end());
            appended.signalAll();
            if (handOver.isHalfFull()) {
                filling.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        while (!closed) {
            try {
                TimeUnit.NANOSECONDS.sleep(SYNC.toNanos());
                files.sync();
                beat();
                retry();
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                // An error, too: without this thread nothing reaches the disk, and no segment is ever deleted.
                log.error("the call journal cannot be written: {}", e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The segment up to which everything is on the disk: older ones need not be kept for what newer ones repeat.
    long syncedUpTo() {
        return files.syncedUpTo();
    }

    private void beat() throws IOException {
        var now = clock.instant();
        lock.lock();
        try {
            if (!open.isEmpty() && Duration.between(lastAlive, now).compareTo(HEARTBEAT) >= 0) {
                lastAlive = now;
                append(new JournalEntry.Alive(now));
            }
        } finally {
            lock.unlock();
        }
    }

    private void retry() throws IOException {
        lock.lock();
        try {
            while (!unwritten.isEmpty()) {
                retry(unwritten.getFirst());
                unwritten.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    private void retry(JournalEntry.Ended entry) throws IOException {
        try {
            append(entry);
        } catch (RuntimeException e) {
            folder.aside().record(entry.call(), e);
        }
    }

    /// Where the next entry will be written.
    public Position end() {
        lock.lock();
        try {
            return files.end();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something stands behind this place, at most so long.
    boolean awaitBeyond(Position position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (files.end().compareTo(position) <= 0 && left > 0 && !closed) {
                left = appended.awaitNanos(left);
            }
            return files.end().compareTo(position) > 0;
        } finally {
            lock.unlock();
        }
    }

    /// Lets entries gather: waits until many wait in memory, or [#hurry()], at most so long.
    void awaitMany(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!handOver.isHalfFull() && left > 0 && !hurried && !closed) {
                left = filling.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// From now on nobody waits for entries to gather.
    void hurry() {
        lock.lock();
        try {
            hurried = true;
            filling.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What stands behind a place, from memory; null when it is not there, or not any more, and the files have it.
    JournalFolder.@Nullable Batch fetch(Position place) {
        lock.lock();
        try {
            return handOver.fetch(place);
        } finally {
            lock.unlock();
        }
    }

    /// Where what memory holds begins: up to there the files are to be read.
    Position handOverBegins() {
        lock.lock();
        try {
            return handOver.from();
        } finally {
            lock.unlock();
        }
    }

    JournalFolder folder() {
        return folder;
    }

    /// The calls that are open.
    public List<CallRecord> openCalls() {
        lock.lock();
        try {
            return new ArrayList<>(open.values())
                    .stream().map(JournalEntry.Open::call).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
        awaitKeeper();
        lock.lock();
        try {
            files.close();
        } finally {
            lock.unlock();
        }
    }

    /// Not interrupted: that would close the file that it is syncing.
    private void awaitKeeper() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!keeper.join(CLOSED_WITHIN)) {
                log.error("the call journal is closed though the disk has not taken all of it");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
