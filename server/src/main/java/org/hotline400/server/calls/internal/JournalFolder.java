package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of the journal: numbered segments, and the checkpoint up to which everything is in the database.
final class JournalFolder {
    private static final Pattern SEGMENT = Pattern.compile("calls-([0-9]{12})\\.journal");

    private final Path folder;
    private final SetAside aside;

    JournalFolder(Path folder) {
        this.folder = folder;
        this.aside = new SetAside(folder.resolve("aside"));
    }

    /// Entries, the place behind the last of them, and what between them is none.
    record Batch(List<JournalEntry> entries, Position next, List<Unreadable> unreadable) {
        Batch(List<JournalEntry> entries, Position next) {
            this(entries, next, List.of());
        }
    }

    /// Bytes of the journal that are damaged, or of a kind that this release does not know.
    record Unreadable(Position place, ByteBuffer bytes) {}

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
        try (var channel = FileChannel.open(segment(from.segment()), StandardOpenOption.READ)) {
            boolean known = from.segment() == end.segment() && end.offset() <= channel.size();
            long limit = known ? end.offset() : channel.size();
            return new SegmentReader(channel, from.segment(), limit, known).read(from.offset(), most);
        }
    }

    /// What stands behind the last entry of a segment that nothing is added to any more; empty as a rule.
    Optional<Unreadable> tail(Position from) throws IOException {
        if (Files.notExists(segment(from.segment())) || Files.size(segment(from.segment())) <= from.offset()) {
            return Optional.empty();
        }
        var all = ByteBuffer.wrap(Files.readAllBytes(segment(from.segment())));
        return Optional.of(
                new Unreadable(from, all.position((int) from.offset()).slice()));
    }

    /// Where that is kept which cannot be stored.
    SetAside aside() {
        return aside;
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
