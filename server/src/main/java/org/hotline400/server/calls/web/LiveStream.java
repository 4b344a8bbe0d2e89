package org.hotline400.server.calls.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.LiveCalls;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.CallerWatch;
import org.hotline400.server.identity.Scope;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// Tells boards what is going on, one virtual thread each. Nothing is queued: what is sent is what is
/// true when the reader takes it, and a reader who takes nothing for ten seconds is let go by the web
/// server.
@Component
class LiveStream {
    private static final Scope READ = Scope.read("calls");
    /// Between two looks, when nothing changes here.
    private static final Duration LOOK = Duration.ofSeconds(1);
    /// Between two events at least.
    private static final Duration GAP = Duration.ofMillis(250);
    private static final Duration OTHER_NODES = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /// Seconds.
    static final String LONGEST = "900";

    private final LiveCalls live;
    private final LiveBoard board;
    private final LiveWatchers watchers;
    private final CallerWatch callers;
    private final JsonMapper json;

    LiveStream(LiveCalls live, LiveBoard board, LiveWatchers watchers, CallerWatch callers, JsonMapper json) {
        this.live = live;
        this.board = board;
        this.watchers = watchers;
        this.callers = callers;
        this.json = json;
    }

    static Duration length(int seconds) {
        if (seconds < 1 || seconds > Integer.parseInt(LONGEST)) {
            throw new IllegalArgumentException("is 1 to " + LONGEST);
        }
        return Duration.ofSeconds(seconds);
    }

    /// Until the reader goes, may not see it any more, or it has lasted so long.
    void send(Caller caller, Duration length, HttpServletRequest request, HttpServletResponse response) {
        try (var place = watchers.take(caller.principal())) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // So says who runs nginx before us.
            response.setHeader("X-Accel-Buffering", "no");
            new Reader(request, response).tell(place, System.nanoTime() + length.toNanos());
        } catch (IOException _) {
            // He has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Reader {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private List<CallRecord> elsewhere = List.of();
        private long askedElsewhere = System.nanoTime() - OTHER_NODES.toNanos();
        private String told = "";
        private long toldAt;

        Reader(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        void tell(LiveWatchers.Place place, long until) throws IOException, InterruptedException {
            while (place.isOpen() && System.nanoTime() < until) {
                long seen = live.changes();
                var who = watched();
                if (who.isEmpty()) {
                    write("event: over\ndata: {}\n\n");
                    return;
                }
                tellNews(state(who.get()));
                TimeUnit.NANOSECONDS.sleep(GAP.toNanos());
                live.awaitChange(seen, LOOK);
            }
        }

        private Optional<Caller> watched() {
            return callers.now(request).filter(one -> one.may(READ));
        }

        private String state(Caller who) {
            if (System.nanoTime() - askedElsewhere >= OTHER_NODES.toNanos()) {
                askElsewhere(who);
            }
            return json.writeValueAsString(BoardBody.of(board.list(who, elsewhere)));
        }

        private void askElsewhere(Caller who) {
            try {
                elsewhere = board.elsewhere(who);
            } catch (DataAccessException | TransactionException _) {
                elsewhere = List.of();
            }
            askedElsewhere = System.nanoTime();
        }

        private void tellNews(String state) throws IOException {
            if (!state.equals(told)) {
                told = state;
                write("event: board\ndata: " + state + "\n\n");
            } else if (System.nanoTime() - toldAt >= HEARTBEAT.toNanos()) {
                write("event: beat\ndata: {}\n\n");
            }
        }

        private void write(String text) throws IOException {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            toldAt = System.nanoTime();
        }
    }
}
