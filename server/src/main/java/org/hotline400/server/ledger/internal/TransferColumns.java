package org.hotline400.server.ledger.internal;

import java.time.OffsetDateTime;
import java.util.List;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.ledger.Transfer;

/// Transfers by column, as a statement takes them.
///
/// @param debits slots
/// @param credits slots
// Arrays that go from here into one statement and nowhere else.
@SuppressWarnings("ArrayRecordComponent")
record TransferColumns(
        String[] keys,
        Integer[] debits,
        Integer[] credits,
        Long[] amounts,
        String[] kinds,
        String[] references,
        OffsetDateTime[] effectives) {

    static TransferColumns of(List<Transfer> transfers, Slots slots) {
        return new TransferColumns(
                transfers.stream().map(Transfer::key).toArray(String[]::new),
                transfers.stream().map(one -> slots.of(one.debit().account())).toArray(Integer[]::new),
                transfers.stream().map(one -> slots.of(one.credit().account())).toArray(Integer[]::new),
                transfers.stream().map(Transfer::amount).toArray(Long[]::new),
                transfers.stream().map(one -> one.kind().code()).toArray(String[]::new),
                transfers.stream().map(Transfer::reference).toArray(String[]::new),
                transfers.stream().map(one -> SqlTime.of(one.effective())).toArray(OffsetDateTime[]::new));
    }
}
