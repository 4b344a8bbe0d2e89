package org.hotline400.server.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.papers.BoundedWork;
import org.hotline400.server.enrolment.papers.Paper;
import org.hotline400.server.enrolment.papers.PaperId;
import org.hotline400.server.enrolment.papers.Papers;
import org.hotline400.server.enrolment.papers.preview.PaperPreviews;
import org.hotline400.server.enrolment.papers.preview.Watermark;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Looks at a paper; each look is in the audit trail.
@RestController
@RequestMapping("/api/v1/applications/{id}/papers/{paper}")
class PaperViewController {
    private static final Logger LOG = LoggerFactory.getLogger(PaperViewController.class);
    private static final Scope READ = Scope.read("papers");
    private static final String NOT_KEPT = "no-store, private";

    private final Papers papers;
    private final PaperPreviews previews;
    private final Clock clock;

    PaperViewController(Papers papers, PaperPreviews previews, Clock clock) {
        this.papers = papers;
        this.previews = previews;
        this.clock = clock;
    }

    /// A picture of a page, at most 1,600 pixels long, with a watermark that names who looks.
    ///
    /// @param page from 1
    @GetMapping(path = "/preview", produces = MediaType.IMAGE_JPEG_VALUE)
    @Reveals("papers")
    ResponseEntity<byte[]> preview(
            Caller caller,
            @PathVariable String id,
            @PathVariable String paper,
            @RequestParam(defaultValue = "1") int page) {
        caller.require(READ);
        Paper found = paper(caller, id, paper);
        if (page < 1 || page > found.pages()) {
            throw new ProblemException(PaperProblems.NO_PAGE);
        }
        var mark = new Watermark(caller.name(), caller.principal(), clock.instant(), found.application());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .contentType(MediaType.IMAGE_JPEG)
                .body(shown(found, previews.show(found, page, mark)));
    }

    private static byte[] shown(Paper paper, BoundedWork.Result<byte[]> result) {
        return switch (result) {
            case BoundedWork.Result.Finished<byte[]>(byte[] picture) -> picture;
            case BoundedWork.Result.Failed<byte[]>(Throwable why) -> {
                LOG.warn("paper {} cannot be shown: {}", paper.id(), String.valueOf(why));
                throw new ProblemException(PaperProblems.NOT_SHOWN);
            }
            case BoundedWork.Result.Late<byte[]> _ -> throw new ProblemException(PaperProblems.NOT_SHOWN);
            case BoundedWork.Result.Busy<byte[]> _ ->
                throw new ProblemException(PaperProblems.BUSY, Duration.ofSeconds(5));
        };
    }

    /// The file as it was sent, for the operator's people.
    @GetMapping(path = "/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Reveals("papers")
    void file(Caller caller, @PathVariable String id, @PathVariable String paper, HttpServletResponse response)
            throws IOException {
        caller.requireOperator(READ);
        Paper found = paper(caller, id, paper);
        try (InputStream content = papers.open(found)) {
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setContentLength(found.bytes());
            response.setHeader(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + found.kind().code() + "-"
                            + found.place().number() + "." + found.type().suffix() + "\"");
            content.transferTo(response.getOutputStream());
        }
    }

    private Paper paper(Caller caller, String id, String paper) {
        return papers.find(PaperController.application(id), paperId(paper), ApplicationActor.of(caller, ""))
                .orElseThrow(() -> new ProblemException(PaperProblems.UNKNOWN));
    }

    private static PaperId paperId(String paper) {
        try {
            return PaperId.of(paper);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(PaperProblems.UNKNOWN);
        }
    }
}
