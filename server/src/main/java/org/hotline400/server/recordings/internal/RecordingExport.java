package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.web.ProblemException;
import org.springframework.stereotype.Service;

/// Hands recordings out as one ZIP, streamed: a WAV each, and at the end `index.csv` that says what they are. Holds
/// no more than one page of the list and one second of audio in memory.
@Service
public class RecordingExport {
    private static final int PAGE = 100;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd/HHmmss").withZone(BusinessTime.ZONE);
    private static final String COLUMNS = "id,call,number,kind,state,started,length_ms,sha256,file\r\n";

    private final RecordingRows rows;
    private final AccessLog log;
    private final RecordingArchive archive;
    private final Transactions transactions;

    RecordingExport(RecordingRows rows, AccessLog log, RecordingArchive archive, Transactions transactions) {
        this.rows = rows;
        this.log = log;
        this.archive = archive;
        this.transactions = transactions;
    }

    /// Writes all that fit, newest first. Each gets its line in the access log before its audio is written. What
    /// cannot be read is in the index without a file.
    public void write(Caller caller, RecordingFilter filter, String address, OutputStream out) throws IOException {
        caller.require(Scope.read("recordings"));
        StringBuilder index = new StringBuilder(COLUMNS);
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            RecordingFilter next = filter;
            List<RecordingSummary> page = page(caller, next, address);
            while (!page.isEmpty()) {
                for (RecordingSummary recording : page) {
                    index.append(line(recording, add(zip, recording)));
                }
                next = next.behind(page.getLast());
                page = page(caller, next, address);
            }
            zip.putNextEntry(new ZipEntry("index.csv"));
            zip.write(index.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private List<RecordingSummary> page(Caller caller, RecordingFilter filter, String address) {
        return caller.see(transactions, () -> {
            List<RecordingSummary> page = rows.list(filter, PAGE);
            AccessLog.Actor actor = RecordingArchive.actor(caller, address);
            page.forEach(recording -> log.add(recording, actor, AccessLog.Action.EXPORT, ""));
            return page;
        });
    }

    private record Added(String file, String sha256) {}

    private Added add(ZipOutputStream zip, RecordingSummary recording) throws IOException {
        String name = NAME.format(recording.startedAt()) + "-" + recording.number() + "-" + recording.id() + ".wav";
        try (WavAudio audio = archive.open(recording, Channel.BOTH)) {
            zip.putNextEntry(new ZipEntry(name));
            DigestOutputStream digest = new DigestOutputStream(zip, sha256());
            audio.writeTo(digest, 0, audio.size());
            zip.closeEntry();
            return new Added(
                    name, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (ProblemException missing) {
            return new Added("", "");
        }
    }

    private static String line(RecordingSummary recording, Added added) {
        return String.join(
                        ",",
                        recording.id().toString(),
                        recording.call().toString(),
                        recording.number().digits(),
                        recording.kind().code(),
                        recording.state().code(),
                        recording.startedAt().toString(),
                        Long.toString(recording.length().toMillis()),
                        added.sha256(),
                        added.file())
                + "\r\n";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
