package org.hotline400.server.enrolment.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.papers.inspection.Inspection;
import org.hotline400.server.enrolment.papers.inspection.PaperFault;
import org.hotline400.server.enrolment.papers.inspection.PaperInspection;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.SealedFiles;

/// Where the bytes of papers are: on their way in a file that only the server's user may read, then sealed in
/// the store.
final class PaperFiles {
    private static final String ROOT = "papers";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int BUFFER = 64 * 1_024;

    private final SealedFiles store;
    private final Path incoming;
    private final BoundedWork work;

    /// @param incoming a folder of its own; what an earlier process left in it is removed
    PaperFiles(SealedFiles store, Path incoming, int atOnce) throws IOException {
        this.store = store;
        this.incoming = incoming;
        this.work = new BoundedWork(atOnce, LIMIT);
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static BlobName name(TenantId tenant, PaperId id) {
        return new BlobName(ROOT + "/" + tenant + "/" + id);
    }

    /// The paper that has this name in the store; empty when it is no paper's.
    static Optional<PaperId> idOf(BlobName name) {
        var segments = name.segments();
        return segments.size() == 3 && segments.getFirst().equals(ROOT)
                ? Optional.of(PaperId.of(segments.getLast()))
                : Optional.empty();
    }

    BoundedWork work() {
        return work;
    }

    /// A file on its way in. Closing removes it.
    record Incoming(Path path, long bytes, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /// Takes in what is sent, one byte more than allowed at most.
    ///
    /// @throws IOException when it breaks off; nothing is left then
    Incoming receive(InputStream body) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path file = Files.createTempFile(incoming, "upload", "", ownerOnly);
        try {
            MessageDigest sum = sha256();
            long bytes;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sum)) {
                bytes = copy(body, out);
            }
            return new Incoming(file, bytes, HexFormat.of().formatHex(sum.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        while (bytes <= PaperInspection.MOST_BYTES) {
            int most = (int) Math.min(buffer.length, PaperInspection.MOST_BYTES + 1 - bytes);
            int read = from.read(buffer, 0, most);
            if (read < 0) {
                return bytes;
            }
            to.write(buffer, 0, read);
            bytes += read;
        }
        return bytes;
    }

    /// @return empty when nobody is free to look at it
    Optional<Inspection> inspect(Incoming file) {
        var result = work.run(
                "paper-inspection", isLate -> PaperInspection.inspect(Files.readAllBytes(file.path()), isLate));
        return switch (result) {
            case BoundedWork.Result.Finished<Inspection>(Inspection inspection) -> Optional.of(inspection);
            case BoundedWork.Result.Failed<Inspection> _ -> Optional.of(Inspection.refused(PaperFault.BROKEN));
            case BoundedWork.Result.Late<Inspection> _ -> Optional.of(Inspection.refused(PaperFault.PDF_SLOW));
            case BoundedWork.Result.Busy<Inspection> _ -> Optional.empty();
        };
    }

    void keep(TenantId tenant, PaperId id, Incoming file) throws IOException {
        try (InputStream content = Files.newInputStream(file.path())) {
            store.put(tenant, name(tenant, id), content);
        }
    }

    /// In clear.
    InputStream open(Paper paper) throws IOException {
        return store.open(paper.tenant(), paper.blob());
    }

    byte[] read(Paper paper) throws IOException {
        try (InputStream content = open(paper)) {
            return content.readAllBytes();
        }
    }

    boolean shred(BlobName name) throws IOException {
        return store.shred(name);
    }
}
