package org.hotline400.bench.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.platform.RestApi;
import tools.jackson.databind.JsonNode;

/// Looks with the platform, as a customer would, for the recordings of calls that are over, and listens to them.
final class RecordingsCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RestApi api;

    RecordingsCheck(RestApi api) {
        this.api = api;
    }

    private record Found(String id, long millis) {}

    /// Those of calls begun since then; waits until there are as many as expected, or no more come.
    MediaStep.Recordings since(Instant begin, String number, int expected) throws InterruptedException {
        return of(find(begin, number, expected), 0);
    }

    /// The same, and how many packets that went through the platform are not in them.
    ///
    /// @param calls that were recorded, over
    MediaStep.Recordings heardSince(Instant begin, String number, int expected, MediaCall[] calls)
            throws InterruptedException {
        var found = find(begin, number, expected);
        var lost = 0L;
        for (var recording : found) {
            lost += RecordedPackets.in(api.getBytes("/api/v1/recordings/" + recording.id() + "/audio"))
                    .map(packets -> missing(packets, calls))
                    // Of which call it is nobody knows; all calls have as many.
                    .orElseGet(() -> calls[0].arrived + calls[0].back);
        }
        return of(found, lost);
    }

    /// What reached the callee went through the caller's port, and so did what came back.
    static long missing(RecordedPackets packets, MediaCall[] calls) {
        if (packets.call() < 0 || packets.call() >= calls.length) {
            return (long) packets.said() + packets.heard();
        }
        var call = calls[packets.call()];
        return Math.max(0, call.arrived - packets.said()) + Math.max(0, call.back - packets.heard());
    }

    private static MediaStep.Recordings of(List<Found> found, long lost) {
        var shortest = found.stream().mapToLong(Found::millis).min().orElse(0);
        return new MediaStep.Recordings(found.size(), Duration.ofMillis(shortest), lost);
    }

    private List<Found> find(Instant begin, String number, int expected) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = read(begin, number);
        while (found.size() < expected && System.nanoTime() < deadline) {
            Thread.sleep(500);
            found = read(begin, number);
        }
        return found;
    }

    private List<Found> read(Instant begin, String number) {
        var found = new ArrayList<Found>();
        var query = "/api/v1/recordings?limit=200&number=" + number + "&from=" + begin;
        for (var cursor = ""; ; ) {
            var page = api.get(query + cursor);
            for (JsonNode recording : page.at("/items")) {
                if (recording.at("/state").asString().equals("complete")) {
                    found.add(new Found(
                            recording.at("/id").asString(),
                            recording.at("/lengthMs").asLong()));
                }
            }
            var next = page.at("/next").asString("");
            if (next.isEmpty()) {
                return found;
            }
            cursor = "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
    }
}
