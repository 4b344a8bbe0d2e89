package org.hotline400.server.recordings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.recordings.internal.Channel;
import org.hotline400.server.recordings.internal.RecordingArchive;
import org.hotline400.server.recordings.internal.WavAudio;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Answers a request for a recording's audio: HEAD, conditional GET (RFC 9110 §13), one range or the whole.
@Component
class AudioResponse {
    private static final Problem RANGE =
            new Problem(416, "recordings.range", "The range begins behind the end of the audio.", "请求的范围超出录音长度。");

    private final RecordingArchive archive;

    AudioResponse(RecordingArchive archive) {
        this.archive = archive;
    }

    void send(
            Caller caller,
            RecordingSummary recording,
            Channel channel,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String tag = "\"" + recording.sha256().substring(0, 32) + "-" + channel.code() + "\"";
        String address = request.getRemoteAddr();
        describe(recording, tag, response);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else if ("HEAD".equals(request.getMethod())) {
            try (WavAudio audio = archive.open(recording, channel)) {
                response.setContentLengthLong(audio.size());
            }
        } else {
            try (WavAudio audio = archive.listen(caller, recording, channel, address, detail(request, channel))) {
                write(audio, range(request, tag, audio.size()), response);
            }
        }
    }

    /// What the access log says was listened to; a header of any length is cut.
    private static String detail(HttpServletRequest request, Channel channel) {
        String range = request.getHeader(HttpHeaders.RANGE);
        String detail = range == null ? channel.code() : channel.code() + " " + range;
        return detail.substring(0, Math.min(80, detail.length()));
    }

    private static void describe(RecordingSummary recording, String tag, HttpServletResponse response) {
        response.setContentType("audio/wav");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "inline; filename=\"" + recording.number() + "-" + recording.id() + ".wav\"");
    }

    /// A range of a file that has changed since (`If-Range`) would not fit to what the client has: send it whole.
    private static ByteRange range(HttpServletRequest request, String tag, long size) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        return condition == null || condition.equals(tag)
                ? ByteRange.parse(request.getHeader(HttpHeaders.RANGE), size)
                : new ByteRange.Whole();
    }

    private static void write(WavAudio audio, ByteRange range, HttpServletResponse response) throws IOException {
        long size = audio.size();
        switch (range) {
            case ByteRange.Whole() -> {
                response.setContentLengthLong(size);
                audio.writeTo(response.getOutputStream(), 0, size);
            }
            case ByteRange.Part(long from, long length) -> {
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (from + length - 1) + "/" + size);
                response.setContentLengthLong(length);
                audio.writeTo(response.getOutputStream(), from, length);
            }
            case ByteRange.Unsatisfiable() -> {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
                throw new ProblemException(RANGE);
            }
        }
    }
}
