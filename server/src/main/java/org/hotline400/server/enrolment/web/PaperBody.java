package org.hotline400.server.enrolment.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.enrolment.papers.FileType;
import org.hotline400.server.enrolment.papers.Paper;
import org.hotline400.server.enrolment.papers.hints.PaperHint;

/// A file of a paper, as it is told.
///
/// @param kind such as `business-licence`
/// @param place 1 to 6: front and back of a card, pages
/// @param type `pdf`, `jpeg` or `png`, by its content
/// @param width pixels of a picture; absent for a PDF
/// @param height as the width
/// @param sha256 the first 16 hexadecimal digits, to recognise a file by
/// @param counts whether it is the one that counts; others were replaced or taken back
/// @param hintsState `waiting`, `reading`, `done` or `failed`: how far the machine's look at it is
/// @param hints what is worth a look; never a verdict
/// @param remarks what is odd about this upload, though it was taken
record PaperBody(
        String id,
        String kind,
        String name,
        String nameEnglish,
        int place,
        String type,
        int pages,
        Optional<Integer> width,
        Optional<Integer> height,
        int bytes,
        String sha256,
        Instant uploadedAt,
        String uploadedBy,
        boolean counts,
        Optional<Instant> endedAt,
        String hintsState,
        List<HintBody> hints,
        List<RemarkBody> remarks) {
    private static final int PREFIX = 16;

    /// @param code such as `blurred`
    record HintBody(String code, String english, String chinese) {
        private static HintBody of(PaperHint hint) {
            return new HintBody(hint.kind().code(), hint.english(), hint.chinese());
        }
    }

    /// @param code such as `papers.type-differs`
    record RemarkBody(String code, String english, String chinese) {}

    /// @param forReviewer whether to tell what is nobody's business but the operator's
    static PaperBody of(Paper paper, boolean forReviewer) {
        return of(paper, forReviewer, List.of());
    }

    static PaperBody of(Paper paper, boolean forReviewer, List<RemarkBody> remarks) {
        boolean picture = paper.type() != FileType.PDF;
        return new PaperBody(
                paper.id().toString(),
                paper.kind().code(),
                paper.kind().chinese(),
                paper.kind().english(),
                paper.place().number(),
                paper.type().code(),
                paper.pages(),
                picture ? Optional.of(paper.width()) : Optional.empty(),
                picture ? Optional.of(paper.height()) : Optional.empty(),
                paper.bytes(),
                paper.sha256().substring(0, PREFIX),
                paper.uploadedAt(),
                paper.uploadedBy(),
                paper.counts(),
                paper.endedAt(),
                paper.hintsState().name().toLowerCase(Locale.ROOT),
                paper.hints().stream()
                        .filter(hint -> forReviewer || hint.kind().isForApplicant())
                        .map(HintBody::of)
                        .toList(),
                remarks);
    }
}
