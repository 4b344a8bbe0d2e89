package org.hotline400.server.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.hotline400.server.ledger.Account;

/// A customer's account.
@Schema(name = "LedgerAccount")
record AccountBody(
        UUID id,
        UUID tenant,
        String purpose,
        String unit,
        String balance,
        String reserved,
        String floor,
        String available) {

    static AccountBody of(Account account) {
        var unit = account.unit();
        return new AccountBody(
                account.id().value(),
                account.tenant().value(),
                account.purpose(),
                Amounts.unit(unit),
                Amounts.text(account.balance(), unit),
                Amounts.text(account.reserved(), unit),
                Amounts.text(account.floor(), unit),
                Amounts.text(account.available(), unit));
    }
}
