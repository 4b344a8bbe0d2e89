package org.hotline400.bench.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.hotline400.bench.platform.RestApi;
import tools.jackson.databind.JsonNode;

/// Looks with the platform, as a customer would, for the recordings of calls that are over.
final class RecordingsCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RestApi api;

    RecordingsCheck(RestApi api) {
        this.api = api;
    }

    /// Those of calls begun since then; waits until there are as many as expected, or no more come.
    MediaStep.Recordings since(Instant begin, String number, int expected) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = read(begin, number);
        while (found.count() < expected && System.nanoTime() < deadline) {
            Thread.sleep(500);
            found = read(begin, number);
        }
        return found;
    }

    private MediaStep.Recordings read(Instant begin, String number) {
        var count = 0;
        var shortest = Long.MAX_VALUE;
        var query = "/api/v1/recordings?limit=200&number=" + number + "&from=" + begin;
        for (var cursor = ""; ; ) {
            var page = api.get(query + cursor);
            for (JsonNode recording : page.at("/items")) {
                if (recording.at("/state").asString().equals("complete")) {
                    count++;
                    shortest = Math.min(shortest, recording.at("/lengthMs").asLong());
                }
            }
            var next = page.at("/next").asString("");
            if (next.isEmpty()) {
                return new MediaStep.Recordings(count, Duration.ofMillis(count == 0 ? 0 : shortest));
            }
            cursor = "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
    }
}
