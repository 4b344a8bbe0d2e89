package org.hotline400.server.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.ledger.CheckResult;
import org.hotline400.server.ledger.CheckRun;

/// All checks of the books, made once.
@Schema(name = "LedgerCheckRun")
record CheckRunBody(
        UUID id,

        @Schema(description = "absent when somebody asked for it")
        Optional<LocalDate> night,

        Instant started,
        Instant ended,
        boolean right,
        List<ResultBody> results) {

    /// One of them.
    @Schema(name = "LedgerCheckResult")
    record ResultBody(
            String code,
            String chinese,
            String english,
            long looked,
            long found,

            @Schema(description = "whether what was found is worth a look, and no fault of the books")
            boolean notice,

            @Schema(description = "the first of what was found, at most 20")
            List<String> examples) {

        static ResultBody of(CheckResult result) {
            return new ResultBody(
                    result.code(),
                    result.chinese(),
                    result.english(),
                    result.looked(),
                    result.found(),
                    result.isNotice(),
                    result.examples());
        }
    }

    static CheckRunBody of(CheckRun run) {
        return new CheckRunBody(
                run.id(),
                run.night(),
                run.started(),
                run.ended(),
                run.isRight(),
                run.results().stream().map(ResultBody::of).toList());
    }
}
