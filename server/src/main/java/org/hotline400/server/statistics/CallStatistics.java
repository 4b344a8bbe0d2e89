package org.hotline400.server.statistics;

import java.util.List;
import org.hotline400.server.statistics.internal.CountedRows;
import org.hotline400.server.statistics.internal.TurnRows;
import org.springframework.stereotype.Service;

/// Figures of calls. Every method runs in the caller's transaction, shows what that may see, and fails
/// after five seconds with a `DataAccessException`.
@Service
public class CallStatistics {
    private final CountedRows rows;
    private final TurnRows turns;

    CallStatistics(CountedRows rows, TurnRows turns) {
        this.rows = rows;
        this.turns = turns;
    }

    /// By hour, place, length of talk and reason.
    public Figures figures(Question question) {
        return rows.figures(question);
    }

    /// What callers did at the steps of plans, the most frequented step first.
    public List<StepFigures> menus(Question question) {
        return turns.steps(question);
    }
}
