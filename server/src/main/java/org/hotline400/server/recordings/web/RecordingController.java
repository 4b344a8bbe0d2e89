package org.hotline400.server.recordings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.recordings.internal.Channel;
import org.hotline400.server.recordings.internal.DeletionCertificate;
import org.hotline400.server.recordings.internal.RecordingArchive;
import org.hotline400.server.recordings.internal.RecordingExport;
import org.hotline400.server.recordings.internal.RecordingFilter;
import org.hotline400.server.web.PageLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finished recordings.
@RestController
@RequestMapping("/api/v1")
class RecordingController {
    private final RecordingArchive archive;
    private final RecordingExport export;
    private final AudioResponse audio;

    RecordingController(RecordingArchive archive, RecordingExport export, AudioResponse audio) {
        this.archive = archive;
        this.export = export;
        this.audio = audio;
    }

    /// The query of a list.
    ///
    /// @param from begun at or after this instant
    /// @param to begun before this instant
    /// @param deleted whether deleted ones are listed too
    record Query(
            @Nullable String from,
            @Nullable String to,
            @Nullable String number,
            @Nullable String call,
            @Nullable String cursor,
            @Nullable Boolean deleted,
            @Nullable Integer limit) {

        RecordingFilter filter(Checks checks) {
            return new RecordingFilter(
                    checks.readIfPresent("from", "recordings.time", from, RecordingController::instant),
                    checks.readIfPresent("to", "recordings.time", to, RecordingController::instant),
                    checks.readIfPresent("number", "numbers.malformed", number, HotlineNumber::parse),
                    checks.readIfPresent("call", "recordings.malformed-id", call, CallId::of),
                    Boolean.TRUE.equals(deleted),
                    checks.readIfPresent("cursor", "cursor", cursor, RecordingFilter.Place::parse));
        }
    }

    @GetMapping("/recordings")
    Page<RecordingBody> list(Caller caller, Query query) {
        Checks checks = new Checks();
        RecordingFilter filter = query.filter(checks);
        int limit = PageLimit.read(checks, Optional.ofNullable(query.limit()).orElse(PageLimit.USUAL));
        checks.done();
        return archive.list(caller, filter, limit).map(RecordingBody::of);
    }

    @GetMapping("/recordings/{id}")
    RecordingBody find(Caller caller, @PathVariable String id) {
        return RecordingBody.of(archive.find(caller, id(id)));
    }

    @GetMapping(path = "/recordings/{id}/audio", produces = "audio/wav")
    @Reveals("recordings")
    void audio(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "both") String channel,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Channel side = channel(channel);
        audio.send(caller, archive.find(caller, id(id)), side, request, response);
    }

    @GetMapping(path = "/calls/{id}/recording", produces = "audio/wav")
    @Reveals("recordings")
    void ofCall(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "both") String channel,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Channel side = channel(channel);
        RecordingSummary recording = archive.ofCall(caller, read("id", id, CallId::of));
        audio.send(caller, recording, side, request, response);
    }

    @GetMapping(path = "/recordings/export", produces = "application/zip")
    @Reveals("recordings")
    void export(Caller caller, Query query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        caller.require(Scope.read("recordings"));
        Checks checks = new Checks();
        RecordingFilter filter = query.filter(checks);
        checks.done();
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recordings.zip\"");
        export.write(caller, filter, request.getRemoteAddr(), response.getOutputStream());
    }

    /// @param reason why, for the certificate
    @DeleteMapping("/recordings/{id}")
    DeletionCertificate delete(
            Caller caller, @PathVariable String id, @RequestParam String reason, HttpServletRequest request) {
        String why = read("reason", reason, RecordingController::reason);
        return archive.delete(caller, id(id), why, request.getRemoteAddr());
    }

    @GetMapping("/recordings/{id}/deletion-certificate")
    DeletionCertificate certificate(Caller caller, @PathVariable String id) {
        return archive.certificate(caller, id(id));
    }

    @PutMapping("/recordings/{id}/legal-hold")
    RecordingBody hold(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return RecordingBody.of(archive.hold(caller, id(id), true, request.getRemoteAddr()));
    }

    @DeleteMapping("/recordings/{id}/legal-hold")
    RecordingBody release(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return RecordingBody.of(archive.hold(caller, id(id), false, request.getRemoteAddr()));
    }

    private static RecordingId id(String text) {
        return read("id", text, RecordingId::of);
    }

    private static Channel channel(String text) {
        return read("channel", text, Channel::of);
    }

    private static <V> V read(String field, String text, Function<String, V> parse) {
        Checks checks = new Checks();
        Checks.Checked<V> value = checks.read(field, "malformed", text, parse);
        checks.done();
        return value.get();
    }

    private static Instant instant(String text) {
        try {
            return IsoText.instant(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is an instant such as 2026-03-01T00:00:00Z; was \"" + text + "\"", e);
        }
    }

    private static String reason(String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.length() > 200) {
            throw new IllegalArgumentException("says in 1 to 200 characters why this is deleted");
        }
        return reason;
    }
}
