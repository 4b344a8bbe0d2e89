package org.hotline400.server.enrolment.papers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.papers.hints.PaperHint;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.BlobName;

/// One file of a paper.
///
/// @param pages 1 for a picture
/// @param width pixels of a picture; 0 for a PDF
/// @param height as the width
/// @param sha256 of the content, 64 hexadecimal digits
/// @param uploadedBy the name of whoever sent it
/// @param endedAt when another one took its place or it was taken back; empty: it counts
/// @param shreddedAt when its file was deleted
public record Paper(
        PaperId id,
        TenantId tenant,
        ApplicationId application,
        PaperPlace place,
        FileType type,
        int pages,
        int width,
        int height,
        int bytes,
        String sha256,
        Instant uploadedAt,
        String uploadedBy,
        Optional<Instant> endedAt,
        Optional<Instant> shreddedAt,
        HintsState hintsState,
        List<PaperHint> hints) {
    public Paper {
        hints = List.copyOf(hints);
    }

    /// How far the machine's look at it is.
    public enum HintsState {
        WAITING,
        READING,
        DONE,
        /// It could not be looked at; a person can.
        FAILED
    }

    public boolean counts() {
        return endedAt.isEmpty();
    }

    public PaperKind kind() {
        return place.kind();
    }

    BlobName blob() {
        return PaperFiles.name(tenant, id);
    }
}
