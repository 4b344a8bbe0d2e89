package org.hotline400.server.ledger.internal;

import java.util.List;
import org.hotline400.server.ledger.Transfer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Transfers by column, with their parties as slots.
final class TransferColumns {
    private TransferColumns() {}

    static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, List<Transfer> transfers, Slots slots) {
        return statement
                .param("keys", Columns.texts(transfers, Transfer::key))
                .param(
                        "debits",
                        Columns.ints(transfers, one -> slots.of(one.debit().account())))
                .param(
                        "credits",
                        Columns.ints(transfers, one -> slots.of(one.credit().account())))
                .param("amounts", Columns.longs(transfers, Transfer::amount))
                .param("kinds", Columns.texts(transfers, one -> one.kind().code()))
                .param("references", Columns.texts(transfers, Transfer::reference))
                .param("effectives", Columns.times(transfers, Transfer::effective));
    }
}
