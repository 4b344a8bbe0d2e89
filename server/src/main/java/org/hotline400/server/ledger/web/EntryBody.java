package org.hotline400.server.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.ledger.Entry;
import org.hotline400.server.ledger.Transfer.Party;
import org.hotline400.server.ledger.Unit;

/// An entry of an account.
@Schema(name = "LedgerEntry")
record EntryBody(
        String key,
        String kind,
        String change,
        String unit,

        @Schema(description = "a code such as `revenue`, or the id of a customer's account")
        String otherSide,

        String reference,
        Instant effective,
        Instant posted,

        @Schema(description = "the key of the transfer that this one takes back")
        Optional<String> reverses) {

    static EntryBody of(Entry entry, Unit unit) {
        var transfer = entry.transfer();
        return new EntryBody(
                transfer.key(),
                transfer.kind().code(),
                Amounts.text(entry.change(), unit),
                Amounts.unit(unit),
                name(entry.change() > 0 ? transfer.debit() : transfer.credit()),
                transfer.reference(),
                transfer.effective(),
                entry.posted(),
                entry.reverses());
    }

    private static String name(Party party) {
        return switch (party) {
            case Party.Customer(var account) -> account.toString();
            case Party.Platform(var own) -> own.code();
        };
    }
}
