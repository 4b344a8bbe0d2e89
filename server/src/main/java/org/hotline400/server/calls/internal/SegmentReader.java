package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/// Reads entries of one segment. What is damaged is passed over to the next entry that is whole; only behind the last
/// of a segment that nobody closed is it the torn tail which a crash leaves.
final class SegmentReader {
    private static final int CHUNK = 256 * 1024;
    private static final int LARGEST = Frame.MAX_BODY + Frame.HEADER;

    private final FileChannel channel;
    private final long segment;
    private final long limit;
    private final boolean wholeUpToLimit;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<JournalFolder.Unreadable> unreadable = new ArrayList<>();
    private long offset;

    /// @param limit where to stop
    /// @param wholeUpToLimit whether the journal says that entries reach as far
    SegmentReader(FileChannel channel, long segment, long limit, boolean wholeUpToLimit) {
        this.channel = channel;
        this.segment = segment;
        this.limit = limit;
        this.wholeUpToLimit = wholeUpToLimit;
    }

    /// @param most entries
    JournalFolder.Batch read(long from, int most) throws IOException {
        offset = from;
        int size = CHUNK;
        while (entries.size() < most && offset < limit) {
            var buffer = bytes((int) Math.min(size, limit - offset));
            if (take(buffer, most)) {
                offset += buffer.position();
                size = CHUNK;
            } else if (buffer.limit() < limit - offset && size < LARGEST) {
                size = LARGEST;
            } else if (!skip()) {
                break;
            }
        }
        return new JournalFolder.Batch(entries, new Position(segment, offset), unreadable);
    }

    private ByteBuffer bytes(int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    /// @return whether there was any
    private boolean take(ByteBuffer buffer, int most) {
        while (entries.size() < most) {
            long at = offset + buffer.position();
            var body = Frame.next(buffer);
            if (body == null) {
                break;
            }
            try {
                entries.add(Frame.entry(body));
            } catch (RuntimeException e) {
                // As it was written, yet no entry that this release knows.
                unreadable.add(new JournalFolder.Unreadable(new Position(segment, at), ByteBuffer.wrap(body)));
            }
        }
        return buffer.position() > 0;
    }

    /// Goes on to the next whole frame. Rare enough to take the rest of the segment into memory.
    ///
    /// @return false when this is the torn tail
    private boolean skip() throws IOException {
        var rest = bytes(Math.toIntExact(limit - offset));
        int next = 1;
        while (next < rest.limit() && !Frame.isAt(rest, next)) {
            next++;
        }
        if (next >= rest.limit() && !wholeUpToLimit) {
            return false;
        }
        int damaged = Math.min(next, rest.limit());
        unreadable.add(new JournalFolder.Unreadable(new Position(segment, offset), rest.slice(0, damaged)));
        offset += damaged;
        return damaged > 0;
    }
}
