package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The segment that the journal writes to, and those before it whose last entries are not on the disk yet.
///
/// What writes is called with the journal's lock held; what syncs takes it only to look, so that calls do not wait for
/// the disk.
final class SegmentFiles {
    private static final Logger log = LoggerFactory.getLogger(SegmentFiles.class);
    private static final int MOST_INTERRUPTS = 10;

    private final JournalFolder folder;
    private final long segmentSize;
    private final ReentrantLock lock;
    private final Bytes frame = new Bytes();
    /// Full segments whose last entries are not on the disk yet: calls do not wait for it.
    private final List<FileChannel> retired = new ArrayList<>(2);
    private FileChannel channel;
    private Position end;
    private boolean dirty = true;
    private volatile long syncedUpTo;

    /// Begins a segment.
    SegmentFiles(JournalFolder folder, long segmentSize, long firstSegment, ReentrantLock lock) throws IOException {
        this.folder = folder;
        this.segmentSize = segmentSize;
        this.lock = lock;
        this.channel = folder.create(firstSegment);
        this.end = new Position(firstSegment, 0);
    }

    /// What a piece of work on a file is.
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /// Where the next entry will be written.
    Position end() {
        return end;
    }

    /// The segment up to which everything is on the disk: older ones need not be kept for what newer ones repeat.
    long syncedUpTo() {
        return syncedUpTo;
    }

    /// Goes over to the next segment when this one is full, and that one holds every open call; else stays in this one,
    /// whole.
    void makeRoom(Collection<JournalEntry.Open> open) throws IOException {
        uninterrupted(() -> {
            reopen();
            if (end.offset() >= segmentSize) {
                roll(open);
            }
        });
    }

    /// Writes an entry behind the last.
    ///
    /// @return its length
    /// @throws IOException when it is not there, not even in part
    int write(JournalEntry entry) throws IOException {
        long before = end.offset();
        uninterrupted(() -> {
            reopen();
            writeNow(entry);
        });
        return (int) (end.offset() - before);
    }

    /// An interrupt closes a [FileChannel] under the thread that writes to it. The files belong to every call, so the
    /// interrupt of one waits until its entry is written.
    private static void uninterrupted(Work work) throws IOException {
        boolean interrupted = false;
        try {
            for (int tries = 0; ; tries++) {
                interrupted |= Thread.interrupted();
                try {
                    work.run();
                    return;
                } catch (ClosedByInterruptException e) {
                    if (tries >= MOST_INTERRUPTS) {
                        throw e;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void reopen() throws IOException {
        if (!channel.isOpen()) {
            channel = folder.reopen(end);
            // What the closed one wrote may not have been synced.
            dirty = true;
        }
    }

    private void writeNow(JournalEntry entry) throws IOException {
        try {
            int length = put(channel, end.offset(), entry);
            end = new Position(end.segment(), end.offset() + length);
            dirty = true;
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

    /// The full one is synced at the next tick.
    private void roll(Collection<JournalEntry.Open> open) throws IOException {
        long number = end.segment() + 1;
        var next = folder.create(number);
        try {
            long offset = 0;
            for (var call : open) {
                offset += put(next, offset, call);
            }
            retired.add(channel);
            dirty = true;
            channel = next;
            end = new Position(number, offset);
        } catch (IOException | RuntimeException e) {
            next.close();
            folder.delete(number);
            throw e;
        }
    }

    /// Has the disk take what was written until now. Outside the lock: calls do not wait for it.
    void sync() throws IOException {
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

    /// Syncs and closes all; with the lock held, when nobody writes or syncs any more.
    void close() {
        retired.add(channel);
        for (var segment : List.copyOf(retired)) {
            close(segment);
        }
    }

    private void close(FileChannel segment) {
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
