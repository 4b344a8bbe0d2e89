package org.hotline400.server.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The calls that are.
@RestController
@RequestMapping("/api/v1/calls/live")
@Tag(name = "calls")
class LiveController {
    private final LiveBoard board;
    private final LiveStream stream;

    LiveController(LiveBoard board, LiveStream stream) {
        this.board = board;
        this.stream = stream;
    }

    @Operation(
            summary = "The calls that are going on now, this node's first, each node's oldest first",
            description = "Those of this node come from memory; while the database is away they are all there is, with"
                    + " masked callers, for nobody could write down who looked.")
    @GetMapping
    List<LiveBody> live(Caller caller) {
        caller.require(Scope.read("calls"));
        return board.list(caller);
    }

    @Operation(summary = "The same as server-sent events, whenever it changes", description = """
                    An event `board` holds the whole state, so that none that was missed matters; whoever reads slowly \
                    gets the newest only. Changes on this node come within half a second, those on others within two. \
                    An event `beat` comes when there was none for ten seconds. The stream ends with the session or key \
                    it was opened with (event `over`), and after so many `seconds`, 900 at most: open it again then. \
                    At most 5 at once for each person or key, and 500 on a node (429).""")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = BoardBody.class)))
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            Caller caller,
            @RequestParam(defaultValue = LiveStream.LONGEST) int seconds,
            HttpServletRequest request,
            HttpServletResponse response) {
        caller.require(Scope.read("calls"));
        var checks = new Checks();
        var length = checks.read("seconds", "out-of-range", seconds, LiveStream::length);
        checks.done();
        stream.send(caller, length.get(), request, response);
    }
}
