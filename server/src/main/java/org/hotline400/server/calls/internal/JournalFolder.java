package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The files of the journal: numbered segments, and the checkpoint up to which everything is in the database.
final class JournalFolder {
    private static final Pattern SEGMENT = Pattern.compile("calls-([0-9]{12})\\.journal");
    private static final int CHUNK = 256 * 1024;

    private final Path folder;

    JournalFolder(Path folder) {
        this.folder = folder;
    }

    /// Entries, and the place behind the last of them.
    record Batch(List<JournalEntry> entries, Position next) {}

    Path segment(long number) {
        return folder.resolve("calls-%012d.journal".formatted(number));
    }

    /// The segments that are there, in order.
    List<Long> segments() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> SEGMENT.matcher(file.getFileName().toString()))
                    .filter(match -> match.matches())
                    .map(match -> Long.parseLong(match.group(1)))
                    .sorted()
                    .toList();
        }
    }

    FileChannel create(long number) throws IOException {
        var channel = FileChannel.open(
                segment(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            syncFolder();
            return channel;
        } catch (IOException e) {
            // Left behind, it would be in the way of the next try.
            channel.close();
            delete(number);
            throw e;
        }
    }

    /// Opens a segment again, cut off at a place: what stands behind it was not written whole.
    FileChannel reopen(Position end) throws IOException {
        var channel = FileChannel.open(segment(end.segment()), StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            return channel.truncate(end.offset());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    void delete(long number) throws IOException {
        Files.deleteIfExists(segment(number));
    }

    /// Without this a new file's name may not survive a power cut.
    private void syncFolder() throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /// Reads entries from a place on, at most `most` and none from `end` on, within one segment.
    Batch read(Position from, Position end, int most) throws IOException {
        var entries = new ArrayList<JournalEntry>();
        long offset = from.offset();
        try (var channel = FileChannel.open(segment(from.segment()), StandardOpenOption.READ)) {
            long whole = channel.size();
            long limit = from.segment() == end.segment() ? Math.min(whole, end.offset()) : whole;
            int size = CHUNK;
            while (entries.size() < most && offset < limit) {
                var buffer = read(channel, offset, (int) Math.min(size, limit - offset));
                int before = entries.size();
                JournalEntry entry;
                while (entries.size() < most && (entry = Frame.read(buffer)) != null) {
                    entries.add(entry);
                }
                offset += buffer.position();
                if (entries.size() == before) {
                    if (buffer.limit() >= limit - offset || size >= Frame.MAX_BODY + Frame.HEADER) {
                        break;
                    }
                    size = Frame.MAX_BODY + Frame.HEADER;
                }
            }
        }
        return new Batch(entries, new Position(from.segment(), offset));
    }

    private static ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    Position checkpoint() throws IOException {
        var file = folder.resolve("checkpoint");
        if (Files.notExists(file)) {
            return Position.BEGINNING;
        }
        var parts = Files.readString(file).strip().split(" ", 2);
        try {
            return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (RuntimeException damaged) {
            // Reading everything again is safe: what the database has is not written twice.
            return Position.BEGINNING;
        }
    }

    void checkpoint(Position position) throws IOException {
        var fresh = folder.resolve("checkpoint.new");
        Files.writeString(fresh, position.segment() + " " + position.offset() + "\n");
        Files.move(
                fresh,
                folder.resolve("checkpoint"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
