package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
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
    private static final int MOST_INTERRUPTS = 10;

    private final JournalFolder folder;
    private final Clock clock;
    private final long segmentSize;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final Condition filling = lock.newCondition();
    private final Map<CallId, JournalEntry.Open> open = new LinkedHashMap<>();
    private final Deque<JournalEntry.Ended> unwritten = new ArrayDeque<>();
    private final Thread keeper;
    private final Bytes frame = new Bytes();
    private final HandOver handOver;
    private FileChannel channel;
    private Position end;
    private boolean dirty = true;
    /// Full segments whose last entries are not on the disk yet: calls do not wait for it.
    private final List<FileChannel> retired = new ArrayList<>(2);
    private Instant lastAlive;
    private boolean hurried;
    private volatile long syncedUpTo;
    private volatile boolean closed;

    private Journal(JournalFolder folder, Clock clock, Limits limits, long firstSegment) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.segmentSize = limits.segment();
        this.channel = folder.create(firstSegment);
        this.end = new Position(firstSegment, 0);
        this.handOver = new HandOver(limits.handOver(), end);
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

    /// An interrupt closes a [FileChannel] under the thread that writes to it. The journal belongs to every call, so
    /// the interrupt of one waits until its entry is written.
    private void append(JournalEntry entry) throws IOException {
        boolean interrupted = false;
        lock.lock();
        try {
            for (int tries = 0; ; tries++) {
                interrupted |= Thread.interrupted();
                try {
                    appendNow(entry);
                    return;
                } catch (ClosedByInterruptException e) {
                    if (tries >= MOST_INTERRUPTS) {
                        throw e;
                    }
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void appendNow(JournalEntry entry) throws IOException {
        if (closed) {
            throw new IOException("it is closed");
        }
        if (!channel.isOpen()) {
            channel = folder.reopen(end);
            // What the closed one wrote may not have been synced.
            dirty = true;
        }
        if (end.offset() >= segmentSize) {
            roll();
        }
        write(entry);
        appended.signalAll();
        if (handOver.isHalfFull()) {
            filling.signalAll();
        }
    }

    private void write(JournalEntry entry) throws IOException {
        try {
            int length = put(channel, end.offset(), entry);
            end = new Position(end.segment(), end.offset() + length);
            dirty = true;
            handOver.add(entry, length, end);
        } catch (IOException e) {
            // Half an entry must not stand before the next one; reopening a closed channel cuts it off too.
            if (channel.isOpen()) {
                channel.truncate(end.offset());
            }
            throw e;
        }
    }

    private int put(FileChannel to, long offset, JournalEntry entry) throws IOException {
        Frame.write(frame, entry);
        frame.writeTo(to, offset);
        return frame.length();
    }

    /// Goes over to the next segment when that one holds every open call; else stays in this one, whole. The
    /// full one is synced at the next tick.
    private void roll() throws IOException {
        long number = end.segment() + 1;
        var next = folder.create(number);
        try {
            long offset = 0;
            for (var call : open.values()) {
                offset += put(next, offset, call);
            }
            retired.add(channel);
            dirty = true;
            channel = next;
            end = new Position(number, offset);
            handOver.movedTo(end);
        } catch (IOException | RuntimeException e) {
            next.close();
            folder.delete(number);
            throw e;
        }
    }

    private void keep() {
        while (!closed) {
            try {
                TimeUnit.NANOSECONDS.sleep(SYNC.toNanos());
                sync();
                beat();
                retry();
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
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

    /// Outside the lock: calls do not wait for the disk.
    private void sync() throws IOException {
        List<FileChannel> full;
        FileChannel current;
        long segment;
        lock.lock();
        try {
            if (!dirty) {
                return;
            }
            dirty = false;
            channel = channel.isOpen() ? channel : folder.reopen(end);
            full = List.copyOf(retired);
            current = channel;
            segment = end.segment();
        } finally {
            lock.unlock();
        }
        try {
            for (var one : full) {
                finish(one);
            }
            if (force(current)) {
                syncedUpTo = segment;
            } else {
                syncLater();
            }
        } catch (IOException | RuntimeException e) {
            syncLater();
            throw e;
        }
    }

    private void syncLater() {
        lock.lock();
        try {
            dirty = true;
        } finally {
            lock.unlock();
        }
    }

    private void finish(FileChannel segment) throws IOException {
        force(segment);
        segment.close();
        lock.lock();
        try {
            retired.remove(segment);
        } finally {
            lock.unlock();
        }
    }

    /// The segment up to which everything is on the disk: older ones need not be kept for what newer ones repeat.
    long syncedUpTo() {
        return syncedUpTo;
    }

    /// @return false when an interrupt of a call has closed it
    private static boolean force(FileChannel channel) throws IOException {
        try {
            channel.force(false);
            return true;
        } catch (ClosedChannelException interrupted) {
            log.trace("closed by the interrupt of a call", interrupted);
            return false;
        }
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
            return end;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something stands behind this place, at most so long.
    boolean awaitBeyond(Position position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (end.compareTo(position) <= 0 && left > 0 && !closed) {
                left = appended.awaitNanos(left);
            }
            return end.compareTo(position) > 0;
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
            retired.add(channel);
            for (var segment : List.copyOf(retired)) {
                closeSegment(segment);
            }
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

    private void closeSegment(FileChannel segment) {
        boolean interrupted = Thread.interrupted();
        try {
            finish(segment);
        } catch (IOException e) {
            log.error("the call journal could not be synced: {}", e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
