package org.hotline400.server.statistics;

import java.util.List;
import org.hotline400.server.statistics.internal.CallerRows;
import org.springframework.stereotype.Service;

/// Who calls. Callers that withhold their number are in none of these. Every method runs in the caller's
/// transaction, shows what that may see, and fails after five seconds with a `DataAccessException`.
@Service
public class CallerStatistics {
    private final CallerRows rows;

    CallerStatistics(CallerRows rows) {
        this.rows = rows;
    }

    /// Those who called most, at most so many.
    public List<CallerFigures> top(Question question, int most) {
        return rows.top(question, most);
    }

    /// Callers who were missed in the period and whom nobody has talked with since, on the same number:
    /// their last call, the newest first, at most so many.
    public List<MissedCaller> toReturn(Question question, int most) {
        return rows.toReturn(question, most);
    }
}
