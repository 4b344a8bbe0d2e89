package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hotline400.server.calls.CallRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can never go into the database: kept in a folder beside the journal's files, for a person to look at, so that
/// nothing else waits for it. The same thing again overwrites its file.
final class SetAside {
    private static final Logger log = LoggerFactory.getLogger(SetAside.class);
    /// Beyond it something else is broken, and the log tells.
    private static final int MOST_FILES = 1000;

    private final Path folder;

    SetAside(Path folder) {
        this.folder = folder;
    }

    /// Keeps the record of a call that is over.
    void record(CallRecord call, Exception why) {
        log.error("the record of call {} cannot be stored and is set aside in {}", call.id(), folder, why);
        keep("call-" + call.id() + ".json", ByteBuffer.wrap(text(call).getBytes(StandardCharsets.UTF_8)));
    }

    /// Keeps a part of the journal.
    void part(JournalFolder.Unreadable part) {
        log.error(
                "{} bytes of the call journal, segment {} from {} on, cannot be read and are set aside in {}",
                part.bytes().remaining(),
                part.place().segment(),
                part.place().offset(),
                folder);
        keep(
                "journal-%012d-%d.bytes"
                        .formatted(part.place().segment(), part.place().offset()),
                part.bytes());
    }

    private static String text(CallRecord call) {
        try {
            return CallRecordJson.text(call);
        } catch (RuntimeException e) {
            return call.toString();
        }
    }

    private void keep(String name, ByteBuffer content) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(name);
            if (Files.notExists(file) && isFull()) {
                log.error("{} is not kept: {} files are set aside already", name, MOST_FILES);
                return;
            }
            write(file, content.duplicate());
        } catch (IOException e) {
            log.error("{} cannot be set aside: {}", name, e.getMessage());
        }
    }

    private boolean isFull() throws IOException {
        try (var files = Files.list(folder)) {
            return files.limit(MOST_FILES).count() >= MOST_FILES;
        }
    }

    private static void write(Path file, ByteBuffer content) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }
}
