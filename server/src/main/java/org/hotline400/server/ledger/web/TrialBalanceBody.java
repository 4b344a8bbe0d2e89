package org.hotline400.server.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.hotline400.server.ledger.TrialBalance;

/// All accounts added up.
@Schema(name = "TrialBalance")
record TrialBalanceBody(Instant before, List<LineBody> lines) {

    /// One line of it.
    @Schema(name = "TrialBalanceLine")
    record LineBody(
            @Schema(description = "`bank`, or of all customers by purpose: `customers/funds`")
            String account,

            String unit,
            String debits,
            String credits,
            @Schema(description = "credits less debits") String balance) {

        static LineBody of(TrialBalance.Line line) {
            var unit = line.unit();
            return new LineBody(
                    line.account(),
                    Amounts.unit(unit),
                    Amounts.text(line.debits(), unit),
                    Amounts.text(line.credits(), unit),
                    Amounts.text(line.balance(), unit));
        }
    }

    static TrialBalanceBody of(TrialBalance balance) {
        return new TrialBalanceBody(
                balance.before(), balance.lines().stream().map(LineBody::of).toList());
    }
}
