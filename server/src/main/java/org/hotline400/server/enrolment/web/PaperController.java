package org.hotline400.server.enrolment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.papers.FileType;
import org.hotline400.server.enrolment.papers.Paper;
import org.hotline400.server.enrolment.papers.PaperChange;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.enrolment.papers.PaperPlace;
import org.hotline400.server.enrolment.papers.Papers;
import org.hotline400.server.enrolment.papers.inspection.PaperInspection;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The papers of an application.
///
/// A file is the body of a PUT, not a part of a form: so it can be sent twice without harm, its length is
/// known before it comes, and it goes straight to where it is guarded instead of through the web container's
/// own files.
@RestController
@RequestMapping("/api/v1/applications/{id}/papers")
class PaperController {
    private static final Scope READ = Scope.read("papers");
    private static final Scope WRITE = Scope.write("papers");

    /// Bytes of a file that is too large, before the connection is broken.
    private static final long MOST_LET_PASS = 5L * PaperInspection.MOST_BYTES;

    private final Papers papers;

    PaperController(Papers papers) {
        this.papers = papers;
    }

    record PaperList(List<PaperBody> items) {}

    /// All that came, by kind and place, the one that counts first.
    @GetMapping
    PaperList list(Caller caller, @PathVariable String id) {
        caller.require(READ);
        List<Paper> found = papers.list(application(id), ApplicationActor.of(caller, ""))
                .orElseThrow(() -> new ProblemException(PaperProblems.NO_APPLICATION));
        return new PaperList(found.stream()
                .map(paper -> PaperBody.of(paper, caller.isOperator()))
                .toList());
    }

    /// Takes in a file; the body is the file itself.
    ///
    /// @param place 1 to 6: front and back of a card, pages
    /// @param name what the file is called; not kept, but told when it contradicts the content
    @PutMapping(
            path = "/{kind}",
            consumes = {"application/pdf", "image/jpeg", "image/png", "application/octet-stream"})
    PaperBody put(
            Caller caller,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "1") int place,
            @RequestParam(required = false) @Nullable String name,
            HttpServletRequest request,
            InputStream body) {
        caller.require(WRITE);
        PaperPlace where = place(kind, place);
        if (request.getContentLengthLong() > PaperInspection.MOST_BYTES) {
            letPass(body);
            throw new ProblemException(PaperProblems.tooLarge());
        }
        Paper paper = paper(where, take(caller, application(id), where, body));
        return PaperBody.of(paper, caller.isOperator(), contradictions(paper.type(), request.getContentType(), name));
    }

    /// A browser reads the answer when it has sent all: without this it would only see that the connection
    /// broke.
    private static void letPass(InputStream body) {
        byte[] buffer = new byte[64 * 1_024];
        try {
            for (long left = MOST_LET_PASS; left > 0; left -= buffer.length) {
                if (body.readNBytes(buffer, 0, buffer.length) < buffer.length) {
                    return;
                }
            }
        } catch (IOException gone) {
            throw new ProblemException(PaperProblems.BROKEN_OFF);
        }
    }

    private PaperChange take(Caller caller, ApplicationId id, PaperPlace place, InputStream body) {
        var source = new BrokenOffStream(body);
        try {
            return papers.put(id, place, source, ApplicationActor.of(caller, ""));
        } catch (IOException e) {
            if (source.isBroken()) {
                throw new ProblemException(PaperProblems.BROKEN_OFF);
            }
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Takes a file back.
    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "1") int place) {
        caller.require(WRITE);
        PaperPlace where = place(kind, place);
        paper(where, papers.remove(application(id), where, ApplicationActor.of(caller, "")));
    }

    private static Paper paper(PaperPlace place, PaperChange change) {
        return switch (change) {
            case PaperChange.Done(Paper paper) -> paper;
            case PaperChange.AsBefore(Paper paper) -> paper;
            case PaperChange.NoApplication _ -> throw new ProblemException(PaperProblems.NO_APPLICATION);
            case PaperChange.NoPaper _ -> throw new ProblemException(PaperProblems.UNKNOWN);
            case PaperChange.Closed _ -> throw new ProblemException(PaperProblems.CLOSED);
            case PaperChange.NotAsked _ -> throw new ProblemException(PaperProblems.NOT_ASKED);
            case PaperChange.TooMany _ -> throw new ProblemException(PaperProblems.TOO_MANY);
            case PaperChange.Busy _ -> throw new ProblemException(PaperProblems.BUSY, java.time.Duration.ofSeconds(5));
            case PaperChange.Refused(var faults) -> throw PaperProblems.refused(place, faults);
        };
    }

    static ApplicationId application(String id) {
        try {
            return ApplicationId.of(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(PaperProblems.NO_APPLICATION);
        }
    }

    private static PaperPlace place(String kind, int place) {
        Checks checks = new Checks();
        var read = checks.read("kind", "papers.unknown-kind", kind, PaperKind::of);
        if (place < 1 || place > PaperPlace.MOST) {
            checks.add("place", "out-of-range", "is 1 to " + PaperPlace.MOST, "取值为 1 到 " + PaperPlace.MOST + "。");
        }
        checks.done();
        return new PaperPlace(read.get(), place);
    }

    private static List<PaperBody.RemarkBody> contradictions(
            FileType type, @Nullable String declared, @Nullable String name) {
        boolean byType = declared != null
                && !declared.startsWith(type.media())
                && !declared.startsWith("application/octet-stream");
        return byType
                        || Optional.ofNullable(name)
                                .filter(one -> !fits(type, one))
                                .isPresent()
                ? List.of(new PaperBody.RemarkBody(
                        "papers.type-differs",
                        "The content is " + type.code()
                                + ", not what its name or declared type says; the content counts.",
                        "文件内容是 " + type.code().toUpperCase(Locale.ROOT) + "，与文件名或声明的类型不一致；以内容为准。"))
                : List.of();
    }

    private static boolean fits(FileType type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("." + type.suffix()) || lower.endsWith("." + type.code());
    }
}
